from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from reports.composing.compose import compose
from reports.formats import FORMATS
from reports.issuing.actions import digest_of, issue, send_for_review
from reports.models import Report, ReportType
from tests.factories import ActivityFactory, PlanItemFactory, ReportFactory, StaffFactory, UserFactory
from tests.reports.pages import filled

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def report():
    report = ReportFactory(opening="今年以来，工作情况如下。", signature="共青团西湖区委")
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    return report


@pytest.fixture
def author():
    return StaffFactory(username="author", first_name="小明", last_name="王")


@pytest.fixture
def sent(report, author):
    send_for_review(report=report, by=author, at=AT)
    report.refresh_from_db()
    return report


@pytest.fixture
def issued(sent, staff):
    issue(report=sent, by=staff, at=AT)
    sent.refresh_from_db()
    return sent


def step(report, name) -> str:
    return reverse("admin:reports_report_step", args=[report.pk, name])


def editor(report) -> str:
    return reverse("admin:reports_report_edit", args=[report.pk])


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def someone(*codenames):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("view_report", *codenames)))
    return user


def state(report) -> str:
    return Report.objects.get(pk=report.pk).state


def test_sending_asks_once_more_and_then_closes_the_draft(desk, report):
    asked = desk.get(step(report, "send"))
    response = desk.post(step(report, "send"), {"revision": report.revision}, follow=True)

    assert "送审以后内容不能再改" in asked.text
    assert response.redirect_chain == [(editor(report), 302)]
    assert said(response) == ["已送审：2020年上半年工作总结"]
    assert state(report) == "in_review"
    assert 'value="save"' not in response.text


def test_issuing_shows_who_did_what_and_the_version_with_its_hash(desk, sent):
    response = desk.post(step(sent, "issue"), filled(desk.get(step(sent, "issue"))), follow=True)

    version = sent.versions.get()
    assert state(sent) == "issued"
    assert version.sha256 in response.text
    trail = response.text[response.text.index("办理过程") :]
    assert trail.index("送审") < trail.index("王小明") < trail.index("签发") < trail.index("staff")


def test_returning_needs_a_reason_and_shows_it_in_the_trail(desk, sent):
    refused = desk.post(step(sent, "return"), {"revision": sent.revision, "reason": " "})
    kept = state(sent)
    response = desk.post(
        step(sent, "return"), {"revision": sent.revision, "reason": "数据要核对"}, follow=True
    )

    assert refused.context["form"].errors["reason"] == ["请填写这一项。"]
    assert kept == "in_review"
    assert state(sent) == "returned"
    assert "原因：数据要核对" in response.text


def test_a_reason_too_long_is_refused_and_kept(desk, sent):
    response = desk.post(step(sent, "return"), {"revision": sent.revision, "reason": "长" * 301})

    assert "300" in response.context["form"].errors["reason"][0]
    assert "长" * 301 in response.text


def test_reopening_leads_back_to_the_editor(desk, issued):
    response = desk.post(
        step(issued, "reopen"), {"revision": issued.revision, "reason": "人数有误"}, follow=True
    )

    assert state(issued) == "draft"
    assert 'value="save"' in response.text


def test_who_sent_it_is_refused_in_a_sentence(client, sent, author):
    client.force_login(author)

    response = client.post(step(sent, "issue"), {"revision": sent.revision})

    assert said(response) == ["送审和签发不能是同一个人，请由另一位负责人签发。"]
    assert state(sent) == "in_review"


@pytest.mark.parametrize("name", ["send", "return", "issue"])
def test_an_issued_report_posted_to_again_is_refused_in_a_sentence(desk, issued, name):
    response = desk.post(step(issued, name), {"revision": 1, "reason": "再来"})

    assert said(response) == ["这份总结现在是“已签发”，不能做这一步。请刷新页面看看最新情况。"]
    assert (state(issued), issued.versions.count()) == ("issued", 1)


def test_the_other_forms_refuse_an_issued_report_in_a_sentence_too(desk, issued):
    change = reverse("admin:reports_report_change", args=[issued.pk])
    delete = reverse("admin:reports_report_delete", args=[issued.pk])
    answers = [
        desk.post(editor(issued), {"revision": issued.revision, "opening": "改"}),
        desk.post(change, {"title": "改"}, follow=True),
        desk.post(delete, {"post": "yes"}, follow=True),
    ]

    assert ["不能修改" in said(answer)[0] for answer in answers] == [True, True, True]
    issued.refresh_from_db()
    assert (issued.title, issued.opening) == ("2020年上半年工作总结", "今年以来，工作情况如下。")


def test_a_step_that_is_not_open_leads_back_with_a_sentence(desk, report):
    response = desk.get(step(report, "issue"), follow=True)

    assert said(response) == ["这份总结现在是“起草中”，不能签发。"]


def test_a_draft_changed_since_it_was_read_is_not_sent_unread(desk, report, author):
    asked = desk.get(step(report, "send"))
    Report.objects.update(revision=5, opening="别人改过。", updated_by=author)

    told = desk.post(step(report, "send"), {"revision": asked.context["report"].revision})
    before = state(report)
    desk.post(step(report, "send"), {"revision": told.context["report"].revision})

    assert "王小明于" in said(told)[0]
    assert before == "draft"
    assert state(report) == "in_review"


def test_a_blocker_is_listed_and_stops_issuing(desk, report, author):
    Report.objects.update(opening="坏字\ufffd。")
    send_for_review(report=report, by=author, at=AT)

    asked = desk.get(step(report, "issue"))
    response = desk.post(step(report, "issue"), filled(asked))

    assert "还有 1 处必须先改" in asked.text
    assert "还有 1 处必须先改" in said(response)[0]
    assert state(report) == "in_review"


@pytest.mark.parametrize(
    ("name", "permission", "fixture"),
    [
        ("send", "change_report", "report"),
        ("return", "review_report", "sent"),
        ("issue", "issue_report", "sent"),
        ("reopen", "issue_report", "issued"),
    ],
)
def test_each_step_has_its_permission_checked_on_the_server(client, request, name, permission, fixture):
    report = request.getfixturevalue(fixture)
    data = {"revision": report.revision, "reason": "原因", "read": digest_of(compose(report))}
    before = state(report)

    client.force_login(someone("change_report" if name != "send" else "add_report"))
    refused = client.post(step(report, name), data).status_code, state(report)
    client.force_login(someone(permission))
    client.post(step(report, name), data)

    assert refused == (403, before)
    assert state(report) != before


def test_buttons_are_offered_to_those_who_may_press_them(client, sent):
    client.force_login(someone("review_report"))

    offered = client.get(editor(sent)).context["open_steps"]

    assert [one.label for one in offered] == ["退回"]


def test_an_unknown_step_is_not_found(desk, report):
    assert desk.get(step(report, "explode")).status_code == 404


def test_preview_prints_the_draft_as_the_public_page_does_and_is_never_cached(desk, report):
    response = desk.get(reverse("admin:reports_report_preview", args=[report.pk]))

    assert "青年走上街头。" in response.text
    assert "no-store" in response.headers["Cache-Control"]


def test_preview_of_a_correction_shows_the_new_text(desk, issued, staff):
    desk.post(step(issued, "reopen"), {"revision": issued.revision, "reason": "人数有误"})
    Report.objects.update(opening="更正后的开头。")

    assert "更正后的开头。" in desk.get(reverse("admin:reports_report_preview", args=[issued.pk])).text


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_draft_is_downloaded_in_every_format(desk, report, name):
    response = desk.get(reverse("admin:reports_report_export", args=[report.pk, name]))

    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f'attachment; filename="2020-h1.{name}"'
    if name == "txt":
        assert response.text == FORMATS["txt"](compose(report))


def test_the_draft_is_downloaded_within_the_limit_of_its_type(desk, report):
    Report.objects.update(type=ReportType.objects.create(name="半年总结", most_characters=200))
    PlanItemFactory(report=report, text="推进工作。" * 60)
    ActivityFactory(title="植树", summary="大家种树。" * 60, published=True)
    address = reverse("admin:reports_report_export", args=[report.pk, "txt"])

    whole, short = desk.get(address).text, desk.get(f"{address}?short").text

    assert len(whole) > 500
    assert len(short) < len(whole)


def test_a_limit_that_cannot_be_kept_is_said_in_a_sentence(desk, report):
    Report.objects.update(
        type=ReportType.objects.create(name="半年总结", most_characters=200), opening="开头" * 300
    )
    address = reverse("admin:reports_report_export", args=[report.pk, "txt"])

    response = desk.get(f"{address}?short", follow=True)

    assert said(response)[0].startswith("200个字写不下这份总结")


def test_an_unknown_format_is_not_found_and_a_stranger_downloads_nothing(desk, client, report):
    address = reverse("admin:reports_report_export", args=[report.pk, "txt"])

    assert desk.get(reverse("admin:reports_report_export", args=[report.pk, "exe"])).status_code == 404
    client.force_login(UserFactory(is_staff=True))
    assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).status_code == 302

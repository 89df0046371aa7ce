from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from reports.issuing.actions import send_for_review
from reports.models import Report, Waiver
from tests.factories import ActivityFactory, ReportFactory, StaffFactory, UserFactory
from tests.reports.pages import filled, page_of, said

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def report():
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    report = ReportFactory(opening="张××捐款助学，，很感人。", signature="共青团西湖区委")
    send_for_review(report=report, by=StaffFactory(), at=AT)
    report.refresh_from_db()
    return report


def waive_page(desk, report) -> str:
    [found] = desk.get(page_of(report)).context["open"].blocking
    return page_of(report, "waive", found.finding.fingerprint)


def test_a_finding_is_let_pass_with_its_reason_shown_to_who_issues(desk, report):
    address = waive_page(desk, report)
    asked = desk.get(address)
    desk.post(address, filled(asked, reason="按要求隐去姓名"))
    confirming = desk.get(page_of(report, "step", "issue"))
    issued = desk.post(page_of(report, "step", "issue"), filled(confirming), follow=True)

    assert "“张××捐款助学”还有空没有填" in asked.text
    assert "张××捐款助学，，很感人。" in asked.text
    before_button = confirming.text[: confirming.text.index('<button class="button default">签发')]
    assert "张××捐款助学" in before_button
    assert "青年走上街头。" in before_button
    assert "按要求隐去姓名（staff，" in before_button
    assert "重复" in before_button  # what is only a hint
    assert report.versions.get().waivers.get().reason == "按要求隐去姓名"
    version = issued.text[issued.text.index("签发的版本") :]
    assert "理由：按要求隐去姓名（staff）" in version


def test_the_page_for_sending_shows_the_text_and_what_is_open(desk, report):
    Report.objects.update(state="draft")

    before_button = desk.get(page_of(report, "step", "send")).text.split('default">送审')[0]

    assert "很感人。" in before_button
    assert "青年走上街头。" in before_button
    assert "还有 1 处必须先改" in before_button


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [(" \u200b", "请写明放行的理由。"), ("长" * 301, "最多 300 个字，现在有 301 个。")],
)
def test_a_waiver_without_a_reason_is_refused_beside_the_field(desk, report, reason, sentence):
    address = waive_page(desk, report)

    response = desk.post(address, {"reason": reason})

    assert response.context["form"].errors == {"reason": [sentence]}
    assert reason.strip() in response.text
    assert not Waiver.objects.exists()


def test_a_reason_typed_for_words_that_have_changed_is_kept_to_be_copied(desk, report):
    address = waive_page(desk, report)
    Report.objects.update(opening="李××捐款助学。")

    response = desk.post(address, {"reason": "按要求隐去姓名"})
    asked_late = desk.get(address, follow=True)

    assert "已经不在了" in said(response)[0]
    assert "按要求隐去姓名" in response.text
    assert "已经不在了" in said(asked_late)[0]
    assert not Waiver.objects.exists()


def test_what_was_let_pass_is_taken_back_from_the_list(desk, report):
    desk.post(waive_page(desk, report), {"reason": "按要求隐去姓名"})
    waiver = Waiver.objects.get()
    back = page_of(report, "take_back", waiver.pk)

    assert f'action="{back}"' in desk.get(page_of(report)).text
    assert desk.get(back).status_code == 405
    response = desk.post(back, follow=True)

    found = response.context["open"]
    assert (len(found.blocking), len(found.waived)) == (1, 0)
    assert "理由：按要求隐去姓名" in response.text
    assert "staff于" in response.text.replace("\n", "")


def test_the_history_tells_that_words_have_changed_since(desk, report):
    desk.post(waive_page(desk, report), {"reason": "按要求隐去姓名"})
    in_force = desk.get(page_of(report)).text
    Report.objects.update(opening="李××捐款助学。")

    fallen = desk.get(page_of(report))

    assert "现在有效。" in in_force
    assert "文字已改动，不再有效。" in fallen.text
    assert len(fallen.context["open"].blocking) == 1


def test_only_who_has_the_right_lets_pass_and_takes_back(client, desk, report):
    address = waive_page(desk, report)
    desk.post(address, {"reason": "按要求隐去姓名"})
    back = page_of(report, "take_back", Waiver.objects.get().pk)
    reviewer = UserFactory(is_staff=True)
    reviewer.user_permissions.set(
        Permission.objects.filter(codename__in=("view_report", "change_report", "review_report"))
    )

    client.force_login(reviewer)
    text = client.get(page_of(report)).text

    assert [client.get(address).status_code, client.post(address, {"reason": "行"}).status_code] == [403, 403]
    assert client.post(back).status_code == 403
    assert "撤回放行" not in text
    assert "理由：按要求隐去姓名" in text


def test_letting_pass_needs_a_token(staff, report, desk):
    address = waive_page(desk, report)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(staff)

    assert browser.post(address, {"reason": "行"}).status_code == 403
    assert browser.post(page_of(report, "take_back", 1)).status_code == 403

"""The pages of reports: a branch's form and its own page, the district's list and decisions."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from activities.models import Activity
from branches.models import BranchReport
from tests.branches.conftest import RIGHTS
from tests.desk.publishing.doing import done
from tests.factories import (
    ActivityFactory,
    BranchReportFactory,
    CensusReturnFactory,
    OrganizationFactory,
    ReportedPhotoFactory,
    WorkAreaFactory,
)
from tests.pages import FormOnPage, refusals
from tests.reading import texts
from tests.uploads import photo, upload

pytestmark = pytest.mark.django_db

ADD = reverse("admin:branches_branchreport_add")
LIST = reverse("admin:branches_branchreport_changelist")
MINE = reverse("admin:branches_branchreport_mine")
TOLD = {"title": "学雷锋", "starts_on": "3月5日", "summary": "35名志愿者清扫街道。", "figures": "志愿者 35名"}


def address(report, page="change"):
    return reverse(f"admin:branches_branchreport_{page}", args=[report.pk])


def sent(client, path, button="_report", **typed):
    fields = {k: v for k, v in FormOnPage(client.get(path)).fields.items() if "__prefix__" not in k}
    return client.post(path, fields | TOLD | typed | {button: "1"})


@pytest.fixture
def district(staff):
    client = Client()
    client.force_login(staff)
    return client


@pytest.fixture
def report(branch):
    return BranchReportFactory(organization=branch, title="学雷锋", figures="志愿者 35名", reported=True)


def test_a_report_is_sent_up_in_one_screen_with_several_photos(phone, branch, filler):
    answer = sent(phone, ADD, **{"desk_several-photos": [photo(), photo()]})

    report = BranchReport.objects.get()
    assert (answer.status_code, answer.url) == (302, MINE)
    assert (report.state, report.organization, report.created_by) == ("reported", branch, filler)
    assert (report.starts_on.month, report.starts_on.day, report.ends_on) == (3, 5, report.starts_on)
    assert [one.position for one in report.photos.all()] == [0, 1]


def test_the_last_day_makes_a_range_and_goes_again(phone):
    sent(phone, ADD, "_save", starts_on="2020-3-5", ends_on="2020-3-7")
    report = BranchReport.objects.get()
    assert report.when_text == "2020年3月5日至7日"

    sent(phone, address(report), "_save", starts_on="2020-3-6", ends_on="")

    report.refresh_from_db()
    assert (report.state, report.when_text) == ("draft", "2020年3月6日")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"title": ""}, {"title": ["请填写这一项。"]}),
        ({"summary": ""}, {"summary": ["上报前请写一两句经过：谁参加、做了什么。"]}),
        ({"starts_on": "不知道"}, {"starts_on"}),
        ({"figures": "志愿者35\n团员 3名"}, {"figures"}),
        ({"desk_several-photos": [upload(b"%PDF-1.4")]}, {"photos-0-image"}),
        ({"desk_several-photos": [photo() for _ in range(10)]}, {"photos": ["照片最多 9 张，请去掉几张。"]}),
    ],
)
def test_what_is_lacking_or_wrong_is_said_beside_its_field_and_nothing_is_saved(phone, typed, told):
    answer = sent(phone, ADD, **typed)

    assert refusals(answer) == told if isinstance(told, dict) else refusals(answer).keys() == told
    assert not BranchReport.objects.exists()


def test_what_has_not_taken_place_stays_a_draft(phone):
    ahead = f"{localdate().year + 1}-1-5"

    assert refusals(sent(phone, ADD, starts_on=ahead)) == {
        "starts_on": ["这一天还没有到。先存草稿，活动办完再上报。"]
    }
    assert sent(phone, ADD, "_save", starts_on=ahead).status_code == 302


def test_what_was_sent_up_is_the_districts_to_change_until_it_has_decided(phone, district, report):
    refused = sent_blindly(phone, report)
    changed = sent(district, address(report), "_save", title="学雷锋志愿服务")

    report.refresh_from_db()
    assert (refused.status_code, changed.status_code) == (302, 302)
    assert (report.title, report.state) == ("学雷锋志愿服务", "reported")


def sent_blindly(client, report, **typed):
    return client.post(address(report), TOLD | {"organization": report.organization_id, "_save": "1"} | typed)


def test_who_reports_begins_at_the_page_of_what_was_reported(client, branch, filler, staff):
    def begins(account):
        account.set_password("密码")
        account.save()
        told = {"username": account.username, "password": "密码", "next": "/admin/"}
        return client.post("/admin/login/", told).url

    assert [begins(filler), begins(staff)] == [MINE, "/admin/"]


def test_a_page_tells_the_branch_what_came_back_and_what_became_of_the_rest(phone, district, report, branch):
    area = WorkAreaFactory()
    BranchReportFactory(organization=branch, title="还在写")
    back = BranchReportFactory(
        organization=branch, title="退回的", decided=True, state="returned", reason="缺照片"
    )
    BranchReportFactory(title="别家的", reported=True)
    district.post(address(report, "adopt"), {"area": area.pk})
    activity = Activity.objects.get()
    waiting = texts(phone.get(MINE), "//*[@class='fate']")
    done(activity, "publish")

    page = phone.get(MINE)

    assert waiting == ["已退回：缺照片", "还没有上报。", "已采用，还没有发布。"]
    assert texts(page, "//section//li/a") == ["退回的", "还在写", "学雷锋"]
    assert texts(page, "//*[@class='fate']")[2] == "已采用，已发布。 看网页"
    assert activity.get_absolute_url() in page.content.decode()
    assert phone.get(address(back)).status_code == 200


def test_before_it_is_adopted_the_district_sees_what_will_be_and_what_may_be_on_record(
    district, report, branch
):
    there = ActivityFactory(title="学雷锋活动", starts_on=report.starts_on)
    there.organizers.add(branch)
    ActivityFactory(title="全区团干部培训班", starts_on=report.starts_on)

    page = district.get(address(report, "adopt"))

    assert texts(page, "//dl/dd") == ["一中团支部", "2020年3月5日", "志愿者：35名", "0 张"]
    assert [one.pk for one in page.context["alike"]] == [there.pk]
    assert not Activity.objects.exclude(pk=there.pk).filter(title="学雷锋").exists()


def test_a_report_of_what_is_on_record_is_added_to_it(district, report):
    there = ActivityFactory()

    answer = district.post(address(report, "merge"), {"activity": there.pk})

    report.refresh_from_db()
    assert (answer.status_code, report.activity, report.is_merged) == (302, there, True)


def test_it_is_sent_back_with_a_reason(district, report):
    without = district.post(address(report, "return"), {"reason": " "})
    district.post(address(report, "return"), {"reason": "缺照片"})

    report.refresh_from_db()
    assert without.context["form"].errors == {"reason": ["请填写这一项。"]}
    assert (report.state, report.reason) == ("returned", "缺照片")


def test_many_are_adopted_at_once_after_a_page_has_said_what_comes_of_it_and_it_is_undone(
    district, report, branch
):
    area = WorkAreaFactory()
    draft = BranchReportFactory(organization=branch)
    chosen = {"action": "adopt_selected", "_selected_action": [report.pk, draft.pk]}
    page = district.post(LIST, chosen)
    unanswered = district.post(LIST, chosen | {"_confirmed": "1"})
    nothing = Activity.objects.count()

    answer = district.post(LIST, chosen | {"_confirmed": "1", f"r{report.pk}-area": area.pk}, follow=True)

    assert [str(row.report) for row in page.context["rows"]] == ["学雷锋"]
    assert page.context["cannot"] == [(draft, "它现在是“草稿”，不能采用。")]
    assert (unanswered.context["is_incomplete"], nothing) == (True, 0)
    assert Activity.objects.get().branch_reports.get() == report
    undo = FormOnPage(answer).fields["adopted"]
    district.post(reverse("admin:branches_branchreport_take_back"), {"adopted": undo})
    report.refresh_from_db()
    assert (report.state, Activity.objects.count()) == ("reported", 0)


def test_a_photo_of_a_report_is_shown_to_whoever_may_see_it(phone, report):
    own, others = ReportedPhotoFactory(report=report), ReportedPhotoFactory()

    def seen(one, name="320x200.jpg"):
        path = reverse("admin:branches_branchreport_photo", args=[one.report_id, one.pk, name])
        return phone.get(path).status_code

    assert [seen(own), seen(own, "1.jpg"), seen(others)] == [200, 404, 404]


@pytest.mark.parametrize("asked", ["change", "delete", "history", "adopt", "merge", "return"])
def test_a_branch_learns_nothing_of_the_reports_of_others(phone, asked):
    other = BranchReportFactory(title="别家的活动", reported=True)

    answers = [
        phone.get(address(other, asked)),
        phone.post(address(other, asked), {"area": 1, "reason": "x"}),
    ]

    assert not any("别家的活动" in answer.content.decode() for answer in answers)
    assert {answer.status_code for answer in answers} <= {200, 302, 403, 404}
    other.refresh_from_db()
    assert other.state == "reported"


def test_a_branch_that_posts_the_key_of_another_is_refused_and_nothing_is_saved(phone, branch):
    other = OrganizationFactory()
    beneath = OrganizationFactory(parent=branch)

    answer = sent(phone, ADD, organization=other.pk)

    assert refusals(answer).keys() == {"organization"}
    assert not BranchReport.objects.exists()
    assert sent(phone, ADD, organization=beneath.pk).status_code == 302


def test_what_was_sent_up_is_deleted_by_the_district_alone_and_what_was_adopted_by_nobody(
    client, district, report, branch, filler
):
    filler.user_permissions.add(Permission.objects.get(codename="delete_branchreport"))
    client.force_login(filler)
    draft = BranchReportFactory(organization=branch)
    adopted = BranchReportFactory(decided=True, state="adopted", activity=ActivityFactory())

    def deleted(one, by):
        return by.post(address(one, "delete"), {"post": "yes"}).status_code

    assert [deleted(draft, client), deleted(report, client)] == [302, 403]
    assert [deleted(report, district), deleted(adopted, district)] == [302, 403]


def test_a_branch_decides_nothing_about_its_own_report(phone, report):
    pages = [
        phone.post(address(report, page), {"area": 1}).status_code for page in ("adopt", "merge", "return")
    ]

    assert pages == [403, 403, 403]
    assert "adopt_branchreport" not in RIGHTS
    assert "adopt_selected" not in phone.get(LIST).content.decode()


def test_photos_chosen_in_a_refused_form_need_not_be_chosen_again(phone):
    back = sent(phone, ADD, title="", **{"desk_several-photos": [photo(name="现场.jpg")]})
    assert "已选好“现场.jpg”，不必重新选择。" in back.content.decode()

    fields = {name: value for name, value in FormOnPage(back).fields.items() if "__prefix__" not in name}
    phone.post(ADD, fields | {"title": "学雷锋", "_report": "1"})

    assert BranchReport.objects.get().photos.count() == 1


def test_a_photo_is_taken_away(phone, branch):
    report = BranchReportFactory(organization=branch)
    ReportedPhotoFactory.create_batch(2, report=report)

    sent(phone, address(report), "_save", **{"photos-0-DELETE": "on"})

    assert report.photos.count() == 1


def test_the_page_of_what_was_reported_asks_no_more_for_many_than_for_few(phone, branch):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            phone.get(MINE)
        return len(queries)

    def reported():
        there = ActivityFactory(published=True)
        BranchReportFactory(organization=branch, decided=True, state="adopted", activity=there)
        BranchReportFactory(organization=branch, decided=True, state="returned", reason="缺照片")
        CensusReturnFactory(organization=branch)

    reported()
    phone.get(MINE)  # what is read once and kept must not count
    with_one = asked()
    reported()
    reported()

    assert asked() == with_one

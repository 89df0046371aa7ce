"""An edited Word file that is refused, too old or too late: said in a sentence, nothing chosen is lost."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from reports.editing.holding import edit
from reports.models import Commitment, Placement, Report
from tests.factories import (
    CommitmentFactory,
    PlanItemFactory,
    ReportFactory,
    StaffFactory,
    UserFactory,
)
from tests.pages import FormOnPage
from tests.reading import texts
from tests.reports.pages import page_of, said
from tests.reports.returning.desk import exported, places, take, text_of, upload, uploaded
from tests.reports.returning.files import add_behind, edited, paragraph_with, retype

pytestmark = pytest.mark.django_db


def test_a_draft_that_moved_on_in_between_is_not_overwritten_unawares(desk, report, activity):
    page = uploaded(desk, report, lambda word: retype(word, "上门服务", "入户服务"))
    key = f"activity-{activity.pk}"
    with edit(report=report, by=StaffFactory(username="other"), revision=0) as draft:
        draft.reword(key, title="学雷锋", text="别人写的。")

    late = take(desk, report, page, **{f"take-{key}": "on"})

    assert text_of(report) == ["别人写的。"]
    assert "在你打开这一页以后" in late.text
    assert texts(late, "//article//*[contains(@class,'warn')]") == ["导出以后总结也改过"]
    assert FormOnPage(late).fields[f"take-{key}"] == "on"  # what was chosen is still chosen

    take(desk, report, late, **{f"take-{key}": "on"})
    assert text_of(report) == ["组织300余名入户服务。"]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"PK", "文件已经损坏，打不开。请在 WPS 或 Word 里重新保存一次，再上传。"),
        (b"", "文件是空的，请核对选的是不是这一份。"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_the_field(desk, report, file, sentence):
    assert texts(upload(desk, report, file), "//ul[contains(@class,'errorlist')]/li") == [sentence]


def test_a_file_of_another_report_is_refused_beside_the_field(desk, report, activity):
    other = ReportFactory(starts_on=date(2020, 7, 1), ends_on=date(2020, 12, 31), slug="2020-h2")

    page = upload(desk, report, exported(other))

    assert texts(page, "//ul[contains(@class,'errorlist')]/li") == [
        "这份文件是另一份总结（2020-h2）的，不是本总结（2020-h1）的。请到那一份总结的页面上传。"
    ]


def test_an_older_file_says_so(desk, report, activity):
    file = edited(exported(report), lambda word: retype(word, "今年以来", "一年来"))
    with edit(report=report, by=StaffFactory(username="other"), revision=0) as draft:
        draft.reword(f"activity-{activity.pk}", title="学雷锋", text="别人写的。")

    page = upload(desk, report, file)

    assert "这份文件是按旧稿或压缩稿导出的，现在的总结与它不同（1 段文字不一样）" in page.text
    assert places(page) == ["开头语"]


@pytest.mark.parametrize("state", ["in_review", "issued"])
def test_a_closed_report_takes_nothing_and_says_so(desk, report, activity, state):
    page = uploaded(desk, report, lambda word: retype(word, "上门服务", "入户服务"))
    Report.objects.update(state=state)

    response = desk.get(page_of(report, "returned"))
    late = take(desk, report, page, **{f"take-activity-{activity.pk}": "on"})

    assert response.status_code == 302
    assert "不能修改" in said(late)[-1]
    assert "入户" in late.text  # it can still be read there
    assert not Placement.objects.exists()


def test_who_may_only_read_reports_reads_in_no_file(client, report):
    reader = UserFactory(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_report"))
    client.force_login(reader)

    answers = [client.get(page_of(report, "returned")), client.post(page_of(report, "returned"))]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert page_of(report, "returned") not in client.get(page_of(report)).text


def test_a_reading_that_was_tampered_with_is_refused(desk, report, activity):
    response = desk.post(page_of(report, "returned"), {"reading": "x", "revision": "0"})

    assert said(desk.get(response.url)) == ["这一页没有完整地交回来，请再上传一次文件；总结没有改动。"]


def test_what_cannot_be_taken_over_says_why_and_where_to_change_it(desk, report, activity):
    planned = PlanItemFactory(report=report, heading="志愿服务", text="坚持。")
    promised = CommitmentFactory(plan_item=planned, text="建设服务站", target_value=40, target_unit="个")

    def change(word):
        retype(word, "40个", "50个")
        retype(word, "1.学雷锋", f"1.{'长' * 121}")
        add_behind(paragraph_with(word, "今年以来"), "1.多出来的一段")

    page = uploaded(desk, report, change)
    kept = take(desk, report, page, **{f"take-commitment-{promised.pk}": "on"})

    assert "责任、期限和目标在任务里填写，文件里改过它们；请在计划里更正。" in page.text
    assert "“改写的标题”最多 120 个字，照文件写有 121 个。" in page.text
    assert "1.多出来的一段" in page.text
    assert said(kept) == ["没有选要采用的改动，总结没有改动。"]
    assert Commitment.objects.get().text == "建设服务站"

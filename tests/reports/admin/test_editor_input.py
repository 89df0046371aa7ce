"""The editor and what it must bear: bad input, two people at once, records that go away."""

from datetime import date

import pytest

from reports.editing.holding import edit
from reports.models import Placement, Report, WrittenItem
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    FigureFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    StaffFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)
from tests.reports.pages import filled, page_of, said, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(opening="今年以来。")


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才", position=1)


@pytest.fixture
def three(area):
    return [
        ActivityFactory(title=title, area=area, starts_on=date(2020, 3, day), published=True)
        for day, title in enumerate(("甲项", "乙项", "丙项"), 1)
    ]


@pytest.fixture
def other():
    return StaffFactory(username="other", first_name="小明", last_name="王")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "长" * 500, "最多 120 个字，现在有 500 个。"),
        ("text", "长" * 1501, "最多 1500 个字，现在有 1501 个。"),
        ("text", "来了{没有的}。", "没有叫“没有的”的数据"),
        ("title", "题\x00目", "里面有不能保存的空字符"),
        ("section", "area-99999", "请重新选择"),
    ],
)
def test_bad_input_is_a_sentence_beside_the_field_and_keeps_what_was_typed(
    desk, report, three, field, value, sentence
):
    address = page_of(report, "entry", f"activity-{three[0].pk}")

    response = desk.post(address, filled(desk.get(address), **{"text": "留下的文字。", field: value}))

    assert sentence in response.context["form"].errors[field][0]
    assert response.context["form"]["text" if field != "text" else "title"].value() in response.text
    assert not Placement.objects.exists()


@pytest.mark.parametrize("value", ["长" * 81, ""])
def test_a_heading_too_long_or_empty_is_refused_beside_it(desk, report, three, area, value):
    page = desk.get(page_of(report))

    response = desk.post(
        page_of(report), filled(page, opening="留下。", **{f"heading-area-{area.pk}": value})
    )

    assert list(response.context["form"].errors) == [f"heading-area-{area.pk}"]
    assert "留下。" in response.text
    report.refresh_from_db()
    assert report.revision == 0


@pytest.mark.parametrize("place", ["0", "-1", "abc", "1000000000000"])
def test_a_place_that_is_none_is_refused_beside_it(desk, report, three, place):
    name = f"place-activity-{three[0].pk}"

    response = desk.post(page_of(report), filled(desk.get(page_of(report)), **{name: place}))

    assert list(response.context["form"].errors) == [name]


def change_meanwhile(report, by):
    report.refresh_from_db()
    with edit(report=report, by=by, revision=report.revision) as draft:
        draft.open_with("王小明写的开头。")


def test_the_second_of_two_editors_is_told_and_nothing_is_written(desk, report, three, area, other):
    page = desk.get(page_of(report))
    change_meanwhile(report, other)

    response = desk.post(
        page_of(report), filled(page, opening="我写的开头。", **{f"heading-area-{area.pk}": "我的标题"})
    )

    assert "在你打开这一页以后，王小明于" in response.text
    assert "现在的内容：</strong>王小明写的开头。" in response.text
    assert "我写的开头。" in response.text
    assert 'value="我的标题"' in response.text
    assert "仍然保存我的改动" in response.text
    report.refresh_from_db()
    assert (report.opening, report.revision) == ("王小明写的开头。", 1)


def test_saving_over_writes_only_what_was_typed(desk, report, three, area, other):
    page = desk.get(page_of(report))
    change_meanwhile(report, other)
    told = desk.post(page_of(report), filled(page, **{f"heading-area-{area.pk}": "我的标题"}))

    response = desk.post(page_of(report), filled(told, over="1"), follow=True)

    assert said(response) == ["已保存。"]
    report.refresh_from_db()
    assert report.opening == "王小明写的开头。"
    assert report.sections.get(area=area).heading == "我的标题"


def test_saving_over_repeats_the_button_that_was_pressed(desk, report, three, other):
    page = desk.get(page_of(report))
    change_meanwhile(report, other)
    told = desk.post(page_of(report), filled(page, do=f"leave_out activity-{three[0].pk}"))

    desk.post(page_of(report), filled(told, over="1"))

    assert titles(report) == [["乙项", "丙项"]]


def test_a_third_change_is_told_again_before_saving_over(desk, report, other):
    page = desk.get(page_of(report))
    change_meanwhile(report, other)
    told = desk.post(page_of(report), filled(page, opening="我写的开头。"))
    change_meanwhile(report, other)

    response = desk.post(page_of(report), filled(told, over="1"))

    assert "仍然保存我的改动" in response.text
    report.refresh_from_db()
    assert report.opening == "王小明写的开头。"


def test_the_page_of_an_item_tells_of_a_change_too(desk, report, three, other):
    address = page_of(report, "entry", f"activity-{three[0].pk}")
    page = desk.get(address)
    with edit(report=report, by=other, revision=0) as draft:
        draft.reword(f"activity-{three[0].pk}", title="", text="别人的改写。")

    told = desk.post(address, filled(page, text="我的改写。"))
    before = Placement.objects.get(activity=three[0]).text
    desk.post(address, filled(told, over="1"))

    assert "现在的内容：</strong>别人的改写。" in told.text
    assert before == "别人的改写。"
    assert Placement.objects.get(activity=three[0]).text == "我的改写。"


def test_a_report_sent_meanwhile_refuses_in_a_sentence_and_keeps_what_was_typed(desk, report):
    page = desk.get(page_of(report))
    Report.objects.update(state="in_review")

    response = desk.post(page_of(report), filled(page, opening="我写的开头。"))

    assert said(response) == ["这份总结现在是“已送审”，不能修改。要修改，先退回，或者发起更正。"]
    assert "我写的开头。" in response.text
    report.refresh_from_db()
    assert report.opening == "今年以来。"


def test_an_item_whose_record_was_deleted_disappears_with_a_sentence(desk, report, three):
    page = desk.get(page_of(report))
    three[0].delete()

    response = desk.post(page_of(report), filled(page, opening="新的开头。"), follow=True)

    assert said(response)[0].startswith("“甲项”：这一条的原记录已被删除")
    assert titles(report) == [["乙项", "丙项"]]
    assert report.opening == "新的开头。"


def test_a_button_on_a_deleted_record_is_answered_in_a_sentence(desk, report, three):
    page = desk.get(page_of(report))
    three[0].delete()

    response = desk.post(page_of(report), filled(page, do=f"up activity-{three[0].pk}"))

    assert any("总结里不再有它" in message for message in said(response))


def test_the_page_of_a_deleted_record_leads_back_with_a_sentence(desk, report, three):
    address = page_of(report, "entry", f"activity-{three[0].pk}")
    three[0].delete()

    response = desk.get(address, follow=True)

    assert response.redirect_chain[0][0] == page_of(report)
    assert "总结里不再有它" in said(response)[0]


def test_words_typed_over_a_deleted_record_can_be_kept_as_an_item(desk, report, three):
    address = page_of(report, "entry", f"activity-{three[0].pk}")
    page = desk.get(address)
    three[0].delete()

    response = desk.post(address, filled(page, title="新题", text="写了很久的文字。"))
    desk.post(page_of(report, "write"), filled(response))

    assert (WrittenItem.objects.get().title, WrittenItem.objects.get().text) == ("新题", "写了很久的文字。")


def test_words_over_a_withdrawn_record_are_kept_and_shown(desk, report, three):
    PlacementFactory(report=report, activity=three[0], text="改写的文字。")
    three[0].state = "withdrawn"
    three[0].save()

    page = desk.get(page_of(report)).text

    assert "现在写不进来的" in page
    assert "改写的文字。" in page


def test_html_in_every_field_is_shown_as_text(desk, report, area):
    evil = "<script>alert(1)</script>"
    activity = ActivityFactory(title=evil, area=area, summary=evil, published=True)
    FigureFactory(activity=activity, name="<i>名", wording="3名", note=evil)
    PlacementFactory(report=report, activity=activity, title=evil, text=evil, basis=evil)
    section = ReportSectionFactory(report=report, area=None, kind="written", heading=evil)
    WrittenItemFactory(section=section, title=evil, text=evil)
    CommitmentFactory(plan_item=PlanItemFactory(report=report, heading=evil, text=evil), text=evil)
    Report.objects.update(title=evil, opening=evil, signature=evil)

    for address in (
        page_of(report),
        page_of(report, "entry", f"activity-{activity.pk}"),
        page_of(report, "preview"),
    ):
        text = desk.get(address).text
        assert "<script>alert" not in text
        assert "<i>名" not in text
        assert "&lt;script&gt;alert" in text


def test_nonsense_posted_is_answered_without_an_error(desk, report):
    for data in (
        {},
        {"revision": "abc"},
        {"revision": "0", "over": "9" * 5000},
        {"revision": "0", "do": "explode x"},
    ):
        assert desk.post(page_of(report), data).status_code in (200, 302)

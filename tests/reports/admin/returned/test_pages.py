"""An edited Word file comes back to the desk: its changes are shown, and those chosen are taken over."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from activities.models import Figure
from reports.composing.compose import compose
from reports.models import Commitment, Placement, PlanItem, Report, WrittenItem
from tests.factories import (
    ActivityFactory,
    BindingFactory,
    CommitmentFactory,
    FigureFactory,
    HonorReceivedFactory,
    PlanItemFactory,
    ReportSectionFactory,
    WrittenItemFactory,
)
from tests.reading import texts
from tests.reports.pages import page_of, said
from tests.reports.returning.desk import exported, places, take, text_of, upload, uploaded
from tests.reports.returning.files import add_behind, edited, paragraph_with, retype

pytestmark = pytest.mark.django_db


def test_a_file_that_comes_back_is_shown_and_nothing_is_taken_over_unasked(desk, report, activity):
    page = uploaded(desk, report, lambda word: retype(word, "上门服务", "入户服务"))

    assert places(page) == ["一、1.学雷锋"]
    assert texts(page, "//article//del | //article//ins") == ["上门服务", "入户服务"]
    assert text_of(report) == ["组织300余名上门服务。"]
    assert not Placement.objects.exists()


def test_chosen_words_become_an_override_with_its_figures_by_name(desk, staff, report, activity):
    other = ActivityFactory(title="植树", area=activity.area, summary="种树。", published=True)
    page = uploaded(
        desk, report, lambda word: (retype(word, "上门服务", "入户服务"), retype(word, "种树", "义务种树"))
    )

    response = take(desk, report, page, **{f"take-activity-{activity.pk}": "on"})

    report.refresh_from_db()
    [placement] = Placement.objects.exclude(text="")
    assert (response.status_code, said(desk.get(response.url))) == (
        302,
        ["已采用文件里的 1 处改动，其余的没有动。"],
    )
    assert (placement.activity, placement.text) == (activity, "组织{志愿者}入户服务。")
    assert (report.revision, report.updated_by) == (1, staff)
    assert set(text_of(report)) == {"组织300余名入户服务。", other.summary}


def test_a_changed_number_stays_the_records_unless_it_is_asked_for_as_words(desk, report, activity):
    def change(word):
        retype(word, "300余名", "320余名")
        retype(word, "上门服务", "入户服务")

    page = uploaded(desk, report, change)
    assert texts(page, "//fieldset//strong") == ["300余名", "320余名"]
    assert f"/admin/activities/activity/{activity.pk}/change/" in page.text

    key = f"activity-{activity.pk}"
    take(desk, report, page, **{f"take-{key}": "on"})
    assert text_of(report) == ["组织300余名入户服务。"]

    again = uploaded(desk, report, lambda word: retype(word, "300余名", "320余名"))
    assert "选中的只改了数字，数字仍用记录的" in take(desk, report, again, **{f"take-{key}": "on"}).text
    taken = take(desk, report, again, **{f"take-{key}": "on", f"typed-{key}-0": "yes"})
    entry = page_of(report, "entry", key)
    assert said(desk.get(taken.url))[-1] == (
        f'这几条里有数字写成了自己的文字，请核对出处：<a href="{entry}">一、1.学雷锋</a>'
    )
    assert text_of(report) == ["组织320余名入户服务。"]


def test_a_number_bound_to_its_record_stays_typed_and_bound(desk, report, activity):
    section = ReportSectionFactory(report=report, kind="written", area=None)
    written = WrittenItemFactory(section=section, text="全区共有300余名参加，骨干不足。")
    bound = {"written": written, "clause": "全区共有300余名参加", "number": "300余名"}
    BindingFactory(report=report, figure=activity.figures.get(), total="", **bound)

    page = uploaded(desk, report, lambda word: retype(word, "骨干不足", "骨干还不足"))
    take(desk, report, page, **{f"take-written-{written.pk}": "on"})

    written.refresh_from_db()
    assert written.text == "全区共有300余名参加，骨干还不足。"
    [item] = compose(report).sections[1].items
    assert [figure.sources[0].label for figure in item.figures] == ["学雷锋"]


def test_a_record_corrected_in_between_prints_its_number(desk, report, activity):
    page = uploaded(desk, report, lambda word: retype(word, "300余名", "320余名"))
    Figure.objects.get().delete()
    FigureFactory(activity=activity, name="志愿者", wording="320余名")

    response = take(desk, report, page, **{f"take-activity-{activity.pk}": "on"})

    assert said(response) == ["没有选要采用的改动，总结没有改动。"]  # the draft says so by itself now
    assert text_of(report) == ["组织320余名上门服务。"]


def test_words_of_every_kind_are_taken_over(desk, report, activity):
    section = ReportSectionFactory(report=report, kind="written", area=None, heading="存在问题")
    written = WrittenItemFactory(section=section, title="队伍", text="骨干不足。")
    planned = PlanItemFactory(report=report, heading="志愿服务", text="坚持常态化。")
    promised = CommitmentFactory(
        plan_item=planned, text="建设服务站", target_value=40, target_unit="个", due_on=date(2020, 12, 31)
    )

    def change(word):
        for old, new in (
            ("今年以来", "一年来"),
            ("服务成长成才", "服务青年成长"),
            ("学雷锋", "学雷锋纪念日"),
            ("骨干不足", "骨干还不足"),
            ("常态化", "长效化"),
            ("建设服务站", "新建服务站"),
        ):
            retype(word, old, new)

    page = uploaded(desk, report, change)
    chosen = re.findall('type="checkbox" name="(take-[^"]+)"', page.text)
    take(desk, report, page, **dict.fromkeys(chosen, "on"))

    report.refresh_from_db()
    document = compose(report)
    assert len(chosen) == 6
    assert report.opening == "一年来。"
    assert document.sections[0].heading == "服务青年成长"
    assert Placement.objects.get(activity=activity).title == "学雷锋纪念日"
    assert WrittenItem.objects.get(pk=written.pk).text == "骨干还不足。"
    assert PlanItem.objects.get(pk=planned.pk).text == "坚持长效化。"
    assert Commitment.objects.get(pk=promised.pk).text == "新建服务站"


def test_an_item_that_somebody_added_becomes_one_in_own_words_when_that_is_chosen(desk, report, activity):
    page = uploaded(
        desk, report, lambda word: add_behind(paragraph_with(word, "上门服务"), "2.走访慰问", "走访25户。")
    )
    [name] = re.findall('name="(add-[^"]+)"', page.text)
    assert not WrittenItem.objects.exists()

    take(desk, report, page, **{name: "on"})

    assert text_of(report) == ["组织300余名上门服务。", "走访25户。"]
    assert WrittenItem.objects.get().title == "走访慰问"


def test_an_item_struck_from_the_file_is_left_out_when_that_is_chosen(desk, report, activity):
    def strike(word):
        for words in ("1.学雷锋", "上门服务"):
            paragraph = paragraph_with(word, words)._p
            paragraph.getparent().remove(paragraph)

    page = uploaded(desk, report, strike)
    assert "文件里删去了这一条。" in page.text
    take(desk, report, page, **{f"take-activity-{activity.pk}": "on"})

    assert text_of(report) == []
    assert Placement.objects.get(activity=activity).is_left_out


def test_a_lead_is_taken_over_and_items_told_together_are_changed_one_by_one(desk, report, activity):
    ActivityFactory(title="植树", area=activity.area, summary="种树。", published=True)
    section = ReportSectionFactory(
        report=report,
        area=activity.area,
        heading="服务",
        has_lead=True,
        lead="开展活动{活动}。",
        item_form="paragraph",
    )

    def change(word):
        retype(word, "开展活动", "先后开展活动")
        retype(word, "种树", "义务种树")

    page = uploaded(desk, report, change)
    take(desk, report, page, **{f"take-lead-area-{activity.area.pk}": "on"})

    section.refresh_from_db()
    assert section.lead == "先后开展活动{活动}。"
    assert "这一段由几条写成，不能整段改写" in page.text


def test_honours_in_the_opening_stay_those_on_record(desk, report):
    honor = HonorReceivedFactory(year=2020, published=True)

    page = uploaded(desk, report, lambda word: retype(word, "今年以来", "一年来"))
    take(desk, report, page, **{"take-opening": "on"})
    report.refresh_from_db()
    assert report.opening == "一年来。其间，荣获{上级荣誉}。"

    page = uploaded(desk, report, lambda word: retype(word, honor.title, "先进单位"))
    assert "开头语里的上级荣誉由记录写成" in page.text


def test_the_page_asks_the_database_as_often_for_three_changes_as_for_one(desk, report, activity):
    def queries(file) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert upload(desk, report, file).status_code == 200
        return len(asked)

    def change(word):
        for run in [run for paragraph in word for run in paragraph.runs if "00余名" in run.text]:
            run.text = run.text.replace("00余名", "20余名")

    one = edited(exported(report), change)
    asked_for_one = queries(one)
    for place in (2, 3):
        other = ActivityFactory(
            title=f"活动{place}", area=activity.area, summary="有{志愿者}。", published=True
        )
        FigureFactory(activity=other, name="志愿者", wording=f"{place}00余名")
    three = edited(exported(report), change)

    assert len(places(upload(desk, report, three))) == 3
    assert queries(three) == asked_for_one


def test_the_editor_leads_to_the_page(desk, report):
    assert page_of(report, "returned") in desk.get(page_of(report)).text
    assert "读入文件" in desk.get(page_of(report, "returned")).text


def test_the_order_and_the_signature_of_the_file_are_taken_over_where_chosen(desk, report, activity):
    ActivityFactory(title="植树", area=activity.area, summary="种树。", published=True)
    Report.objects.update(signature="共青团西湖区委")
    report.refresh_from_db()

    def change(word):
        retype(word, report.signature, "共青团某区委办公室")
        for words in ("植树", "种树。"):
            paragraph_with(word, "学雷锋")._p.addprevious(paragraph_with(word, words)._p)

    page = uploaded(desk, report, change)
    asked = texts(page, "//input[starts-with(@name,'frame-')]/@name")

    take(desk, report, page)
    assert (titles_of(report), report.signature) == (["学雷锋", "植树"], "共青团西湖区委")
    take(desk, report, page, order="on", **dict.fromkeys(asked, "on"))
    assert (len(asked), titles_of(report), report.signature) == (1, ["植树", "学雷锋"], "共青团某区委办公室")


def titles_of(report) -> list[str]:
    report.refresh_from_db()
    return [item.title for section in compose(report).sections for item in section.items]

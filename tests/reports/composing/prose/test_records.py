"""Several records of one item in one paragraph."""

from datetime import date

import pytest

from activities.models import Activity
from reports.composing.sections.records import named_figures, own_passage, own_pattern
from reports.document.passages import passage_of
from tests.factories import ActivityFactory, AwardTitleFactory, CommendationFactory, FigureFactory

pytestmark = pytest.mark.django_db


def planted(day: date, wording: str, **values):
    activity = ActivityFactory(**{"title": "植树", "starts_on": day, **values})
    FigureFactory(activity=activity, name="志愿者", wording=wording, counts="volunteers")
    return activity


def test_alike_activities_are_told_once_with_their_sum():
    records = [
        planted(date(2020, 3, 5), "20余名", place="江滩"),
        planted(date(2020, 3, 12), "30名", place="象湖"),
        planted(date(2020, 4, 1), "10名", place="江滩"),
    ]

    passage = own_passage(records, 2020)

    assert passage.text == "3月5日、12日和4月1日，在江滩、象湖先后3次开展植树，60余名志愿者参加。"
    assert [(figure.label, len(figure.sources)) for figure in passage.figures] == [
        ("合并场次", 3),
        ("志愿者合计", 3),
    ]


def test_figures_that_cannot_be_added_are_told_each():
    records = [ActivityFactory(title="义诊"), ActivityFactory(title="义诊", starts_on=date(2020, 3, 6))]
    for activity, wording in zip(records, ("100个", "50箱"), strict=True):
        FigureFactory(activity=activity, name="药品", wording=wording)

    assert own_passage(records, 2020).text == "3月5日和6日，先后2次开展“义诊”活动，涉及药品100个、药品50箱。"


def test_the_same_words_are_told_once_with_the_sum_in_place():
    records = [
        planted(date(2020, 3, 5), "20名", summary="{志愿者}种下树苗。"),
        planted(date(2020, 3, 12), "30名", summary="{志愿者}种下树苗。"),
    ]

    assert own_passage(records, 2020).text == "3月5日和12日，50名种下树苗。"


def test_different_words_follow_each_other_each_with_its_day_unless_that_is_told():
    records = [
        planted(date(2020, 3, 5), "20名", summary="{志愿者}种下树苗"),
        ActivityFactory(starts_on=date(2020, 3, 5), summary="同时宣讲。\n发放资料。"),
        ActivityFactory(starts_on=date(2020, 4, 1), summary="4月1日，浇水。"),
        ActivityFactory(title="验收", starts_on=date(2020, 5, 1)),
    ]
    given = CommendationFactory(starts_on=date(2020, 5, 4))
    AwardTitleFactory(commendation=given, name="植树标兵", announced_count=3)

    assert own_passage([*records, given], 2020).text == (
        "3月5日，20名种下树苗。同时宣讲。发放资料。4月1日，浇水。5月1日，开展“验收”活动。"
        "5月4日，授予3名同志“植树标兵”称号。"
    )


def test_the_year_is_told_where_it_changes():
    records = [ActivityFactory(summary="甲。"), ActivityFactory(starts_on=date(2021, 1, 5), summary="乙。")]

    assert own_passage(records).text == "2020年3月5日，甲。2021年1月5日，乙。"


@pytest.mark.parametrize("summary", ["", "{志愿者}种下树苗。", "种下树苗。", "只为{志愿者}。\n还是{志愿者}"])
@pytest.mark.parametrize("wordings", [("20名", "30余名"), ("20名", "10至30名"), ("20名", "截至5月底，30名")])
def test_the_pattern_of_several_records_reads_as_their_text(summary, wordings):
    records = [
        planted(date(2020, 3, day), wording, summary=summary)
        for day, wording in zip((5, 12), wordings, strict=True)
    ]

    passage = own_passage(records)

    assert passage_of(own_pattern(records), named_figures(records)).text == passage.text
    assert all(figure.text in passage.text for figure in passage.figures)


def test_what_repeats_another_figure_is_not_told_twice():
    first, second = planted(date(2020, 3, 5), "30名"), planted(date(2020, 3, 6), "30名")
    second.figures.update(repeats=first.figures.get())

    passage = own_passage(list(Activity.objects.order_by("starts_on")), 2020)

    assert passage.text == "3月5日和6日，先后2次开展植树，30名志愿者参加。"

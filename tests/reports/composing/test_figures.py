"""Rule 1 of counting: nothing unlike is added, 余 and 约 are kept, a repetition counts once."""

from decimal import Decimal

import pytest

from counting import Count, UnlikeFigures
from reports.composing.figures import added, counted, stated, summed
from reports.document import Figure, Source
from tests.factories import ActivityFactory, FigureFactory

pytestmark = pytest.mark.django_db


def test_stated_hands_on_one_records_own_wording():
    source = Source("activity", 1, "活动", "/activities/1/", "1万个")

    figure = stated("口罩", Count(Decimal(10000), "个", "exact"), source, "1万个")

    assert figure == Figure("口罩", Decimal(10000), "个", "exact", "1万个", (source,))


def test_counted_names_every_record_it_counts():
    activities = ActivityFactory.create_batch(2)

    figure = counted("开展活动", activities, "项")

    assert figure.text == "2项"
    assert [(source.type, source.id, source.url) for source in figure.sources] == [
        ("activity", activity.pk, f"/activities/{activity.pk}/") for activity in activities
    ]


def test_counted_nothing_is_no_figure():
    assert counted("开展活动", [], "项") is None


@pytest.mark.parametrize(
    ("wordings", "text", "precision"),
    [
        (["2名", "10名", "74名"], "86名", "exact"),
        (["300余名", "370名"], "600余名", "at_least"),
        (["300余名", "约70名"], "约400名", "about"),
        (["70余名", "30人"], "100余人", "at_least"),
        (["近4万人次", "163万人次", "306人次"], "约167万人次", "about"),
        (["287万余元", "1033.24元"], "287万余元", "at_least"),
        (["342人次", "8人次"], "350人次", "exact"),
        (["9000元", "0.5元"], "9000.5元", "exact"),
        (["60份", "40份"], "100份", "exact"),
        (["10至20人", "5人"], "约20人", "about"),
        (["10至21人", "5人"], "约20人", "about"),
        (["不足100人", "50余人"], "约100人", "about"),
        (["1至2小时", "3小时"], "约5小时", "about"),
        (["不足100人"], "不足100人", "below"),
        (["10至20人"], "10至20人", "range"),
        (["3200名团员青年", "70名新生"], "3270名", "exact"),
    ],
)
def test_summed_adds_like_figures_and_keeps_how_exact_they_are(wordings, text, precision):
    figures = [FigureFactory(wording=wording) for wording in wordings]

    total = summed("合计", figures)

    assert (total.text, total.precision) == (text, precision)
    assert [source.text for source in total.sources] == wordings
    assert [source.figure_id for source in total.sources] == [figure.pk for figure in figures]


@pytest.mark.parametrize(
    "wordings",
    [
        ["300名", "342人次"],
        ["9000元", "60份"],
        ["60份", "1万个"],
        ["2小时", "2人"],
        ["6户次", "3人次"],
        ["60%", "20%"],
    ],
)
def test_summed_refuses_figures_that_count_unlike_things(wordings):
    figures = [FigureFactory(wording=wording) for wording in wordings]

    with pytest.raises(UnlikeFigures):
        summed("合计", figures)


def test_a_stated_range_keeps_both_ends():
    figure = stated(
        "参加人员", Count(Decimal(10), "人", "range", Decimal(20)), Source("activity", 1, "活动", "/")
    )

    assert (figure.value, figure.high, figure.text) == (10, 20, "10至20人")


def test_summed_leaves_a_stock_out():
    stock = FigureFactory(wording="截至5月底，注册志愿者800名")
    flow = FigureFactory(wording="30名")

    assert summed("志愿者", [stock, flow]).text == "30名"


def test_summed_leaves_a_unit_price_out():
    price = FigureFactory(wording="150元", part="unit_price")
    total = FigureFactory(wording="9000元")

    assert summed("金额", [price, total]).text == "9000元"
    assert summed("金额", [price]) is None


def test_summed_counts_a_repetition_once():
    first = FigureFactory(wording="300余名")
    second = FigureFactory(wording="310名", repeats=first)
    other = FigureFactory(wording="5名")

    total = summed("志愿者", [second, first, other])

    assert total.text == "300余名"
    assert [source.figure_id for source in total.sources] == [first.pk, other.pk]


def test_summed_counts_once_what_repeats_a_figure_outside_the_report():
    outside = FigureFactory(wording="300余名")
    one = FigureFactory(wording="300余名", repeats=outside)
    two = FigureFactory(wording="300余名", repeats=outside)

    assert summed("志愿者", [one, two]).text == "300余名"


def test_summed_counts_once_figures_that_point_at_one_another():
    one = FigureFactory(wording="70余名")
    two = FigureFactory(wording="70余人", repeats=one)
    one.repeats = two
    one.save()

    total = summed("参加人员", [one, two])

    assert total.text == "70余名"


def stated_count(record, number, unit, precision="exact"):
    count = Count(Decimal(number), unit, precision)
    return stated("培训", count, Source("activity", record, f"活动{record}", "", f"{number}{unit}"))


def test_added_sums_what_records_state_in_one_unit():
    parts = [stated_count(1, 2, "期"), stated_count(2, 1, "期", "at_least")]

    total = added("实际", parts)

    assert total == Figure(
        "实际", Decimal(3), "期", "at_least", "3余期", (*parts[0].sources, *parts[1].sources)
    )


def test_added_refuses_unlike_units():
    with pytest.raises(UnlikeFigures):
        added("实际", [stated_count(1, 2, "期"), stated_count(2, 1, "个")])


def test_added_of_nothing_is_no_figure():
    assert added("实际", []) is None

from decimal import Decimal

import pytest

from reports.document import Figure, Passage, Source, Sum
from tests.reports.documents import MASKS, TARGET, VOLUNTEERS, document


def test_passage_reads_its_figures_in_their_places():
    passage = Passage(("组织", 0, "志愿者。"), (VOLUNTEERS,))

    assert passage.text == "组织300余名志愿者。"


def test_passage_is_cut_into_paragraphs_without_empty_ones():
    passage = Passage(("第一段", 0, "。\n\n第二段。\n"), (VOLUNTEERS,))

    assert passage.paragraphs == [
        [("第一段", None), ("300余名", VOLUNTEERS), ("。", None)],
        [("第二段。", None)],
    ]


def test_outline_numbers_sections_and_items_from_their_position():
    outline = document().outline

    assert [
        (label, section.heading, [number for number, _ in items]) for label, section, items in outline
    ] == [
        ("一、", "服务青年", ["1."]),
        ("二、", "下半年计划", ["1."]),
    ]


def test_figures_are_listed_in_reading_order_with_the_totals_last():
    assert document().figures() == [VOLUNTEERS, MASKS, TARGET, VOLUNTEERS]


def test_status_is_issued_only_in_the_issued_state():
    assert [document(state=state).status for state in ("draft", "in_review", "returned", "issued")] == [
        "draft",
        "draft",
        "draft",
        "issued",
    ]


@pytest.mark.parametrize(
    ("parts", "total", "formula"),
    [
        (["2名", "10名", "74名"], "86名", "2+10+74=86"),
        (["300余名", "1万人"], "10300余人", "300余+1万=10300余"),
        (["70余名"], "70余名", ""),
        (["1项", "1项"], "2项", ""),
        (["2条记录共4小时", "3小时"], "7小时", ""),
    ],
)
def test_a_sum_shows_its_formula(parts, total, formula):
    sources = tuple(Source("activity", number, "活动", "", text) for number, text in enumerate(parts))

    assert Figure("合计", Decimal(1), "名", "exact", total, sources).formula == formula


@pytest.mark.parametrize(
    ("parts", "exact", "total", "formula"),
    [
        (
            ["近4万人次", "163万人次", "306人次"],
            1670306,
            "约167万人次",
            "近4万+163万+306=1670306，取整为约167万",
        ),
        (["10至21人", "5人"], "20.5", "约20人", "10至21+5=20.5，取整为约20"),
        (["十余名", "5名"], 15, "10余名", "合计=15，取整为10余"),
    ],
)
def test_a_sum_that_is_told_less_finely_shows_what_it_was(parts, exact, total, formula):
    sources = tuple(Source("activity", number, "活动", "", text) for number, text in enumerate(parts))
    figure = Figure("合计", Decimal(1), "名", "about", total, sources, exact=Decimal(exact))

    assert figure.formula == formula


def test_figures_of_several_records_are_listed_after_the_totals():
    sources = (VOLUNTEERS.sources[0], TARGET.sources[0])
    total = Figure("志愿者", Decimal(300), "名", "at_least", "300余名", VOLUNTEERS.sources)
    summed = Figure("服务站", Decimal(4), "个", "exact", "4个", sources)

    report = document(opening=Passage((0, "和", 1), (summed, total)), totals=(total,))

    assert report.sums == {total: Sum("total-志愿者"), summed: Sum("sum-2", "开头")}

from dataclasses import replace

import pytest

from reports.composing.length import TooShort, characters, shortened, typed_characters
from reports.document import Item, Passage, Section, Source
from tests.reports.documents import MASKS, TARGET, VOLUNTEERS, document

LONG = "。".join(["服务青年成长成才"] * 20) + "。"


def long_document():
    """Two items with figures among long sentences, three without, and a plan."""
    told = [
        Item("有数据", Passage((LONG, 0, "青年志愿者上阵。" + LONG), (VOLUNTEERS,))),
        *[
            Item(f"无数据{n}", Passage((LONG,)), sources=(Source("activity", n, f"无数据{n}", ""),))
            for n in (1, 2, 3)
        ],
    ]
    plan = Item(
        "计划",
        Passage((LONG,)),
        (Item("任务", Passage(("（责任：某街道）",))), Item("目标任务", Passage(("目标：", 0), (TARGET,)))),
    )
    opening = Passage((LONG,))
    return document(
        opening=opening, sections=(Section("工作", "records", tuple(told)), Section("计划", "plan", (plan,)))
    )


def test_characters_are_counted_without_white_space():
    told = "2020年上半年工作总结今年以来，现将情况汇报如下。"
    told += "一、服务青年1.应急志愿服务组织300余名青年志愿者，捐赠口罩1万个。"
    plan = "二、下半年计划1.志愿服务坚持常态化。（1）建设服务站（目标：40个）某团区委2020年5月29日"

    assert characters(document()) == len(told + plan)


def test_a_report_that_fits_stays_as_it_is():
    assert shortened(document(), typed_characters(document())) == document()


@pytest.mark.parametrize("most", [900, 700, 400, 300, 200, 170])
def test_shortened_never_exceeds_the_limit_and_keeps_every_figure(most):
    short = shortened(long_document(), most)

    assert typed_characters(short) <= most
    stated = [figure for figure in short.figures() if figure.label != "从略"]
    assert stated == long_document().figures()


def test_items_with_figures_keep_the_sentences_that_bear_them():
    assert shortened(long_document(), 300).sections[0].items[0].text == "300余名青年志愿者上阵。"


def test_folded_items_are_counted_with_their_records_as_sources():
    sources = [Source("activity", number, f"第{number}次活动", "") for number in range(1, 31)]
    items = tuple(Item(source.label, Passage((LONG,)), sources=(source,)) for source in sources)
    long = document(sections=(Section("工作", "records", items),))

    [*kept, folded] = shortened(long, 180).sections[0].items

    [figure] = folded.figures
    assert (folded.title, folded.text) == ("其他工作", f"另有{30 - len(kept)}项从略。")
    assert [item.title for item in kept] == [source.label for source in sources[: len(kept)]]
    assert {source.label for source in figure.sources} == {source.label for source in sources[len(kept) :]}


def test_no_part_disappears():
    short = shortened(long_document(), 170)

    assert [section.kind for section in short.sections] == ["records", "plan"]


def test_too_few_characters_are_refused_with_what_is_needed():
    with pytest.raises(TooShort, match="至少需要"):
        shortened(long_document(), 20)


def test_figures_of_a_cut_passage_keep_their_places():
    item = Item("口罩", Passage(("甲。", 0, "志愿者。乙。", 1, "口罩。"), (VOLUNTEERS, MASKS)))
    long = replace(document(), sections=(Section("工作", "records", (item,)),))

    short = shortened(long, typed_characters(long) - 1)

    assert short.sections[0].items[0].text == "300余名志愿者。1万个口罩。"


def test_what_became_of_the_plan_is_never_cut():
    status = Item("建设服务站", Passage(("（推进中）",)))
    follow_up = Section("计划落实", "follow_up", (Item("志愿服务", Passage(), (status,)),))
    told = Section("工作", "records", (Item("活动", Passage((LONG,))),))

    short = shortened(document(sections=(follow_up, told)), 115)

    assert short.sections[0] == follow_up

import re
from dataclasses import replace

import pytest

from reports.composing.length import TooShort, characters, shortened, typed_characters
from reports.document import Item, Passage, Section, Source
from tests.reports.documents import ACTIVITY, MASKS, TARGET, VOLUNTEERS, document

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


CAMPAIGNS = {ACTIVITY.id: ["五四系列活动"], 8: ["五四系列活动", "品牌"], 9: ["江滩"]}


def campaigns_document():
    """Two of four activities belong to one campaign; a part in own words, and a plan."""
    told = (
        Item(
            "座谈会",
            Passage((f"座谈以“青春，加油！”为主题。{LONG}",)),
            sources=(Source("activity", 8, "座谈会", ""),),
        ),
        Item("清洁江滩", Passage((LONG,)), sources=(Source("activity", 9, "清洁江滩", ""),)),
        Item(
            "入团仪式",
            Passage((LONG, 0, f"青年志愿者上阵。{LONG}（口罩：", 1, "）"), (VOLUNTEERS, MASKS)),
            sources=(replace(ACTIVITY, label="入团仪式"),),
        ),
        Item("培训", Passage((LONG,)), sources=(Source("activity", 10, "培训", ""),)),
    )
    written = Section("存在问题", "written", (Item("不足", Passage(("力量不够。办法不多。",))),))
    sections = (Section("工作", "records", told), written, document().sections[1])
    return document(opening=Passage((LONG,)), sections=sections)


def test_characters_are_counted_without_white_space():
    told = "2020年上半年工作总结今年以来，现将情况汇报如下。"
    told += "一、服务青年1.应急志愿服务组织300余名青年志愿者，捐赠口罩1万个。"
    plan = "二、下半年计划1.志愿服务坚持常态化。（1）建设服务站（目标：40个）某团区委2020年5月29日"

    assert characters(document()) == len(told + plan)


def test_a_report_that_fits_stays_as_it_is():
    assert shortened(document(), typed_characters(document())) == document()


def test_every_length_down_to_the_shortest_is_kept_without_a_cut_sentence_or_a_loose_figure():
    long = campaigns_document()

    for most in range(typed_characters(long), shortest(long) - 1, -41):
        short = shortened(long, most, CAMPAIGNS)

        assert typed_characters(short) <= most
        assert [section.kind for section in short.sections] == ["records", "written", "plan"]
        assert short.sections[1] == long.sections[1]
        told = [(item.title, item.passage) for section in short.sections for item in section.items]
        assert [(title, passage.text) for title, passage in told if not is_whole(passage)] == []
        assert [figure.label for figure in short.figures() if not figure.sources] == []


def shortest(long) -> int:
    with pytest.raises(TooShort) as refusal:
        shortened(long, 1, CAMPAIGNS)
    return int(re.search(r"至少需要(\d+)个字", str(refusal.value))[1])


def is_whole(passage) -> bool:
    """Whether a text is empty or ends as a sentence does, with as many quotes closed as opened."""
    text = passage.text
    return not text or (text[-1] in "。！）" and text.count("“") == text.count("”"))


def test_items_with_figures_keep_the_sentences_that_bear_them():
    assert shortened(long_document(), 300).sections[0].items[0].text == "300余名青年志愿者上阵。"


def test_items_of_one_campaign_are_told_together():
    long = campaigns_document()

    gathered = next(
        short
        for most in range(typed_characters(long), 0, -20)
        if (short := shortened(long, most, CAMPAIGNS)).sections[0].items[0].title == "五四系列活动"
    )

    together, *others = gathered.sections[0].items
    assert together.text == "开展活动2项，志愿者300余名、口罩1万个，包括：座谈会；入团仪式。"
    assert [source.label for source in together.sources] == ["座谈会", "入团仪式"]
    assert [item.title for item in others] == ["清洁江滩", "培训"]


def test_a_section_at_its_shortest_counts_its_records_by_kind():
    long = campaigns_document()

    [told] = shortened(long, shortest(long), CAMPAIGNS).sections[0].items

    assert (told.title, told.text) == ("", "开展活动4项。")
    [counted] = told.figures
    assert [(source.label, source.text) for source in counted.sources] == [
        (label, "1项") for label in ("座谈会", "清洁江滩", "入团仪式", "培训")
    ]


def test_a_part_still_to_be_written_says_so_at_any_length():
    missing = Section("下一步计划", "plan", (Item("待补"),))
    told = Section("工作", "records", (Item("活动", Passage((LONG,))),))

    assert shortened(document(sections=(told, missing)), 120).sections[1] == missing


def test_the_opening_keeps_the_honours_received():
    honour = Source("honorreceived", 1, "先进", "", "全省先进单位称号")
    opening = Passage((f"今年以来，{LONG}其间，荣获全省先进单位称号。",))
    long = document(opening=opening, opening_sources=(honour,))

    assert shortened(long, 175).opening.text == "今年以来，服务青年成长成才。其间，荣获全省先进单位称号。"
    assert shortened(long, 118).opening.text == "某团区委荣获全省先进单位称号。"


def test_what_staff_wrote_as_a_part_of_its_own_is_kept_or_reported_as_too_long():
    problems = Section("存在问题", "written", (Item("不足", Passage((LONG,))),))
    long = document(sections=(*document().sections, problems))

    with pytest.raises(TooShort, match=f"，其中照原文保留的有“存在问题”{len(LONG) + 2}字。"):
        shortened(long, 150)


def test_too_few_characters_are_refused_with_what_is_needed():
    with pytest.raises(TooShort, match="至少需要"):
        shortened(long_document(), 20)


def test_figures_of_a_cut_passage_keep_their_places():
    item = Item("口罩", Passage(("甲。", 0, "志愿者。乙。", 1, "口罩。"), (VOLUNTEERS, MASKS)))
    long = replace(document(), sections=(Section("工作", "records", (item,)),))

    short = shortened(long, typed_characters(long) - 1)

    assert short.sections[0].items[0].text == "300余名志愿者。1万个口罩。"

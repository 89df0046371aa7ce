"""An exported file that somebody changed, beside the draft: exactly what was changed, item by item."""

from dataclasses import replace

import pytest

from reports.document import Item, Passage
from reports.document.snapshot import from_json as from_snapshot
from reports.document.snapshot import to_json
from reports.returning.comparing import Aside, compare
from reports.returning.word.reading import read
from tests.reports.documents import OFFICIAL
from tests.reports.returning.comparisons import TEXT, compared, exported, rest, told
from tests.reports.returning.files import (
    add_behind,
    keyed,
    paragraph_with,
    retype,
    without_bookmarks,
)
from toolkit.texts.differing import ADDED, REMOVED, SAME


def test_a_file_that_nobody_changed_has_no_changes():
    comparison = compare(read(exported()), keyed())

    assert (told(comparison), rest(comparison), comparison.is_older) == ([], ([], [], []), False)


@pytest.mark.parametrize("annex", ["full", "totals", "none"])
def test_an_official_document_that_nobody_changed_has_no_changes(annex):
    head = {"red_head": "某团区委文件", "document_number": "西团〔2020〕5号"}
    draft = replace(keyed(), **head, formalities=replace(OFFICIAL, annex=annex))

    comparison = compare(read(exported(draft)), draft)

    assert (told(comparison), rest(comparison), comparison.is_older) == ([], ([], [], []), False)


def test_changed_words_are_told_by_item_and_cut_into_what_went_and_came():
    comparison = compared(lambda word: retype(word, "坚持常态化", "坚持长效化"))

    assert told(comparison) == [("planitem-1", "", "坚持长效化。")]
    assert comparison.proposals[0].text.pieces == (
        (SAME, "坚持"),
        (REMOVED, "常态"),
        (ADDED, "长效"),
        (SAME, "化。"),
    )


def test_each_kind_of_text_is_told_under_its_key():
    def change(word):
        retype(word, "今年以来", "一年来")
        retype(word, "服务青年", "服务广大青年")
        retype(word, "1.应急志愿服务", "1.应急服务")
        retype(word, "建设服务站", "新建服务站")

    assert told(compared(change)) == [
        ("opening", "", "一年来，\n现将情况汇报如下。"),
        ("heading-area-1", "服务广大青年", ""),
        ("activity-4", "应急服务", ""),
        ("commitment-2", "", "新建服务站（目标：40个）"),
    ]


def test_a_paragraph_added_behind_an_item_is_the_items():
    comparison = compared(lambda word: add_behind(paragraph_with(word, TEXT), "受到好评。"))

    assert told(comparison) == [("activity-4", "", f"{TEXT}\n受到好评。")]


def test_an_item_that_somebody_added_is_shown_and_not_lost():
    comparison = compared(lambda word: add_behind(paragraph_with(word, TEXT), "2.走访慰问", "走访25户。"))

    assert told(comparison) == []
    [aside] = comparison.asides
    assert aside == Aside("“一、1.应急志愿服务”之后", ["2.走访慰问", "走访25户。"], "area-1")
    assert aside.as_item == ("走访慰问", "走访25户。")


def test_an_item_that_is_gone_is_told_once():
    def change(word):
        for words in ("1.应急志愿服务", TEXT):
            paragraph = paragraph_with(word, words)._p
            paragraph.getparent().remove(paragraph)

    [proposal] = compared(change).proposals
    assert (proposal.key, proposal.is_gone) == ("activity-4", True)


def test_texts_without_their_bookmarks_are_known_by_place_number_and_words():
    def change(word):
        for paragraph in word:
            without_bookmarks(paragraph)
        retype(word, "坚持常态化", "坚持长效化")
        retype(word, "建设服务站", "新建服务站")
        retype(word, "二、下半年计划", "二、下半年工作安排")

    comparison = compared(change)

    assert told(comparison) == [
        ("heading-plan", "下半年工作安排", ""),
        ("planitem-1", "", "坚持长效化。"),
        ("commitment-2", "", "新建服务站（目标：40个）"),
    ]
    assert rest(comparison) == ([], [], [])
    assert all(proposal.is_guessed for proposal in comparison.proposals)


def test_two_paragraphs_made_one_are_parted_where_the_bookmarks_are():
    def change(word):
        title, text = paragraph_with(word, "1.应急志愿服务"), paragraph_with(word, TEXT)
        for element in list(text._p):
            if not element.tag.endswith("}pPr"):
                title._p.append(element)
        text._p.getparent().remove(text._p)

    assert told(compared(change)) == []


def test_other_numbers_of_headings_are_no_change():
    def change(word):
        retype(word, "1.应急志愿服务", "3.应急志愿服务")
        retype(word, "一、服务青年", "二、服务青年")
        retype(word, "1.志愿服务", "志愿服务")  # numbered by the program itself

    assert told(compared(change)) == []


def test_a_text_that_the_draft_alone_has_changed_since_is_no_change_of_the_file():
    records, plan = keyed().sections
    [item] = records.items
    moved_on = replace(item, title="抗疫应急服务")
    draft = replace(keyed(), sections=(replace(records, items=(moved_on,)), plan))

    untouched = compare(read(exported()), draft)
    touched = compared(lambda word: retype(word, "捐赠口罩", "募集口罩"), draft=draft)

    assert (told(untouched), untouched.is_older, untouched.since) == ([], True, 1)
    [proposal] = touched.proposals
    assert (proposal.key, proposal.title, proposal.has_moved_on) == ("activity-4", None, True)


def test_an_item_that_the_draft_has_got_since_is_not_told_as_deleted():
    records, plan = keyed().sections
    new = Item("新的一条", Passage(("文字。",)), key="written-9")
    draft = replace(keyed(), sections=(replace(records, items=(*records.items, new)), plan))

    comparison = compare(read(exported()), draft)

    assert (told(comparison), comparison.is_older) == ([], True)


def test_changed_words_of_an_item_that_the_draft_has_no_more_are_shown():
    draft = replace(keyed(), sections=keyed().sections[1:])

    kept = compare(read(exported()), draft)
    comparison = compared(lambda word: retype(word, "捐赠口罩", "募集口罩"), draft=draft)

    assert kept.asides == []
    assert comparison.asides == [Aside("导出以后已不在总结里的条目", [TEXT.replace("捐赠口罩", "募集口罩")])]


def test_an_issued_file_is_compared_with_the_draft_of_its_correction():
    """What was issued has no keys of the desk: its texts are known by their numbers and words."""
    issued = from_snapshot(to_json(keyed()) | {"state": "issued"})

    comparison = compared(lambda word: retype(word, "下半年计划", "下半年安排"), exported_from=issued)

    assert (told(comparison), rest(comparison)) == ([("heading-plan", "下半年安排", "")], ([], [], []))


def test_title_signature_annex_comments_and_order_are_told_apart_from_the_items():
    def change(word):
        retype(word, "2020年上半年工作总结", "2020年上半年工作情况报告")
        retype(word, "某团区委", "某区团委")
        table = word[0]._p.getparent().find(".//{*}tbl")
        next(one for one in table.iter("{*}t") if one.text == "300余名").text = "320余名"
        heading, item = paragraph_with(word, "二、下半年计划")._p, paragraph_with(word, "1.志愿服务")._p
        paragraph_with(word, "一、服务青年")._p.addprevious(heading)
        heading.addnext(item)

    assert rest(compared(change)) == (
        ["2020年上半年工作情况报告", "某区团委"],
        [Aside("附件和表格", ["1　一、1.应急志愿服务　志愿者　320余名　应急志愿服务"])],
        ["二、下半年计划", "二、1.志愿服务"],
    )


def test_a_text_of_a_thousand_pages_is_told_without_comparing_each_word():
    comparison = compared(lambda word: retype(word, "坚持常态化", "坚持" * 50_000))

    [proposal] = comparison.proposals
    assert [tag for tag, _ in proposal.text.pieces] == [REMOVED, ADDED]

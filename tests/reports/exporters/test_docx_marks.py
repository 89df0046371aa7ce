"""What the Word file says of itself for the way back: bookmarks and properties."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn
from lxml import etree

from reports.document import Item, Passage, Section
from reports.exporters.docx import render
from tests.reports.documents import ACTIVITY, VOLUNTEERS, document


def marked(file: bytes) -> list[tuple[str, str]]:
    """(name, the text between its ends) of each bookmark, in the order in which they begin."""
    open_ones, found = {}, []
    for element in docx.Document(BytesIO(file)).element.body.iter():
        if element.tag == qn("w:bookmarkStart"):
            open_ones[element.get(qn("w:id"))] = at = [element.get(qn("w:name")), ""]
            found.append(at)
        elif element.tag == qn("w:bookmarkEnd"):
            del open_ones[element.get(qn("w:id"))]
        elif element.tag == qn("w:t"):
            for one in open_ones.values():
                one[1] += element.text
    assert open_ones == {}
    return [tuple(one) for one in found]


def properties(file: bytes) -> dict[str, str]:
    root = etree.fromstring(ZipFile(BytesIO(file)).read("docProps/custom.xml"))
    return {one.get("name"): one[0].text for one in root}


def test_each_text_and_each_figure_has_a_bookmark():
    assert marked(render(document())) == [
        ("frame_note", "（未签发，仅供审阅）"),
        ("frame_title", "2020年上半年工作总结"),
        ("report_2020_h1", "2020年上半年工作总结"),
        ("text_opening", "今年以来，"),
        ("text_opening_p2", "现将情况汇报如下。"),
        ("heading_part_1", "一、服务青年"),
        ("title_activity_4", "1.应急志愿服务"),
        ("text_activity_4", "组织300余名青年志愿者，捐赠口罩1万个。"),
        ("number_activity_4_73db824e", "300余名"),
        ("number_activity_4_c9efb7a6", "1万个"),
        ("heading_part_2", "二、下半年计划"),
        ("title_part_2_1", "1.志愿服务"),
        ("text_part_2_1", "坚持常态化。"),
        ("text_part_2_1_1", "（1）建设服务站（目标：40个）"),
        ("number_part_2_1_1_c155f4d6", "40个"),
        ("frame_annex_mention", "附件：数据与来源"),
        ("frame_signature", "某团区委"),
        ("frame_date", "2020年5月29日"),
    ]


def test_a_bookmark_stays_when_items_move_and_words_change():
    before = document()
    [records, plan] = before.sections
    new = Item("新的一条", Passage(("文字。",)), key="written-9")
    [item] = records.items
    reworded = replace(item, passage=Passage(("志愿者", 0, "上岗。"), (VOLUNTEERS,)))
    after = replace(before, sections=(plan, replace(records, items=(new, reworded))))

    names = [name for name, _ in marked(render(after)) if "activity" in name or "written" in name]
    assert names == [
        "title_written_9",
        "text_written_9",
        "title_activity_4",
        "text_activity_4",
        "number_activity_4_73db824e",
    ]


def test_names_are_short_and_no_two_are_the_same():
    twice = Item("同一件事", Passage((0, "和", 0), (VOLUNTEERS,)), sources=(ACTIVITY,))
    promised = Item("任务", Passage((0,), (VOLUNTEERS,)), key="earlier-commitment-99999999")
    section = Section("部分", "records", (twice, twice, Item("计划", children=(promised,))))
    names = [name for name, _ in marked(render(document(slug="a" * 30, sections=(section,))))]

    assert len(names) == len(set(names))
    assert [name for name in names if len(name) > 40 or not name.replace("_", "").isalnum()] == []


def test_properties_say_whose_the_file_is_and_what_each_text_said():
    told = properties(render(document(), "共青团某区委员会"))

    assert (told["report"], told["office"]) == ("2020-h1", "共青团某区委员会")
    assert told.keys() >= {"draft", "text_activity_4", "title_activity_4", "heading_part_1", "annex"}


def test_a_text_is_known_again_though_its_number_has_changed():
    before = document()
    [records, plan] = before.sections
    items = (Item("新的", key="written-9"), *records.items)
    moved = replace(before, sections=(plan, replace(records, items=items)))

    first, then = properties(render(before)), properties(render(moved))
    assert first["title_activity_4"] == then["title_activity_4"]
    assert first["draft"] != then["draft"]

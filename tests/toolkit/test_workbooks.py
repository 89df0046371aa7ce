from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from toolkit.workbooks import workbook_of


def sheet(*lines, title="表"):
    return load_workbook(BytesIO(workbook_of(title, lines[0], lines[1:]))).active


def test_workbook_holds_numbers_as_numbers_and_words_as_words():
    rows = sheet(["团组织", "团员数"], ["一中团委", Decimal("120")], ["二中团委", None])

    assert [[cell.value for cell in row] for row in rows] == [
        ["团组织", "团员数"],
        ["一中团委", 120],
        ["二中团委", None],
    ]
    assert rows.freeze_panes == "A2"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(1)", "＝1", '=HYPERLINK("http://x")'])
def test_workbook_runs_no_words_as_a_formula(words):
    cell = sheet(["甲"], [words])["A2"]

    assert (cell.value, cell.data_type) == (words, "s")


def test_workbook_leaves_out_what_no_cell_and_no_name_of_a_sheet_may_hold():
    rows = sheet(["甲"], ["一\x00二"], title="[上半年]/普查：" + "长" * 40)

    assert (rows["A2"].value, rows.title) == ("一二", "上半年普查：" + "长" * 25)

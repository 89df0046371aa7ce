"""Tables as people keep them are read; files made to break the reader are refused with a sentence."""

import struct
from datetime import date, datetime, time, timedelta

import pytest

from intake.reading import Unreadable
from intake.sheets.reading import Sheet, has_lost_digits, read_sheets, text_of
from tests.intake.sheets.books import book, changed, lying, old_book, sheet_of

DAMAGED = "这个表格已损坏，读不出来，请用 WPS 或 Excel 打开后另存为 .xlsx 再试。"
MACROS = "这个表格带有宏，没有读取。请另存为不带宏的 .xlsx 再试。"
NO_TABLE = "这不是表格文件，可能是改了扩展名的图片、文档或程序，请选择 .xlsx、.xls 或 .csv 文件。"
PASSWORD = "这个表格加了密码，请去掉密码、另存以后再上传。"
SMALL = book(["名称", "日期"], ["清明祭扫", date(2021, 4, 2)])


def test_a_workbook_new_or_old_is_read_alike():
    new, old = read_sheets(SMALL), read_sheets(old_book(["名称", "日期"], ["清明祭扫", date(2021, 4, 2)]))

    assert new == old == [Sheet("表一", [["名称", "日期"], ["清明祭扫", date(2021, 4, 2)]])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_csv_is_read_in_any_encoding(encoding, mark):
    data = f'名称{mark}说明\r\n"清明{mark}祭扫"{mark}"一行\n又一行"\r\n只有名称\r\n'.encode(encoding)

    assert read_sheets(data)[0].rows == [
        ["名称", "说明"],
        [f"清明{mark}祭扫", "一行\n又一行"],
        ["只有名称", ""],
    ]


def test_merged_cells_say_the_same_in_each_row():
    sheet = read_sheets(book(["单位", "姓名"], ["一中", "甲"], [None, "乙"], merged=["A2:A3"]))[0]

    assert sheet.filled() == [["单位", "姓名"], ["一中", "甲"], ["一中", "乙"]]


def test_a_formula_without_its_result_and_a_wrong_one_are_named():
    data = changed(
        SMALL,
        sheet=sheet_of("<row><c><f>1+1</f><v>2</v></c><c><f>1+2</f><v/></c><c t='e'><v>#REF!</v></c></row>"),
    )

    sheet = read_sheets(data)[0]

    assert (sheet.rows, list(sheet.broken)) == ([[2.0, "", ""]], [(0, 1), (0, 2)])


def test_rows_that_are_only_coloured_are_none():
    data = changed(
        SMALL, sheet=sheet_of('<row><c><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>')
    )

    assert read_sheets(data)[0].rows == [[1.0]]


def bomb() -> bytes:
    return changed(SMALL, sheet=sheet_of("<row>" + " " * (160 * 2**20) + "</row>"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件是空的。"),
        (book([""]), "表格里没有内容。"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", NO_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), NO_TABLE),
        (b"a,b\n1,\x002\n", NO_TABLE),
        (b"%PDF-1.7 words", "这是网页、PDF 或 RTF 文件，请打开后另存为 .xlsx 再试。"),
        ('名称,日期\n"a,2'.encode(), "CSV 文件第2行读不出来，可能少了一个引号，请核对后再试。"),
        (SMALL[:2000], DAMAGED),
        (changed(SMALL, sheet=b"<!DOCTYPE a [<!ENTITY x 'y'>]>" + sheet_of("")), DAMAGED),
        (changed(SMALL, macros=b"x"), MACROS),
        (changed(SMALL, kinds=b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"), MACROS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), MACROS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
        (bytes(21 * 2**20), "文件有21 MB，超过20 MB，请分成几份再试。"),
    ],
)
def test_what_is_no_readable_table_is_refused_with_its_reason(data, sentence):
    with pytest.raises(Unreadable) as refusal:
        read_sheets(data)

    assert str(refusal.value) == sentence


def test_a_zip_bomb_is_refused_whether_its_directory_tells_or_lies():
    data = bomb()

    assert len(data) < 2**20
    with pytest.raises(Unreadable, match="解开后过大"):
        read_sheets(data)
    with pytest.raises(Unreadable, match="已损坏"):
        read_sheets(lying(data, "xl/worksheets/sheet1.xml", 1000))


def test_a_cell_far_off_is_refused_before_the_emptiness_between_is_kept():
    far = changed(SMALL, sheet=sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    old = old_book(*[[]] * 60_000, [""] * 250 + ["x"])

    with pytest.raises(Unreadable, match="第1048576行、第16384列，超过"):
        read_sheets(far)
    with pytest.raises(Unreadable, match="内容太多"):
        read_sheets(old)


def test_an_old_workbook_that_lies_about_its_size_breaks_only_its_reader():
    data = bytearray(old_book(["名称"], ["甲"]))
    at = data.find(b"\x00\x02\x0e\x00")
    data[at + 4 : at + 18] = struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)

    with pytest.raises(Unreadable, match="已损坏"):
        read_sheets(bytes(data))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" 甲 ", "甲"),
        (3.0, "3"),
        (2.5, "2.5"),
        (13800000000.0, "13800000000"),
        (True, "是"),
        (date(2021, 4, 2), "2021-04-02"),
        (datetime(2021, 4, 2, 9, 5), "2021-04-02 09:05"),
        (time(9, 5), "09:05"),
        (timedelta(hours=30), "30:00"),
    ],
)
def test_a_cell_is_told_as_it_is_read_on_the_sheet(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize("value", [1.10101199001011e17, "1.1E+17", "1.10101E+17"])
def test_a_number_that_lost_its_digits_is_known(value):
    assert has_lost_digits(value)


@pytest.mark.parametrize("value", ["11010119900101123X", 13800000000.0, "3E12", True])
def test_a_number_with_all_its_digits_is_left_alone(value):
    assert not has_lost_digits(value)

import csv

from toolkit.spreadsheets import csv_lines


def test_csv_opens_as_utf8_and_reads_back():
    text = "".join(csv_lines(["标题", "数"], [["植树，“绿”\n第二行", 3], ['a,"b"', None]]))

    assert text.startswith("\ufeff标题,数\r\n")
    assert list(csv.reader(text.splitlines(keepends=True))) == [
        ["\ufeff标题", "数"],
        ["植树，“绿”\n第二行", "3"],
        ['a,"b"', ""],
    ]


def test_csv_runs_no_formula():
    cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "a=1", -1]

    _, line = csv_lines(["一"], [cells])

    assert next(csv.reader([line])) == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "'＝1", "a=1", "-1"]

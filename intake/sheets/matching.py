"""Which column of a table is which: found by what its heading means, and set by hand where it is not."""

import re
from collections.abc import Sequence
from itertools import pairwise

import counting
from desk.sheets.columns import Column
from intake.sheets.reading import Sheet, Value, text_of
from toolkit.folding import compared

FIGURE = "figure"  # a column of one figure of each record, named by its heading
_ROWS_TRIED = 20  # so many stand above a heading at most
_SAMPLE = 50
_ASIDE = re.compile(r"[（(][^（）()]*[)）]|[*＊:：]")
_NO_FIGURE = {"序号", "编号", "行号", "年度", "年份", "月份", "电话", "联系电话", "手机号", "备注"}
_COUNTED = re.compile(r"(?:数|人次|场次|时长|金额|数量|总数)$")


def heading_row(sheet: Sheet, columns: Sequence[Column]) -> tuple[int, list[str]]:
    """The row that data begins after, and what its cells call their columns.

    Titles and notes above it are passed over; of two rows of headings each column is called by the lower.
    """
    rows = [[_words(cell) for cell in row] for row in sheet.filled()[: _ROWS_TRIED + 1]]
    two = [_both(*pair, columns) for pair in pairwise(rows)]
    tried = [*enumerate(rows[:_ROWS_TRIED]), *enumerate(two, 1)]
    last, headings = max(tried, key=lambda one: _score(one[1], columns))  # the first of those alike
    return (last, headings) if _score(headings, columns) else _first_with_words(rows)


def _both(over: list[str], under: list[str], columns: Sequence[Column]) -> list[str]:
    """Two rows of headings as one."""
    pairs = zip(over, under, strict=True)
    return [below if _meant(below, columns) else above or below for above, below in pairs]


def chosen_columns(headings: Sequence[str], columns: Sequence[Column], rows, *, figures: bool) -> list[str]:
    """For each column of the table the name of what it is; empty where nobody can tell."""
    chosen = [""] * len(headings)
    for match in (_meant, _ends_with):
        for place, heading in enumerate(headings):
            name = "" if chosen[place] else match(heading, columns)
            if name and name not in chosen:
                chosen[place] = name
    for place, heading in enumerate(headings):
        if figures and not chosen[place] and _are_figures(heading, [row[place] for row in rows[:_SAMPLE]]):
            chosen[place] = FIGURE
    return chosen


def missing_of(chosen: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The headings of columns that have to be there and are not."""
    return [one.heading for one in columns if one.is_required and one.name not in chosen]


def _words(cell: Value) -> str:
    return " ".join(text_of(cell).split())


def _plain(heading: str) -> str:
    return compared(_ASIDE.sub("", heading))


def _called(column: Column) -> list[str]:
    return [name for said in (column.heading, *column.also) if (name := _plain(said))]


def _meant(heading: str, columns: Sequence[Column]) -> str:
    plain = _plain(heading)
    return next((one.name for one in columns if plain and plain in _called(one)), "")


def _ends_with(heading: str, columns: Sequence[Column]) -> str:
    """活动开展时间 ends with 时间; the longest of several ends."""
    plain = _plain(heading)
    if _COUNTED.search(plain):
        return ""
    ends = [(len(name), one.name) for one in columns for name in _called(one) if plain.endswith(name)]
    return max(ends)[1] if ends and max(ends)[0] > 1 else ""


def _score(headings: Sequence[str], columns: Sequence[Column]) -> int:
    return len({name for heading in headings if (name := _meant(heading, columns))})


def _first_with_words(rows: list[list[str]]) -> tuple[int, list[str]]:
    """Where no heading is known: the first row with several different words, to be matched by hand."""
    for number, row in enumerate(rows):
        if len({words for words in row if words}) > 1:
            return number, row
    return 0, rows[0]


def _are_figures(heading: str, cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if cell]
    if not heading or not told or _plain(heading) in _NO_FIGURE:
        return False
    return bool(_COUNTED.search(_plain(heading))) or sum(map(is_count, told)) * 2 > len(told)


def is_count(words: str) -> bool:
    if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,2})?", words):
        return True
    try:
        return bool(counting.read(words).unit)
    except (counting.Refused, counting.NumberUnknown):
        return False

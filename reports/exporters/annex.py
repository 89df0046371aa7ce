"""The table behind a report: every figure with its sources, the totals alone, or none."""

from dataclasses import dataclass

from reports.document import Document, Figure, Source
from reports.document.formalities import FULL, TOTALS
from reports.exporters import official
from reports.exporters.cleaning import clean
from reports.exporters.titles import width

ANNEX_TITLE, TOTALS_TITLE = "数据与来源", "主要数据"
MOST_SOURCES = 10  # named for one figure; the page of the report names them all
CUT_NOTE = f"来源多于{MOST_SOURCES}项的，本表只列前{MOST_SOURCES}项；网上的本总结列出全部来源。"
WITHHELD_NOTE = f"标有“{Source.WITHHELD}”的，签发的原件写有名称，其记录现已不再公开，本文件不再写出。"
LONGEST_WHOLE_ROW = 10  # lines; a longer row of the table may be split between pages


@dataclass(frozen=True)
class Row:
    """A line of the annex's table."""

    cells: tuple[str, ...]
    widths_mm: tuple[int, ...] = official.TABLE_WIDTHS_MM

    @property
    def is_long(self) -> bool:
        """Too long to ask that it stay on one page."""
        return any(
            width(cell) * official.TABLE_PT
            > LONGEST_WHOLE_ROW * (mm - 2 * official.TABLE_PADDING_MM) / 25.4 * 72
            for cell, mm in zip(self.cells, self.widths_mm, strict=True)
        )


@dataclass(frozen=True)
class Annex:
    """The table behind the text; without rows there is none."""

    title: str
    head: tuple[str, ...]
    widths_mm: tuple[int, ...]
    rows: list[Row]
    note: str = ""


def annex_of(document: Document) -> Annex:
    """The annex that the report has chosen: every figure, the totals alone, or none."""
    if document.formalities.annex == TOTALS:
        return _annex_of_totals(document)
    rows = annex_rows(document) if document.formalities.annex == FULL else []
    return Annex(
        ANNEX_TITLE, official.TABLE_HEAD, official.TABLE_WIDTHS_MM, rows, annex_note(document) if rows else ""
    )


def _annex_of_totals(document: Document) -> Annex:
    head, widths = official.TOTALS_HEAD, official.TOTALS_WIDTHS_MM
    told = [(figure.label, figure.text) for figure in document.totals]
    if len(document.halves) == 2:
        head = ("序号", "数据", *(half.name for half in document.halves), "全年")
        widths = official.TOTALS_OF_HALVES_WIDTHS_MM
        texts = [(label, [one.text if one else "无记录" for one in row]) for label, row in document.half_rows]
        told = [(label, *row) for label, row in texts]
    rows = [Row((str(place), *map(clean, cells)), widths) for place, cells in enumerate(told, 1)]
    return Annex(TOTALS_TITLE, head, widths, rows)


def annex_rows(document: Document) -> list[Row]:
    """Every figure of the report with where it stands and what it rests on."""
    return [
        Row((str(place), clean(where), clean(figure.label), clean(figure.text), _sources(figure)))
        for place, (where, figure) in enumerate(document.placed_figures(), 1)
    ]


def annex_note(document: Document) -> str:
    """What to say under the table: that lists of sources were cut, that names are held back, or nothing."""
    figures = document.figures()
    is_cut = any(len(figure.sources) > MOST_SOURCES for figure in figures)
    labels = {source.label for figure in figures for source in figure.sources[:MOST_SOURCES]}
    notes = (CUT_NOTE if is_cut else "") + (WITHHELD_NOTE if Source.WITHHELD in labels else "")
    return f"注：{notes}" if notes else ""


def _sources(figure: Figure) -> str:
    named = [_source(figure, source) for source in figure.sources[:MOST_SOURCES]]
    more = f"等{len(figure.sources)}项" if len(figure.sources) > MOST_SOURCES else ""
    return "；".join(named) + more


def _source(figure: Figure, source: Source) -> str:
    """A source and its part in a sum, where that says more than "one of these"."""
    says_more = len(figure.sources) > 1 and source.text not in ("", f"1{figure.unit}")
    return clean(f"{source.label}（{source.text}）" if says_more else source.label)

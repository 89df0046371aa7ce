"""The report as a PDF file, set by typst from official.typ: real text, tagged, with bookmarks."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path

import typst

from reports.document import Document
from reports.exporters import fonts, layout, official
from reports.exporters.annex import annex_of
from reports.exporters.cleaning import clean
from reports.exporters.fonts import FontSet

TEMPLATE = Path(__file__).with_name("official.typ")
STANDARDS = ["a-2b", "ua-1"]  # for archives, and for readers who cannot see
MEASURES = {
    name.lower(): value
    for name, value in vars(official).items()
    if name.isupper() and isinstance(value, int | float | str | tuple)
}


def render(document: Document, font_folders: Iterable[Path] = ()) -> bytes:
    """The .pdf file, set in the fonts found in these folders, on the system and in the package.

    A character that none of them has is printed as its code, and a note at the end says so.
    """
    found = fonts.load(tuple(map(Path, font_folders)))
    data, day = _data(document, found), layout.dated(document)
    text = json.dumps(data, ensure_ascii=False)
    lacking = found.lacking(text)
    try:
        return _compiled(_coded(data, lacking), found, day)
    except typst.TypstError:
        # Some characters are each in a font, but no single font has them together: a letter and its accent.
        # Only the surest remain.
        marks = {char for char in text if unicodedata.category(char).startswith("M")}
        return _compiled(
            _coded(data, found.lacking(text, in_family=official.LAST_RESORT) | marks), found, day
        )


def _data(document: Document, found: FontSet) -> dict:
    """All that the template asks for: the measures, the fonts found, and the text in its parts."""
    parts, has_head = layout.parts(document), bool(document.red_head)
    first_of_number = layout.first_of_number(parts)
    annex = annex_of(document)
    kept = layout.kept_with_next(parts)
    return {
        "measures": MEASURES,
        "faces": {
            name: {"font": found.families_for(face), "weight": face.weight}
            for name, face in official.FACES.items()
        },
        "heading_faces": official.HEADING_FACES[document.levels],
        "title": clean(document.title) or document.slug,  # PDF/UA asks for one
        "author": clean(document.signature),
        "date": _year_month_day(layout.dated(document)),
        "parts": _with_tables(
            {**asdict(part), "sticky": place in kept, "is_first": place == first_of_number}
            for place, part in enumerate(parts)
            if part.style not in layout.IMPRINT
        ),
        "follow_up": {"head": official.FOLLOW_UP_HEAD, "widths_mm": official.FOLLOW_UP_WIDTHS_MM},
        "lines_above_head": sum(part.style in layout.ABOVE_RED_HEAD for part in parts),
        "signers_seat": layout.signers_seat(parts),
        "red_head_pt": official.red_head_pt(clean(document.red_head)),
        "title_lines_before": layout.title_lines_before(parts),
        "signature_lines_before": official.SEAL_LINES_BEFORE if has_head else official.SIGNATURE_LINES_BEFORE,
        "seats": asdict(layout.seats(parts)),
        "annex": {"title": annex.title, "head": annex.head, "widths_mm": annex.widths_mm},
        "rows": [{"cells": row.cells, "is_long": row.is_long} for row in annex.rows],
        "notes": [note for note in [annex.note] if note],
        "imprint": [asdict(part) for part in parts if part.style in layout.IMPRINT],
    }


def _with_tables(parts: Iterable[dict]) -> list[dict]:
    """The parts, rows of a table that follow each other as one."""
    found = []
    for is_table, told in groupby(parts, key=lambda part: part["style"] == layout.TABLE_ROW):
        group = list(told)
        found += [{"style": "table", "rows": [part["columns"] for part in group]}] if is_table else group
    return found


def _year_month_day(day: date) -> dict:
    return {"year": day.year, "month": day.month, "day": day.day}


def _coded(data: dict, lacking: set[str]) -> str:
    """The data as JSON, each of these characters replaced by its code: 〔U+1F389〕."""
    codes = {char: _code(char) for char in sorted(lacking)}
    if shown := [code for code in codes.values() if code]:
        note = f"注：本机没有能显示下列字符的字体，文中以编码代替：{'、'.join(shown)}。"
        data = {**data, "notes": [*data["notes"], note]}
    return json.dumps(data, ensure_ascii=False).translate(str.maketrans(codes))


def _code(char: str) -> str:
    chooses_a_shape = unicodedata.name(char, "").startswith("VARIATION SELECTOR")
    return "" if chooses_a_shape else f"〔U+{ord(char):04X}〕"


def _compiled(data: str, found: FontSet, day: date) -> bytes:
    return typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=found.fonts,
        sys_inputs={"data": data},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(day, time(), UTC),
    )

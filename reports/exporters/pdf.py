"""The report as a PDF file, set by typst from official.typ: real text, tagged, with bookmarks."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from reports.document import Document
from reports.exporters import fonts, layout, official
from reports.exporters.fonts import FontSet
from reports.exporters.layout import clean

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
        "parts": [{**asdict(part), "sticky": place in kept} for place, part in enumerate(parts)],
        "lines_above_head": 0 if document.is_issued else 1,
        "red_head_pt": official.red_head_pt(clean(document.red_head)),
        "title_lines_before": official.TITLE_LINES_BEFORE if has_head else 0,
        "signature_lines_before": official.SEAL_LINES_BEFORE if has_head else official.SIGNATURE_LINES_BEFORE,
        "seats": asdict(layout.seats(parts)),
        "annex_title": layout.ANNEX_TITLE,
        "rows": [{"cells": row.cells, "is_long": row.is_long} for row in layout.annex_rows(document)],
        "notes": [note for note in [layout.annex_note(document)] if note],
    }


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

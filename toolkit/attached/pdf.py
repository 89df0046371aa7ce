"""A PDF: its words, and that nothing in it runs or is hidden in it as a file of its own."""

import logging
from collections.abc import Iterator
from io import BytesIO

from toolkit.attached.judging import ACTIVE, DAMAGED, MOST_WORDS, PASSWORD, Judged, Kind, Refused, cut

MOST_PAGES = 300  # of which the words are read
_RUNS = {"/JavaScript": "脚本（JavaScript）", "/Launch": "打开其他程序的动作"}

# What is wrong with a file is told to the person who chose it, not to the log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_of(content: bytes) -> Judged:
    """Raises Refused."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(PASSWORD)
        notes = [note for one in _dictionaries(reader) for note in _looked_into(one)]
        lines, pages = [], 0
        for pages, page in enumerate(reader.pages, 1):
            if pages > MOST_PAGES or sum(map(len, lines)) > MOST_WORDS:
                break
            lines += page.extract_text().splitlines()
        words, is_whole = cut([*lines, *notes, *_filled_in(reader)])
        author = str((reader.metadata or {}).get("/Author") or "").strip()
        return Judged(Kind.PDF, words, [author] if author else [], is_whole and pages == len(reader.pages))
    except Refused:
        raise
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise Refused(DAMAGED) from error


def _filled_in(reader) -> list[str]:
    return [str(value) for value in (reader.get_form_text_fields() or {}).values() if value]


def _dictionaries(reader) -> Iterator[dict]:
    """Every dictionary of the file, also those within others."""
    from pypdf.generic import IndirectObject

    places = {(number, generation) for generation, known in reader.xref.items() for number in known}
    places |= {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(places):
        if number:
            try:
                yield from _within(reader.get_object(IndirectObject(number, generation, reader)))
            except (KeyError, AttributeError, TypeError):  # listed, and not there
                continue


def _within(one) -> Iterator[dict]:
    if isinstance(one, dict):
        yield one
    if isinstance(one, dict | list):
        for inner in one.values() if isinstance(one, dict) else one:
            if isinstance(inner, dict | list):  # what is referred to comes by itself
                yield from _within(inner)


def _looked_into(one: dict) -> list[str]:
    """What a note on a page says. Raises Refused where anything runs."""
    if "/JS" in one:
        raise Refused(ACTIVE.format(_RUNS["/JavaScript"]))
    if one.get("/S") in _RUNS:
        raise Refused(ACTIVE.format(_RUNS[one["/S"]]))
    if "/EF" in one:
        raise Refused(ACTIVE.format("嵌入的其他文件"))
    return [str(one["/Contents"])] if "/Subtype" in one and isinstance(one.get("/Contents"), str) else []

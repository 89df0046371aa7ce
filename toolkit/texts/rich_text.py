"""Rich text that staff write: an editor in the admin, an allow-list on the way in, how it is shown."""

import html
import re

import nh3
from django.core.exceptions import BadRequest
from django.db import models
from django_prose_editor.config import allowlist_from_extensions, expand_extensions
from django_prose_editor.fields import ProseEditorField, create_sanitizer

from toolkit.texts.columns import Kept

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Superscript": True,  # m², 10⁵: without it the number would read another
    "Subscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableCell": True,
    "TableHeader": True,
    "Pasting": True,  # static/js/pasting.js
    "Words": True,  # static/js/editor-words.js
}

cleaned = create_sanitizer(EXTENSIONS)

_ALLOWED = allowlist_from_extensions(expand_extensions(EXTENSIONS))
_END_OF_A_PART = re.compile(r"<(?:/(?:p|div|h\d|li|blockquote|td|th|tr)|br|hr)\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b.*?</table>", re.IGNORECASE | re.DOTALL)
_SHIFTED = re.compile(r"<(sup|sub)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_AS_CHARACTERS = {
    "sup": dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True)),
    "sub": dict(zip("0123456789+-−=()n", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ", strict=True)),
}


class RichTextField(Kept, ProseEditorField):
    """A text of paragraphs, headings, lists, tables and links; everything else is removed."""

    plain = models.TextField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, extensions=EXTENSIONS, sanitize=True, **kwargs)

    def formfield(self, **kwargs):
        field = ProseEditorField.formfield(self, **kwargs)
        field.column = self
        return field


def for_another_place(rich_text: str, *, address: str) -> str:
    """The text cleaned, for a feed: its links lead there from anywhere, as from the page itself."""
    try:
        return nh3.clean(rich_text, url_relative=("rewrite_with_base", address), **_ALLOWED)
    except ValueError as problem:  # any digits pass for the port of a Host header, not for that of an address
        raise BadRequest(str(problem)) from problem


def plain_text(rich_text: str) -> str:
    """The text without its tags, a line for each paragraph, item and cell; raised digits stay so."""
    on_one_line = " ".join(rich_text.split())  # Word breaks its lines anywhere
    in_lines = _END_OF_A_PART.sub(r"\n\g<0>", _SHIFTED.sub(_as_characters, on_one_line))
    lines = (" ".join(line.split()) for line in _without_tags(in_lines).splitlines())
    return "\n".join(filter(None, lines))


def running_text(rich_text: str) -> str:
    """What may be told in a few words: not the cells of tables, which say nothing without their lines.

    Of a text that is nothing but a table, the cells.
    """
    return plain_text(_TABLE.sub(" ", rich_text)) or plain_text(rich_text)


def _as_characters(shifted: re.Match) -> str:
    """CO<sub>2</sub> as CO₂; what has no such character as it stands."""
    characters = _AS_CHARACTERS[shifted[1].lower()]
    text = _without_tags(shifted[2])
    return html.escape("".join(characters[one] for one in text) if characters.keys() >= set(text) else text)


def _without_tags(rich_text: str) -> str:
    return html.unescape(nh3.clean(rich_text, tags=set()))

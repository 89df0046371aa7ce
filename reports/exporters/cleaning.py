"""Text without what no document may hold."""

import re
import unicodedata


def clean(text: str) -> str:
    """One line without what no document may hold: control, direction and joining characters."""
    return printable(text).strip()


def printable(text: str) -> str:
    """The text on one line, its outer blanks kept: it may stand beside another."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf"))

"""Figures stand in a sentence by name: 组织{志愿者}深入一线 reads 组织300余名深入一线.

The name in braces is the name of a figure of the same record, so that text and
number have one origin. It is read as the figure's name is kept: {ＱＱ群} calls for QQ群.
"""

import re

from toolkit import names

_PLACEHOLDER = re.compile(r"\{([^{}\n]{1,40})\}")


def names_in(sentence: str) -> list[str]:
    """The names of the figures that a sentence calls for, in order."""
    return [names.name(name) for name in _PLACEHOLDER.findall(sentence)]


def pieces_of(sentence: str) -> list[tuple[str, bool]]:
    """The sentence cut into (text, is the name of a figure), in order, without empty texts."""
    parts = _PLACEHOLDER.split(sentence)
    pieces = [(names.name(part) if index % 2 else part, bool(index % 2)) for index, part in enumerate(parts)]
    return [(text, is_name) for text, is_name in pieces if text]


def fill(sentence: str, wordings: dict[str, str]) -> str:
    """The sentence with each named figure's wording; an unknown name stays as it was written."""
    return "".join(
        wordings.get(text, f"{{{text}}}") if is_name else text for text, is_name in pieces_of(sentence)
    )

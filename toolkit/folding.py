"""Text made alike for comparing: full-width letters, digits and marks as half-width ones, all in lower case.

Every character becomes exactly one other, so that what is found at a place in
the folded text stands at the same place in the text itself.
"""

_FULL_WIDTH = range(0xFF01, 0xFF5F)  # ！ to ～
_DISTANCE = 0xFF01 - ord("!")
_IDEOGRAPHIC_SPACE = 0x3000


class _Folding(dict):
    def __missing__(self, code: int) -> int:
        narrow = code - _DISTANCE if code in _FULL_WIDTH else code
        lower = chr(narrow).lower()
        self[code] = ord(lower) if len(lower) == 1 else narrow
        return self[code]


_FOLDING = _Folding({_IDEOGRAPHIC_SPACE: ord(" ")})


def folded(text: str) -> str:
    """The text as it is compared: 团（工）委 and 团(工)委 are one, and so are ＱＱ and qq."""
    return text.translate(_FOLDING)

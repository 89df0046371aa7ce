"""Text made alike for comparing, and what of it counts when marks do not.

``folded`` turns every character into exactly one other, so that what is found at a
place in the folded text stands at the same place in the text itself.
"""

import re
import unicodedata

from opencc import OpenCC

from toolkit.names.look_alikes import DOTS, LOOK_ALIKES, MIDDLE_DOT

_ZEROS = dict.fromkeys("○◯", "〇")
_ALIKE = (
    {chr(code): letter for code, letter in LOOK_ALIKES.items()} | dict.fromkeys(DOTS, MIDDLE_DOT) | _ZEROS
)
_SIMPLIFIED = OpenCC("t2s")
# All but letters and digits, and but for the point of a decimal and the sign of per cent.
_MARK = re.compile(r"(?!(?<=\d)\.(?=\d))[^\w%\n]|_")


class _Folding(dict):
    def __missing__(self, code: int) -> int:
        letter = chr(code)
        while (step := _step(letter)) != letter:
            letter = step
        self[code] = ord(letter)
        return self[code]


def _step(letter):
    for alike in (
        _ALIKE.get(letter, letter),
        unicodedata.normalize("NFKC", letter),
        letter.lower(),
        _simplified(letter),
    ):
        if alike != letter and len(alike) == 1:
            return alike
    return letter


def _simplified(letter):
    # A surrogate is no character that the converter could be given.
    return letter if "\ud800" <= letter <= "\udfff" else _SIMPLIFIED.convert(letter)


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text as it is compared: 团（工）委 and 团(工)委 are one, and so are ＱＱ and qq, 團 and 团."""
    return text.translate(_FOLDING)


def without_marks(text: str) -> str:
    """A folded text without what readers do not type: 只争朝夕,不负韶华 is one run. Lines stay apart."""
    return _MARK.sub("", text)


def compared(text: str) -> str:
    """The text as it is looked for, however it was typed: 阿迪力·买买提 and 阿迪力 買買提 are one."""
    return without_marks(folded(text))


def places_of_letters(text: str) -> list[int]:
    """Where in a folded text each letter of the text without marks stands."""
    marks = {mark.start() for mark in _MARK.finditer(text)}
    return [place for place in range(len(text)) if place not in marks]

"""Minors on record: of them the public may read the surname alone."""

import re
from collections.abc import Iterable, Iterator

from toolkit import names
from toolkit.private.found import MINOR, Found

_SHORT = 2  # characters of a name that may begin one of three
# 王明亮、王明亮同志: one more character before a mark or what people are called; but 王明说，王明等同学.
_GOES_ON = re.compile(
    r"(?![等说讲问答道来去到在写读唱跳画做获及和与同任代某])[\u4e00-\u9fff]"
    r"(?=[、，。；：！？）)\s]|$|等|同志|同学|老师|教授|书记|主任|主席|部长|委员|校长|会长|队长)"
)


class Known:
    """Names on record; those of adults too, for one may begin with the name of a minor."""

    def __init__(self, found: Iterable[tuple[str, bool]]):
        told = [(names.person(name), is_minor) for name, is_minor in found if len(name) > 1]
        self._minors = {name for name, is_minor in told if is_minor}
        self._all = {name for name, _ in told}
        self._lengths = sorted({len(name) for name in self._all}, reverse=True)

    def minors_in(self, text: str) -> Iterator[str]:
        return (text[one.start : one.end] for one in self.found_in(text))

    def found_in(self, text: str) -> Iterator[Found]:
        """The minors named in a text, at each place the longest name, and none that begins a longer one."""
        at = 0
        while at < len(text):
            name = next((one for one in self._starting(text, at) if one in self._all), "")
            if name in self._minors and not (len(name) == _SHORT and _GOES_ON.match(text, at + _SHORT)):
                yield Found(MINOR, at, at + len(name))
            at += len(name) or 1

    def _starting(self, text: str, at: int) -> Iterator[str]:
        return (text[at : at + length] for length in self._lengths)

"""The numbers before paragraphs that Word makes itself and does not write down; which are headings."""

from collections import defaultdict
from dataclasses import dataclass

from intake.reading.word_package import W

_HAN = "零一二三四五六七八九"
_GREAT = "零壹贰叁肆伍陆柒捌玖"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
    "taiwaneseCounting",
}
_GREAT_KINDS = {"chineseLegalSimplified", "ideographLegalTraditional"}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_LEVELS = 9


@dataclass(frozen=True)
class Level:
    kind: str = "bullet"
    pattern: str = ""
    start: int = 1
    style: str = ""  # paragraphs of this style stand at this level
    restarts: bool = True  # whenever one above it counts on
    is_plain: bool = False  # all of its numbers in digits


@dataclass(frozen=True)
class List:
    """A list of the document: lists of one kind count on together unless one begins anew."""

    base: str
    levels: dict[int, Level]
    begins: dict[int, int]


class Numbers:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, styles, numbering):
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._styles = (
            {} if styles is None else {_val(one, "styleId"): one for one in styles.iter(f"{W}style")}
        )
        self._lists = {} if numbering is None else _lists_of(numbering)

    def heading_of(self, paragraph) -> int:
        """The level of a heading, from its style or its own outline; 0 for other paragraphs."""
        for name in self._names(paragraph):
            for prefix in ("heading ", "标题 ", "标题"):
                if name.startswith(prefix) and name[len(prefix) :].strip().isdigit():
                    return int(name[len(prefix) :])
        for properties in self._properties(paragraph):
            if (level := _child(properties, "outlineLvl")) is not None and level.isdigit():
                return int(level) + 1 if int(level) < _MOST_LEVELS else 0
        return 0

    def is_contents(self, paragraph) -> bool:
        """A line of a list of contents, which tells every heading once more."""
        return any(name.startswith("toc ") for name in self._names(paragraph))

    def label_of(self, paragraph) -> str:
        """一、 or 1. as Word shows it; empty for a paragraph without a number."""
        found = self._number_of(paragraph)
        if found is None:
            return ""
        number, at = found
        one = self._lists.get(number)
        if one is None or at not in one.levels:
            return ""
        counted, level = self._counted[one.base], one.levels[at]
        if number not in self._begun:
            self._begun.add(number)
            counted.update({deep: start - 1 for deep, start in one.begins.items()})
        counted[at] = counted.get(at, level.start - 1) + 1
        for deeper in [deep for deep in counted if deep > at and one.levels.get(deep, Level()).restarts]:
            del counted[deeper]
        return "" if level.kind in ("bullet", "none") else _shown(one, at, counted)

    def _number_of(self, paragraph) -> tuple[str, int] | None:
        number = level = None
        for properties in self._properties(paragraph):
            numbered = properties.find(f"{W}numPr") if properties is not None else None
            if numbered is not None:
                number = number or _child(numbered, "numId")
                level = level or _child(numbered, "ilvl")
        if number in (None, "0"):
            return None
        return number, int(level) if level and level.isdigit() else self._level_of_style(number, paragraph)

    def _level_of_style(self, number: str, paragraph) -> int:
        levels = self._lists[number].levels if number in self._lists else {}
        style = _style_of(paragraph)
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def _names(self, paragraph):
        style = self._styles.get(_style_of(paragraph))
        name = _child(style, "name") if style is not None else None
        return [name.lower()] if name else []

    def _properties(self, paragraph):
        """The paragraph's own, then those of its style and of the styles that this is based on."""
        yield from _found(paragraph, "pPr")
        name, seen = _style_of(paragraph), set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield from _found(self._styles[name], "pPr")
            name = _child(self._styles[name], "basedOn")


def _found(element, name: str):
    child = element.find(f"{W}{name}")
    return () if child is None else (child,)


def _val(element, name: str = "val") -> str | None:
    return element.get(f"{W}{name}")


def _child(element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return _val(child) if child is not None else None


def _style_of(paragraph) -> str | None:
    properties = paragraph.find(f"{W}pPr")
    return _child(properties, "pStyle") if properties is not None else None


def _lists_of(numbering) -> dict[str, List]:
    kinds = {
        _val(one, "abstractNumId"): {_number(level, "ilvl"): _level(level) for level in one.iter(f"{W}lvl")}
        for one in numbering.iter(f"{W}abstractNum")
    }
    found = {}
    for number in numbering.iter(f"{W}num"):
        base = _child(number, "abstractNumId") or ""
        levels, begins = dict(kinds.get(base, {})), {}
        for changed in number.iter(f"{W}lvlOverride"):
            at = _number(changed, "ilvl")
            if (level := changed.find(f"{W}lvl")) is not None:
                levels[at] = _level(level)
            if (start := _child(changed, "startOverride")) and start.isdigit():
                begins[at] = int(start)
        found[_val(number, "numId")] = List(base, levels, begins)
    return found


def _number(element, name: str) -> int:
    told = _val(element, name) or ""
    return int(told) if told.isdigit() else 0


def _level(level) -> Level:
    start = _child(level, "start") or ""
    return Level(
        _child(level, "numFmt") or "decimal",
        _child(level, "lvlText") or "",
        int(start) if start.isdigit() else 1,
        _child(level, "pStyle") or "",
        _child(level, "lvlRestart") != "0",
        level.find(f"{W}isLgl") is not None,
    )


def _shown(one: List, at: int, counted: dict[int, int]) -> str:
    level = one.levels[at]
    pattern = level.pattern
    for above in range(at + 1):
        told = one.levels.get(above, level)
        kind = "decimal" if level.is_plain else told.kind
        pattern = pattern.replace(f"%{above + 1}", _written(counted.get(above, told.start), kind))
    return pattern


def _written(number: int, kind: str) -> str:
    if kind in _CHINESE:
        return han(number)
    if kind in _GREAT_KINDS and 0 < number < len(_GREAT):
        return _GREAT[number]
    if kind.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 40:
        return _roman(number) if kind == "upperRoman" else _roman(number).lower()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            written, number = written + letters, number - worth
    return written


def han(number: int) -> str:
    """A number below a hundred in Chinese: 十二; a larger one in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + (_HAN[ones] if ones else "")

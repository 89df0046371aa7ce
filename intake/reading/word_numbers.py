"""The numbers before paragraphs that Word makes itself and does not write down."""

from collections import defaultdict

_HAN = "零一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
    "ideographTraditional",
    "chineseLegalSimplified",
}


class Numbers:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, document):
        self._counted = defaultdict(dict)
        self._styles = {style.style_id: style for style in document.styles}
        self._levels = _levels_of(document)

    def heading_of(self, paragraph) -> int:
        """The level of a heading, from its style; 0 for other paragraphs."""
        style = self._styles.get(_style_id(paragraph))
        name = (style.name or "").lower() if style is not None else ""
        for prefix in ("heading ", "标题 "):
            if name.startswith(prefix) and name[len(prefix) :].strip().isdigit():
                return int(name[len(prefix) :])
        return 0

    def label_of(self, paragraph) -> str:
        """一、 or 1. as Word shows it; empty for a paragraph without a number."""
        found = self._number_of(paragraph)
        if found is None:
            return ""
        number, level = found
        levels = self._levels.get(number, {})
        kind, pattern, start = levels.get(level, ("bullet", "", 1))
        counted = self._counted[number]
        counted[level] = counted.get(level, start - 1) + 1
        for deeper in [one for one in counted if one > level]:
            del counted[deeper]
        if kind in ("bullet", "none"):
            return ""
        for at in range(level + 1):
            shown_as, _, first = levels.get(at, (kind, "", 1))
            pattern = pattern.replace(f"%{at + 1}", _written(counted.get(at, first), shown_as))
        return pattern

    def _number_of(self, paragraph) -> tuple[str, int] | None:
        for properties in (paragraph.pPr, *self._inherited(paragraph)):
            numbered = properties.numPr if properties is not None else None
            if numbered is not None and numbered.numId is not None:
                level = numbered.ilvl.val if numbered.ilvl is not None else 0
                return (str(numbered.numId.val), level) if numbered.numId.val else None
        return None

    def _inherited(self, paragraph):
        style, seen = self._styles.get(_style_id(paragraph)), set()
        while style is not None and style.style_id not in seen:
            seen.add(style.style_id)
            yield style.element.pPr
            style = getattr(style, "base_style", None)


def _style_id(paragraph) -> str | None:
    return paragraph.style


def _levels_of(document) -> dict:
    """For each list of the document its levels: kind of number, pattern, first number."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    space = root.nsmap["w"]
    at = "{" + space + "}"
    abstract = {
        one.get(f"{at}abstractNumId"): {
            int(level.get(f"{at}ilvl")): _level(level, at) for level in one.iter(f"{at}lvl")
        }
        for one in root.iter(f"{at}abstractNum")
    }
    found = {}
    for number in root.iter(f"{at}num"):
        base = number.find(f"{at}abstractNumId")
        found[number.get(f"{at}numId")] = abstract.get(base.get(f"{at}val") if base is not None else "", {})
    return found


def _level(level, at: str) -> tuple[str, str, int]:
    def value(name, default):
        child = level.find(f"{at}{name}")
        return child.get(f"{at}val", default) if child is not None else default

    return value("numFmt", "decimal"), value("lvlText", ""), int(value("start", "1"))


def _written(number: int, kind: str) -> str:
    if kind in _CHINESE:
        return han(number)
    if kind.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if kind == "lowerLetter" else letter.upper()
    return str(number)


def han(number: int) -> str:
    """A number below a hundred in Chinese: 十二; a larger one in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + (_HAN[ones] if ones else "")

"""A group of a comparison as a bar chart: SVG drawn on the server, without script.

The two periods differ in pattern as well as colour, so that the chart prints in
black and white; every bar bears its number. The colours follow the reader's
light or dark scheme, as the page does.
"""

import re
from xml.etree import ElementTree

from pygal import HorizontalBar
from pygal.style import Style

from reports.comparison.tables import Cell, Group

WIDTH = 420  # narrow, so that its letters are still read on a phone
ROW, FOOT = 56, 76  # heights: of the two bars of a row, of the legend
LETTER = 15  # size of a label's letters; a Chinese one is as wide as it is high
LONGEST = 13  # letters of a label
FONTS = (
    "PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC,"
    "Source Han Sans SC, WenQuanYi Micro Hei, system-ui, sans-serif"
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# The paper, ink and red of static/css/tokens.css: an image does not see the page's own.
LOOK = """inline:
svg { --paper: #fff; --ink: #221d1b; --first: #ac1f24; --second: #3f5f7f; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #1f1b19; --ink: #ece6e1; --first: #ff968d; --second: #9fc0e0; }
}
.graph > .background, .plot > .background { fill: var(--paper); }
.legends .legend text, .axis text, .axis text.major { fill: var(--ink); }
.axis .line, .axis .guide.line, .axis .major.line { stroke: none; }
.series .rect, .legends rect { stroke-width: 1.5; fill-opacity: 1; }
.series .rect[width="0"], .series .rect[width="0.0"] { stroke: none; }
.color-0 .rect, .legends rect.color-0 { fill: var(--first); stroke: var(--first); }
.color-1 .rect, .legends rect.color-1 { fill: url(#hatch); stroke: var(--second); }
.text-overlay text.value { fill: var(--ink); text-anchor: start; transform: translateX(0.2em); }
#hatch rect { fill: var(--paper); }
#hatch path { stroke: var(--second); stroke-width: 2.5; }
"""
SETTINGS = {
    "width": WIDTH,
    "style": Style(
        font_family=FONTS,
        label_font_size=LETTER,
        major_label_font_size=LETTER,
        legend_font_size=LETTER,
        value_font_size=LETTER,
        transition="none",  # an image may be painted halfway from light to dark
    ),
    "js": (),
    "no_prefix": True,
    "explicit_size": True,
    "legend_at_bottom": True,
    "legend_at_bottom_columns": 1,
    "legend_box_size": LETTER,
    "truncate_legend": -1,
    "truncate_label": -1,
    "print_values": True,
    "print_values_position": "top",
    "show_x_labels": False,  # every bar bears its number
    "margin_right": 5 * LETTER,  # for the number of the longest bar
    "margin": 12,
    "zero": 0,
}
HATCH = (
    '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7"/><path d="M0 0V7"/></pattern>'
)


def draw(group: Group, names: tuple[str, str]) -> bytes:
    """The chart of a group: rows as in the table, the first period's bar above the second's."""
    rows = group.rows[::-1]  # a horizontal chart is built from the bottom up
    labels = [_clean(_short(row.label)) for row in rows]
    chart = HorizontalBar(
        height=FOOT + ROW * len(rows),
        margin_left=LETTER + LETTER // 2 * max(map(len, labels)),  # the library takes letters for narrow
        defs=[HATCH],
        css=("file://style.css", "file://graph.css", LOOK),
        **SETTINGS,
    )
    chart.x_labels = labels
    for place, name in enumerate(names):
        chart.add(_clean(name), [_bar(row.cells[place]) for row in rows])
    chart.add_xml_filter(lambda root: _plain(root, f"{group.heading}（{group.unit}）"))
    return chart.render()


def described(group: Group, names: tuple[str, str]) -> str:
    """The chart in words: 服务成长成才：2020年上半年6项，2020年下半年2项；…"""
    rows = (
        f"{row.label}："
        + "，".join(f"{name}{cell.text}" for name, cell in zip(names, row.cells, strict=True))
        for row in group.rows
    )
    return "；".join(rows) + "。"


def _bar(cell: Cell) -> dict:
    """A bar and the words at its end; what is unknown has the words and no bar."""
    value, words = 0.0, cell.text
    if cell.figure:  # the day of a level stands in the table; here it would run over the edge
        value, words = float(cell.figure.value), cell.text.removesuffix(f"（截至{cell.figure.as_of}）")
    return {"value": value, "formatter": lambda _: _clean(words)}


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"


def _clean(text: str) -> str:
    """Without the characters that no XML may hold."""
    return _NOT_XML.sub("", text)


def _plain(root: ElementTree.Element, title: str) -> ElementTree.Element:
    """Without the library's scripts, comments and texts for its tooltips; with a title of its own."""
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag.rpartition("}")[2] in ("script", "desc"):
                parent.remove(child)
            elif child.tag.rpartition("}")[2] == "title" and parent is root:
                child.text = _clean(title)
            elif child.tag.rpartition("}")[2] == "title":
                parent.remove(child)
    root.set("role", "img")
    return root

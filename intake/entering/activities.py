"""An activity of a text as the values of a record."""

import re

from intake.entering.figures import named, told_by_name
from intake.entering.times import when
from intake.extracting.activities import Activity
from intake.extracting.period import Period
from intake.outline import Span

NUMBERING = re.compile(
    r"\s*(?:[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]\s*|第?[一二三四五六七八九十]{1,2}[是、，]|[①-⑳]\s*|【)?\s*"
)
_AFTER_TITLE = re.compile(r"[】\s]*[。．.：:；;\n】]\s*")
_ROLES = (
    ("chaired", "主持"),
    ("spoke", "讲话|致辞|发言"),
    ("presented", "颁发|颁奖|授旗|授牌"),
    ("reported", "作报告|作.{0,10}报告|宣讲|授课"),
)
# 各团支部, 区属各级团组织: nobody by name, so nobody to put on record.
_MANY = re.compile(
    r"^(?:各|全[省市区县旗校镇乡]|所有|部分|所属|下属|辖区|基层团?组织)|各(?:级|基层|街道|团|中小?学|单位)"
)
_TO_STOP = re.compile(r"[^。；\n]{0,40}")


def values_of(text: str, one: Activity, period: Period | None) -> dict:
    rows = named(text, one.figures)
    return {
        "title": one.title_span.of(text).strip(),
        **when(text, one.days, period),
        "place": one.place.of(text),
        "organizers": _by_name(text, one.organizers),
        "partners": _by_name(text, one.partners),
        "people": [
            {"name": name, "post": post, "role": _role(text, span)} for name, post, span in one.people
        ],
        "campaign": one.campaign.of(text),
        "summary": told_by_name(text, body_of(text, one), one.figures, rows),
        "figures": rows,
    }


def body_of(text: str, one: Activity) -> Span:
    """The words behind number and title; all of them where these are nothing but the title."""
    start = NUMBERING.match(text, one.span.start, one.span.end).end()
    if one.title_span and one.title_span.start == start:
        behind = _AFTER_TITLE.match(text, one.title_span.end, one.span.end)
        if behind and behind.end() < one.span.end:
            start = behind.end()
    return Span(start, one.span.end)


def _by_name(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [name for span in spans if not _MANY.search(name := span.of(text))]


def _role(text: str, span: Span) -> str:
    """What the words behind a person say that he did; of several, the first."""
    words = _TO_STOP.match(text, span.end)[0].split("，")
    said = "，".join(words[:2])
    found = [(match.start(), role) for role, word in _ROLES if (match := re.search(word, said))]
    return min(found)[1] if found else "attended"

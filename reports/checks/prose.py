"""Checks of the words of a draft, piece by piece, and of their numbers against the records."""

import re
from collections.abc import Iterator
from itertools import chain

import counting
from activities.models import Activity
from reports.checks.days import dates_in
from reports.checks.findings import Finding, finding
from reports.checks.reading import Piece, Reading
from reports.checks.words import Slip, slips_in
from reports.checks.words.bare import bare_numbers_in, without_measure
from reports.checks.words.claims import claims_in, without_record
from reports.checks.words.leftovers import BRACES, other_years, unknown_placeholder
from reports.checks.words.private import minors_named, private_numbers
from reports.composing.figures import summed
from reports.document import Figure
from toolkit.private import found_in

_AROUND = 14  # so many characters before and behind a number say what it is a number of
_CLAUSE = re.compile(r"[，。；：、！？\n]")
_NAMED = 3  # so many counts that a number may be bound to are named; of more, their number is told
_OF_ANOTHER = "副原前准非"  # 副书记 is no 书记


def findings(reading: Reading) -> Iterator[Finding]:
    for piece in reading.pieces:
        yield from _words(piece, reading)
        yield from _placeholders(piece)
        if piece.kind not in ("front", "plan", "follow_up"):
            yield from _dates(piece, reading)
        if piece.kind != "front":
            yield from dict.fromkeys(_numbers(piece, reading))
            yield from dict.fromkeys(_bare_numbers(piece))


def tells_what_is_private(piece: Piece) -> bool:
    return bool(found_in(piece.text) or found_in(_labels(piece)))


def _words(piece: Piece, reading: Reading) -> Iterator[Finding]:
    """What the words say against themselves; each thing once for a piece."""
    beside = (
        () if found_in(piece.text) else chain(private_numbers(_labels(piece)), minors_named(_labels(piece)))
    )
    said = chain(slips_in(piece.text), beside, _other_years(piece, reading))
    for code, message in dict.fromkeys((slip.code, slip.message) for slip in said):
        yield _of(piece, code, message)


def _labels(piece: Piece) -> str:
    """The titles of the records, which go out with the sources."""
    return "\n".join(source.label for source in piece.sources if piece.is_title or piece.kind == "opening")


def _other_years(piece: Piece, reading: Reading) -> Iterator[Slip]:
    """Years of another report; what is planned or followed up may be of any, and a title is a name."""
    if piece.is_title or piece.kind in ("plan", "follow_up"):
        return
    document = reading.document
    years = {*range(document.start.year, document.end.year + 1), document.as_of.year}
    yield from other_years(piece.text if piece.kind == "front" else piece.typed, years)


def _placeholders(piece: Piece) -> Iterator[Finding]:
    for name in dict.fromkeys(inner.strip() for inner in BRACES.findall(piece.text)):
        if units := _unlike_units(piece, name):
            words = f"“{{{name}}}”要加的数据不是同一种（{'、'.join(units)}），不能相加，请分别写出。"
            yield _of(piece, "sum_of_unlike", words)
        else:
            yield _of(piece, "unknown_placeholder", unknown_placeholder(name))


def _unlike_units(piece: Piece, name: str) -> list[str]:
    """The units of the figures that a name like 志愿者合计 asks to add; none where it asks for no sum."""
    if not name.endswith("合计"):
        return []
    activities = [record for record in piece.records if isinstance(record, Activity)]
    figures = [figure for activity in activities for figure in activity.figures.all()]
    parts = [figure for figure in figures if f"{figure.name}合计" == name]
    try:
        summed(name, parts)
    except counting.UnlikeFigures:
        return list(dict.fromkeys(part.unit for part in parts))
    return []


def _dates(piece: Piece, reading: Reading) -> Iterator[Finding]:
    document = reading.document
    late = {}
    for text, day in dates_in(piece.prose, document.start, document.end):
        if day > document.as_of:
            late[text] = day
    for text, day in late.items():
        as_of = f"{document.as_of.year}年{document.as_of.month}月{document.as_of.day}日"
        implied = "" if str(day.year) in text else f"（按{day.year}年理解）"
        words = f"“{text}”{implied}在统计截止日{as_of}以后，请删去这句话，或核对日期和统计截止日。"
        yield _of(piece, "date_after_as_of", words)


def _numbers(piece: Piece, reading: Reading) -> Iterator[Finding]:
    named = reading.figures_to_name(piece)
    prose = piece.typed
    for typed in claims_in(prose):
        key = counting.key_of(typed.count)
        names = named.get(key, ())
        lead, clause = _around(prose, typed)
        told = [name for name in names if _is_told(name, clause)]
        if piece.is_title:
            if not names and not reading.is_borne(piece, key):
                yield from _number_without_record(piece, typed)
        elif told:
            words = f"“{typed.text}”是直接输入的，请改成 {{{max(told, key=len)}}}，让它随记录更新。"
            yield _of(piece, "typed_figure", words)
        elif piece.is_own:
            yield from _own_number(piece, typed, (lead, clause), reading)
        elif names:
            yield _of(piece, "typed_figure", _to_name(typed, lead, names))
        elif not reading.is_borne(piece, key):
            yield from _number_without_record(piece, typed)


def _bare_numbers(piece: Piece) -> Iterator[Finding]:
    """Those whose measure word is missing; what is planned is no fact, and a title a name."""
    if piece.is_title or piece.kind in ("plan", "follow_up"):
        return
    for typed in bare_numbers_in(piece.typed):
        count = typed.count
        borne = [one for one in piece.figures if (one.value, one.precision) == (count.value, count.precision)]
        if not borne:
            yield _of(piece, "number_without_measure", without_measure(typed).message)


def _around(prose: str, typed) -> tuple[str, str]:
    """What stands before a number in its clause, and the clause, as far as they tell what it counts."""
    lead = _CLAUSE.split(prose[max(0, typed.start - _AROUND) : typed.start])[-1]
    return lead, lead + typed.text + _CLAUSE.split(prose[typed.end : typed.end + _AROUND])[0]


def _to_name(typed, lead: str, names: tuple[str, ...]) -> str:
    """What to do about a number in a record's text that is equal to one of its figures."""
    known = "".join(f"“{name}”" for name in names)
    return (
        f"“{lead[-6:]}{typed.text}”与记录里的{known}数量相同：如果说的就是它，请改成 {{{names[0]}}}；"
        "如果是另一件事，请另录入“活动数据”。"
    )


def _total_told(piece: Piece, typed, clause: str, reading: Reading) -> Figure | None:
    """The total that a number of the opening is called by, where it adds up to something else."""
    if piece.kind != "opening":
        return None
    sort = counting.sort_of(typed.count.unit)
    totals = [total for total in reading.document.totals if counting.sort_of(total.unit) == sort]
    return next((total for total in totals if _is_told(total.label, clause)), None)


def _own_number(piece: Piece, typed, around: tuple[str, str], reading: Reading) -> Iterator[Finding]:
    """A number in staff's own words that is bound to nothing, or to what says something else by now."""
    lead, clause = around
    found = reading.candidates(typed.count)
    if total := _total_told(piece, typed, clause, reading):
        words = (
            f"开头语写的“{typed.text}”，与各条相加的“{total.label}”{total.text}不符，"
            f"请改成 {{{total.label}}}，或核对各条的数据；说的是另一件事的，请换个说法。"
        )
        yield _of(piece, "opening_differs", words)
    elif moved := reading.moved_on(piece, typed):
        words = f"“{typed.text}”选定的出处{_called(moved)}现在是{moved.text}，请把文字改成一致，或重新选定。"
        yield _of(piece, "number_moved_on", words)
    elif found and typed.count.kind not in counting.NEVER_SUMMED:
        some = "".join(map(_called, found[:_NAMED])) + (f"等{len(found)}处" if len(found) > _NAMED else "")
        words = (
            f"“{lead[-6:]}{typed.text}”没有选定出处，数量相同的有{some}：说的是其中一个的，"
            "请在“数字的出处”里选定；都不是的，请另录入“活动数据”。"
        )
        yield _of(piece, "number_unbound", words)
    else:
        yield from _number_without_record(piece, typed)


def _called(figure: Figure) -> str:
    """“学雷锋”的“志愿者”; of several records, the name alone."""
    of = f"“{figure.sources[0].label}”的" if len(figure.sources) == 1 else "合计"
    return f"{of}“{figure.label}”"


def _is_told(name: str, clause: str) -> bool:
    """Whether the words name the figure: 青年志愿者 tells of 志愿者, 副书记 not of 书记."""
    at = clause.find(name)
    return at >= 0 and clause[max(0, at - 1) : at] not in tuple(_OF_ANOTHER)


def _number_without_record(piece: Piece, typed) -> Iterator[Finding]:
    is_promised = piece.kind == "plan" or (piece.kind == "follow_up" and piece.is_title)
    slip = without_record(typed)
    if slip.code == "percentage_without_record":
        if piece.kind not in ("plan", "follow_up"):
            yield _of(piece, slip.code, slip.message)
    elif is_promised:
        words = f"计划里的“{typed.text}”没有设成目标；如果要对照完成，请填在任务的“目标数”里。"
        yield _of(piece, "number_in_plan", words)
    elif piece.is_title:
        words = f"标题里的“{typed.text}”没有记录支撑；如果不是名称的一部分，请录入“活动数据”。"
        yield _of(piece, "number_in_title", words)
    else:
        yield _of(piece, slip.code, slip.message)


def _of(piece: Piece, code: str, message: str) -> Finding:
    return finding(code, message, piece.place, piece.sources)

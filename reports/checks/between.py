"""Checks of what stands in one place of the report against what stands in another."""

from collections.abc import Iterator

import counting
from reports.checks.findings import Finding, finding
from reports.checks.reading import Piece, Reading
from reports.checks.words.arithmetic import TELLING, lead_of
from reports.document import Figure, Source

NAMED = 3  # so many numbers are named in a message; of more, their number is told
_TOLD = ("opening", "records", "written")


def findings(reading: Reading) -> Iterator[Finding]:
    yield from _people_and_times(reading)
    for total in reading.document.totals:
        if untold := _untold(total, reading):
            yield _total_untold(total, untold, reading)


def _people_and_times(reading: Reading) -> Iterator[Finding]:
    """服务群众3000人 here and 服务群众3000人次 there: one number of one thing, in two units."""
    first: dict[tuple, tuple[Piece, str, bool]] = {}
    for piece in reading.pieces:
        for typed in counting.counts_in(piece.text) if piece.kind in _TOLD else ():
            is_times, lead = typed.count.unit == "人次", lead_of(piece.text, typed)
            is_of_people = is_times or typed.count.kind == counting.PEOPLE
            if not (lead and is_of_people and typed.count.value >= TELLING):
                continue
            other, text, was_times = first.setdefault(
                (lead, typed.count.value), (piece, typed.text, is_times)
            )
            if was_times != is_times and other is not piece:
                words = (
                    f"“{lead}{typed.text}”与{other.place}里的“{lead}{text}”像是说同一件事，"
                    "一处是人数，一处是人次，请核对。"
                )
                yield finding("people_and_times", words, piece.place, piece.sources)


def _untold(total: Figure, reading: Reading) -> list[Source]:
    """The parts of a total that the items of their records do not state, neither by name nor typed."""
    unnamed = (one for one in total.sources if one.figure_id and one.figure_id not in reading.figures_told)
    return [source for source in unnamed if not _is_typed(source, reading)]


def _is_typed(source: Source, reading: Reading) -> bool:
    text = reading.text_at(reading.place_of_source(source))
    try:
        sought = counting.key_of(counting.read(source.text))
    except counting.Refused:  # 数百名, with its number beside it
        return source.text in text
    return any(counting.key_of(typed.count) == sought for typed in counting.counts_in(text))


def _total_untold(total: Figure, untold: list[Source], reading: Reading) -> Finding:
    named = "、".join(f"“{source.label}”的{source.text}" for source in untold[:NAMED])
    more = f"等{len(untold)}个数据" if len(untold) > NAMED else ""
    words = (
        f"合计“{total.label}”{total.text}里的{named}{more}，文中没有写出，"
        "请在那一条里写出；不该计入的，请改正记录的数据。"
    )
    return finding("total_untold", words, reading.place_of_source(untold[0]), tuple(untold))

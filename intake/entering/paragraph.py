"""A paragraph, or a whole story, that tells of one activity: its values for the activity's form."""

from dataclasses import replace
from datetime import date

from intake.entering.activities import NUMBERING, body_of, values_of
from intake.entering.figures import told_by_name
from intake.extracting.activities import Activity, activities_in
from intake.extracting.days import Day, days_in
from intake.extracting.figures import figures_in
from intake.extracting.period import Period
from intake.outline import NOTHING, Item, Span
from intake.proposing import Proposal, propose
from intake.reading import Source

LONGEST_SUMMARY = 1500  # as the column has it
_LONGEST_TITLE = 60  # more is a sentence


def values_of_paragraph(source: Source, *, year: int | None, today: date) -> dict:
    """``year`` is the one that the form holds already; without any, the last such day that has passed."""
    proposal = propose(source)
    text, seen = source.text, source.seen
    title, whole = _title_and_words(proposal)
    period = proposal.period or _year(year or today.year)
    days = days_in(seen, whole, period)
    if (
        not proposal.period
        and not year
        and any(day.start and day.start > today for day in days if day.inferred)
    ):
        period = _year(today.year - 1)
        days = days_in(seen, whole, period)
    figures = tuple(figures_in(seen, whole))
    pieces = activities_in(seen, Item(whole, NOTHING, whole), days, list(figures))
    one = replace(_together(pieces), span=whole, days=tuple(days), figures=figures)
    if title:
        one = replace(one, title=title.of(seen), title_span=title)
    values = values_of(text, one, period)
    if not any(day.start for day in days):
        values |= {"starts_on": None, "ends_on": None, "when_note": "没有读出日期"}
    if len(values["summary"]) > LONGEST_SUMMARY:
        values["summary"] = _main_line(text, one, days, values["figures"])
    return values


def _title_and_words(proposal: Proposal) -> tuple[Span, Span]:
    text, title = proposal.source.text, proposal.outline.title
    is_title = title and title.end - title.start <= _LONGEST_TITLE and text[title.end :].strip()
    title = title if is_title else _headline(text)
    start = title.end
    start += len(text[start:]) - len(text[start:].lstrip())
    return title, Span(start, len(text))


def _headline(text: str) -> Span:
    """The first line of a story, where it stands over sentences and is none itself."""
    line, _, behind = text.partition("\n")
    is_over = 4 <= len(line) <= _LONGEST_TITLE and line[-1] not in "。；：，" and "。" in behind
    is_plain = "。" not in line and not NUMBERING.match(line).end()
    return Span(0, len(line)) if is_over and is_plain else NOTHING


def _year(year: int) -> Period:
    return Period(f"{year}年", date(year, 1, 1), date(year, 12, 31))


def _together(pieces: list[Activity]) -> Activity:
    """The first, with whoever the others name besides."""
    first = pieces[0]
    return replace(
        first,
        place=next((one.place for one in pieces if one.place), NOTHING),
        campaign=next((one.campaign for one in pieces if one.campaign), NOTHING),
        **{
            name: tuple(dict.fromkeys(part for one in pieces for part in getattr(one, name)))
            for name in ("organizers", "partners", "people")
        },
    )


def _main_line(text: str, one: Activity, days: list[Day], rows: list[dict]) -> str:
    """Of a story too long for a summary, the paragraph that says when; else its first."""
    body = body_of(text, one)
    at = next((day.span.start for day in days if day.start), body.start)
    start = max(text.rfind("\n", body.start, at) + 1, body.start)
    end = text.find("\n", at)
    end = end if end >= 0 else body.end
    inside = [(f, row) for f, row in zip(one.figures, rows, strict=True) if start <= f.span.start < end]
    figures, named = [pair[0] for pair in inside], [pair[1] for pair in inside]
    return told_by_name(text, Span(start, min(end, start + LONGEST_SUMMARY)), tuple(figures), named)

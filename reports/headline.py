"""What lists tell of an issued report, its title, days, totals and sections, without reading it whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice

from django.db.models import Func, JSONField, OuterRef, Subquery, Value

from reports.document import FORMAT, Document
from reports.models import Report, ReportVersion

MOST_REMEMBERED = 500  # of a kilobyte

# Where a snapshot holds them.
_DAYS = {
    "starts_on": "period.start",
    "ends_on": "period.end",
    "as_of": "as_of",
    "signed_on": "signed_on",
}
_LISTS = ("totals[*].label", "totals[*].text", "sections[*].heading", "sections[*].items.size()")
_ITEMS = ("sections[*].items[*].title", "sections[*].items[*].sources.size()")


@dataclass(frozen=True)
class Glance:
    """What a report holds: its totals, its sections and how much is in each."""

    totals: tuple[tuple[str, str], ...] = ()  # label and text
    # Heading and number of items; None where own words are told in a paragraph, whose points nobody counted.
    sections: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True)
class Headline:
    """What a list tells of an issued version; none of it where a snapshot in another format lacks it."""

    title: str | None
    days: dict[str, date | None]
    glance: Glance | None  # None of another format: the report's own page names it


def glance_at(document: Document) -> Glance:
    """What is told of an issued version, of a document that is at hand."""
    sizes = [len(section.items) for section in document.sections]
    items = [(item.title, len(item.sources)) for section in document.sections for item in section.items]
    headings = (section.heading for section in document.sections)
    return Glance(
        tuple((figure.label, figure.text) for figure in document.totals),
        tuple(zip(headings, _numbers(sizes, items), strict=True)),
    )


def public_reports() -> list[Report]:
    """What the public may read, newest first; ``headline`` and ``issued_title`` of a draft are None."""
    reports = list(Report.objects.raw(*_public()))
    headlines = _headlines({report.issued_hash for report in reports} - {None})
    for report in reports:
        report.headline = headlines.get(report.issued_hash)
        report.issued_title = report.headline.title if report.headline else None
    return reports


@cache
def _public() -> tuple[str, tuple]:
    """The query, put together once: it takes Django longer than the database takes to answer."""
    newest = ReportVersion.objects.filter(report=OuterRef("pk")).order_by("-number")
    reports = Report.objects.public().annotate(issued_hash=Subquery(newest.values("sha256")[:1]))
    return reports.order_by("-starts_on").query.sql_with_params()


def as_issued(report: Report) -> Report:
    """One of ``public_reports()`` with its days as they were issued: a correction may be under way."""
    if report.headline and report.headline.days["as_of"]:
        for name, day in report.headline.days.items():
            setattr(report, name, day)
    return report


_known: dict[str, Headline] = {}


def _headlines(hashes: Iterable[str]) -> dict[str, Headline]:
    """By the hash of their content, which never changes; those not known yet are read in one query."""
    # Looked up once: another thread may clear them meanwhile.
    found = {sha256: headline for sha256 in hashes if (headline := _known.get(sha256))}
    if missing := set(hashes) - found.keys():
        read = _read(missing)
        if len(_known) > MOST_REMEMBERED:
            _known.clear()
        _known.update(read)
        found |= read
    return found


def _read(hashes: Iterable[str]) -> dict[str, Headline]:
    paths = ("format", "title", *_DAYS.values(), *_LISTS, *_ITEMS)
    versions = ReportVersion.objects.filter(sha256__in=hashes)
    return {sha256: _headline(*told) for sha256, *told in versions.values_list("sha256", *map(_held, paths))}


def _headline(written, title, start, end, as_of, signed_on, *told) -> Headline:
    labels, texts, headings, sizes, titles, sources = told
    days = zip(_DAYS, (start, end, as_of, signed_on), strict=True)
    return Headline(
        title=_first(title),
        days={name: date.fromisoformat(day) if (day := _first(told)) else None for name, told in days},
        glance=Glance(
            totals=tuple(zip(labels, texts, strict=True)),
            sections=tuple(zip(headings, _numbers(sizes, zip(titles, sources, strict=True)), strict=True)),
        )
        if written == [FORMAT]
        else None,
    )


def _numbers(sizes: list[int], items: Iterable[tuple[str, int]]) -> Iterator[int | None]:
    """How many items each section has; of a paragraph, 一是…二是…, how many records it tells of.

    ``items`` are those of all sections, each by its title and the number of its sources.
    """
    items = iter(items)
    for size in sizes:
        numbers = [1 if title else of for title, of in islice(items, size)]
        yield None if 0 in numbers else sum(numbers)


def _first(told: list) -> str | None:
    return next(iter(told), None)


def _held(path: str) -> Func:
    """What a snapshot holds at a path, as a list."""
    return Func("snapshot", Value(f"$.{path}"), function="jsonb_path_query_array", output_field=JSONField())

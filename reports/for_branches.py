"""Where a summary tells of an activity that a branch reported: which one, and as which item."""

from collections.abc import Iterator
from functools import lru_cache

from activities.models import Activity
from branches.fate import Place, finds_places
from reports.composing.compose import compose
from reports.composing.state import state_of
from reports.document import Document, Item, Section
from reports.document.snapshot import from_json
from reports.models import Report, ReportVersion

MOST_REMEMBERED = 16  # documents, of each of which only the places are kept

Places = dict[int, str]  # by the key of an activity: 一、服务成长成才第3项


@finds_places
def places_of(activities: list[Activity]) -> dict[int, list[Place]]:
    """In what was issued last, and in drafts; of what bears a 密级 nobody is told."""
    wanted = {one.pk for one in activities}
    first, last = min(one.starts_on for one in activities), max(one.ends_on for one in activities)
    found: dict[int, list[Place]] = {}
    for report in Report.objects.without_secrecy().filter(starts_on__lte=last, ends_on__gte=first):
        for key, place in _places_in(report).items():
            if key in wanted:
                found.setdefault(key, []).append(place)
    return found


def _places_in(report: Report) -> dict[int, Place]:
    newest = report.versions.values("pk", "snapshot__title").first()
    if newest:
        places, how = _issued(newest["pk"]), f"已写入《{newest['snapshot__title']}》"
        address = report.get_absolute_url()
    else:
        places, how = _drafted(report.pk, state_of(report)), f"拟写入《{report.title}》（还没有签发）"
        address = report.get_absolute_url() if report.is_public else ""
    return {key: Place(f"{how}{where}", address) for key, where in places.items()}


@lru_cache(MOST_REMEMBERED)
def _issued(version: int) -> Places:
    return dict(_told_in(from_json(ReportVersion.objects.get(pk=version).snapshot)))


@lru_cache(MOST_REMEMBERED)
def _drafted(report: int, state: str) -> Places:
    return dict(_told_in(compose(Report.objects.select_related("type").get(pk=report))))


def _told_in(document: Document) -> Iterator[tuple[int, str]]:
    for label, section, items in document.outline:
        for number, item in items:
            for source in item.sources:
                if source.type == Activity._meta.model_name:
                    yield source.id, _words(label, section, number, item)


def _words(label: str, section: Section, number: str, item: Item) -> str:
    """一、服务成长成才第3项; of a paragraph without a number the heading alone."""
    if not number:
        return f"{label}{section.heading}"
    return f"{label}{section.heading}第{1 + section.items.index(item)}项"

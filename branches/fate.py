"""What became of a report, as its branch is told: adopted, published, and where it stands in which summary.

What stands above this app says the last: a module ``for_branches`` of it registers a function here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from activities.models import Activity
from branches.models import BranchReport
from toolkit.dates.moments import moment_text

State = BranchReport.State


@dataclass(frozen=True)
class Place:
    """Where an activity is told: 已写入《2020年上半年工作总结》一、服务成长成才第3项."""

    words: str
    address: str = ""


@dataclass(frozen=True)
class Fate:
    words: str
    address: str = ""
    places: tuple[Place, ...] = ()


Finder = Callable[[list[Activity]], dict[int, list[Place]]]  # by the key of the activity
_FINDERS: list[Finder] = []


def finds_places(finder: Finder) -> Finder:
    _FINDERS.append(finder)
    return finder


def fate_of(report: BranchReport) -> Fate:
    return fates_of([report])[report.pk]


def fates_of(reports: Iterable[BranchReport]) -> dict[int, Fate]:
    """By the key of the report; reads ``activity``."""
    reports = list(reports)
    public = list({one.activity for one in reports if one.activity and one.activity.is_published})
    places: dict[int, list[Place]] = {}
    for find in _FINDERS if public else ():
        for key, found in find(public).items():
            places.setdefault(key, []).extend(found)
    return {one.pk: _fate(one, places.get(one.activity_id, [])) for one in reports}


def _fate(report: BranchReport, places: list[Place]) -> Fate:
    activity = report.activity
    if report.state == State.RETURNED:
        return Fate(f"已退回：{report.reason}")
    if report.state == State.REPORTED:
        return Fate(f"{moment_text(report.reported_at)}上报，等团区委办理。")
    if report.state == State.DRAFT:
        return Fate("还没有上报。")
    if activity is None:
        return Fate("采用以后，活动已被删除。")
    merged = f"并入活动“{activity}”，" if report.is_merged else ""
    if activity.is_published:
        return Fate(f"已采用，{merged}已发布。", activity.get_absolute_url(), tuple(places))
    return Fate(f"已采用，{merged}还没有发布。")

"""What a person should look at before accepting: the document's own doubts, and what is on record already."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from activities.models import Activity
from honors.models import Commendation, HonorReceived
from intake.models import Document, Proposal
from intake.recording.bodies import Bodies
from toolkit.folding import compared

Kind = Proposal.Kind
_ALIKE = 0.6  # of two titles that may mean one thing, as intake.proposing.warnings has it
_MOST_ON_DOCUMENT = 20
_SAID_HERE = ("committee_unknown", "period_unknown")  # the review has its own words and field for these
_LONGEST = {
    "title": Activity._meta.get_field("title").max_length,
    "summary": Activity._meta.get_field("summary").max_length,
}
_LABELS = {"title": "标题", "summary": "概要"}
_WITH_AREA = (Kind.ACTIVITY, Kind.COMMENDATION)


def notices_of(document: Document, proposals: list[Proposal], bodies: Bodies) -> dict[int, list[str]]:
    """The sentences for each of these open proposals, by key; none where nothing needs a second look."""
    told: dict[int, list[str]] = defaultdict(list)
    _told_by_reading(document, proposals, told)
    recorded = _Recorded(proposals)
    for one in proposals:
        told[one.pk] += [*_lacking(one), *recorded.same_as(one)]
        others = _others_named(one, bodies)
        if others and one.values.get("given_to", "committee") == "committee":
            told[one.pk].append(f"原文写的获得者是“{'、'.join(others[:3])}”，请选好授给谁。")
    return told


def _others_named(proposal: Proposal, bodies: Bodies) -> list[str]:
    """Whoever bears an honour from above beside the committee; as proposals have had it, now and before."""
    named = proposal.values.get("recipients") or proposal.values.get("names", "").splitlines()
    return [name for name in named if not bodies.is_own(name)]


def notices_of_document(document: Document, bodies: Bodies) -> list[str]:
    """What concerns the whole document, or words of it that no proposal stands for; only so many."""
    covered = _covered(document)
    starts = [start for start, _ in covered]
    found = []
    for warning in document.reading["warnings"]:
        at = bisect_right(starts, warning["span"][0]) - 1
        is_apart = at < 0 or warning["span"][0] >= covered[at][1]
        if is_apart and warning["code"] not in _SAID_HERE:
            found.append(warning["text"])
    if document.reading["committee"] is None:
        found.append("没有读出是哪个团委的文件，按本团区委的文件处理。")
    if bodies.is_of_another:
        committee = document.reading["committee"]
        found.append(f"这份文件是“{committee}”的，不是本网站的团区委，请核对是否选错了文件。")
    return found[:_MOST_ON_DOCUMENT]


def _covered(document: Document) -> list[tuple[int, int]]:
    """The stretches of the text that proposals stand for, in order and apart."""
    stretches: list[tuple[int, int]] = []
    for start, end in document.proposals.values_list("starts_at", "ends_at"):
        if stretches and start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _told_by_reading(document: Document, proposals: list[Proposal], told) -> None:
    for warning in document.reading["warnings"]:
        at = warning["span"][0]
        for one in proposals:
            is_within = one.starts_at <= at < one.ends_at and warning["code"] not in _SAID_HERE
            if is_within and not _is_settled(warning, one):
                told[one.pk].append(warning["text"])


def _is_settled(warning: dict, proposal: Proposal) -> bool:
    """Whether a masked number was filled in or taken off since, or what was told twice was made one."""
    if warning["code"] == "told_twice":
        return proposal.starts_at < warning["span"][0]
    rows = proposal.values.get("figures", [])
    return warning["code"] == "number_masked" and all(row["wording"] for row in rows)


def _lacking(proposal: Proposal) -> Iterator[str]:
    values = proposal.values
    if proposal.kind in _WITH_AREA and proposal.area_id is None:
        yield "还没有选工作板块。"
    if "starts_on" in values and not values["starts_on"]:
        yield "没有读出日期，请补上。"
    for name, most in _LONGEST.items():
        if len(values.get(name, "")) > most:
            yield f"{_LABELS[name]}超过{most}个字，请改短。"


class _Recorded:
    """Records like the proposed ones; one question for each kind of record."""

    def __init__(self, proposals: list[Proposal]):
        values = [one.values for one in proposals]
        days = {one["starts_on"] for one in values if one.get("starts_on")}
        years = {one["year"] for one in values if one.get("year")}
        self.activities = defaultdict(list)
        for activity in Activity.objects.filter(starts_on__in=days).only("title", "starts_on"):
            self.activities[str(activity.starts_on)].append(activity)
        rows = Commendation.objects.filter(year__in=years).only("title", "year")
        self.commendations = [(one.year, one) for one in rows]
        self.honors = [(one.year, one) for one in HonorReceived.objects.filter(year__in=years)]

    def same_as(self, proposal: Proposal) -> Iterator[str]:
        for record in self._candidates(proposal):
            if _is_alike(proposal.title, record.title):
                yield f"已在记录中：“{record.title}”。是另一件事的，仍可采用。"
                return

    def _candidates(self, proposal: Proposal):
        if proposal.kind == Kind.ACTIVITY:
            return self.activities[proposal.values["starts_on"]]
        rows = {Kind.COMMENDATION: self.commendations, Kind.HONOR: self.honors}.get(proposal.kind, ())
        return [record for year, record in rows if year == proposal.values["year"]]


def _is_alike(one: str, other: str) -> bool:
    one, other = compared(one), compared(other)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

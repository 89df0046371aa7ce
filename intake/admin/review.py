"""The review page of a document: its text with the span of each proposal marked, the proposals beside it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.urls import reverse

from activities.models import Activity, Campaign, WorkArea
from intake.models import Document, Proposal
from intake.noticing import notices_of, notices_of_document
from intake.recording.bodies import Bodies, Body
from intake.recording.plan import report_of
from intake.recording.refusals import day
from reports.document.periods import PERIODS
from reports.models import Report
from toolkit.folding import compared

PAGE_SIZE = 100  # proposals; a longer document is reviewed page by page
State, Kind = Proposal.State, Proposal.Kind


@dataclass(frozen=True)
class Piece:
    """A stretch of the text and the proposals that it belongs to, the innermost last."""

    text: str
    keys: tuple[int, ...]
    begins: tuple[int, ...]  # those that begin here: their anchors


@dataclass
class Card:
    """A proposal as it is shown."""

    proposal: Proposal
    notices: list[str]
    bodies: Bodies
    may_accept: bool

    @property
    def when(self) -> str:
        """As the record itself would say it."""
        values = self.proposal.values
        if not values.get("starts_on"):
            return "不明" if "starts_on" in values else ""
        starts_on = day(values["starts_on"])
        told = {name: values[name] for name in ("date_precision", "day_part")}
        ends_on = day(values["ends_on"]) or starts_on
        if told["date_precision"] == Activity.DatePrecision.DAY and ends_on != starts_on:
            told["date_precision"] = Activity.DatePrecision.RANGE  # as it would be kept
        return Activity(starts_on=starts_on, ends_on=ends_on, **told).when_text

    @property
    def organizers(self) -> list[Body]:
        return self._found("organizers")

    @property
    def partners(self) -> list[Body]:
        return self._found("partners")

    def _found(self, name: str) -> list[Body]:
        return [self.bodies.find(one) for one in self.proposal.values.get(name, ())]

    @property
    def campaign(self) -> str:
        return self.proposal.values.get("campaign", "")

    @property
    def is_known_campaign(self) -> bool:
        return self.bodies.campaign(self.campaign) is not None

    @property
    def alike_campaigns(self) -> list[Campaign]:
        """Those on record whose names share two characters in a row with the one named here."""
        pairs = _pairs(self.campaign)
        return [one for one in self.bodies.campaigns.values() if pairs & _pairs(one.name)]

    @property
    def campaign_field(self) -> str:
        return f"campaign-{self.proposal.pk}"

    @property
    def may_merge(self) -> bool:
        return self.proposal.kind == Kind.ACTIVITY


def _pairs(name: str) -> set[str]:
    name = compared(name)
    return {name[at : at + 2] for at in range(len(name) - 1)}


@dataclass
class Part:
    """The proposals of one section, and the area that they share."""

    number: int | None
    heading: str
    cards: list[Card]

    @property
    def has_plan(self) -> bool:
        return any(one.proposal.kind == Kind.PLAN_ITEM for one in self.cards)

    @property
    def open_with_area(self) -> list[Proposal]:
        kinds = (Kind.ACTIVITY, Kind.COMMENDATION)
        return [
            one.proposal
            for one in self.cards
            if one.proposal.state == State.OPEN and one.proposal.kind in kinds
        ]

    @property
    def area_id(self) -> int | None:
        """What its open proposals share; None where they differ."""
        areas = {one.area_id for one in self.open_with_area}
        return areas.pop() if len(areas) == 1 else None

    @property
    def field(self) -> str:
        return f"area-{'' if self.number is None else self.number}"


class Review:
    def __init__(self, document: Document, page: str | None = None):
        self.document = document
        rows = document.proposals.select_related("area", "activity", "commendation", "honor", "plan_item")
        self.page = Paginator(rows, PAGE_SIZE).get_page(page)
        self.bodies = Bodies(document.reading["committee"])

    @cached_property
    def proposals(self) -> list[Proposal]:
        rows = list(self.page.object_list)
        for one in rows:
            one.document = self.document
        return rows

    @cached_property
    def notices(self) -> dict[int, list[str]]:
        rows = [one for one in self.proposals if one.state == State.OPEN]
        return notices_of(self.document, rows, self.bodies)

    @property
    def on_document(self) -> list[str]:
        return notices_of_document(self.document, self.bodies)

    @cached_property
    def parts(self) -> list[Part]:
        sections = self.document.reading["sections"]
        found = []
        for number, rows in groupby(self.proposals, key=lambda one: one.section):
            heading = sections[number]["heading"] if number is not None else ""
            cards = [
                Card(one, self.notices.get(one.pk, []), self.bodies, self.may_accept(one)) for one in rows
            ]
            found.append(Part(number, heading or "开头", cards))
        return found

    @cached_property
    def plan_report(self) -> Report | None:
        """Where the plan goes: into the report of the document's own time, whose next one follows it up."""
        return report_of(self.document)

    @property
    def report_to_start(self) -> str:
        """The form of a new report, filled in for the document's time; empty where that is no usual one."""
        told = self.document.reading["period"]
        days = [day(told[name]) for name in ("start", "end")] if told else []
        found = (kind.of_days(*days) for kind in PERIODS.values() if days)
        period = next(filter(None, found), None)
        add = reverse("admin:reports_report_add")
        return f"{add}?stretch={period.KIND}-{period.number}&year={period.year}" if period else ""

    @cached_property
    def areas(self) -> list[WorkArea]:
        return list(WorkArea.objects.all())

    @property
    def without_notice(self) -> list[Proposal]:
        """The open ones that need no second look."""
        rows = [one for one in self.proposals if one.state == State.OPEN and self.may_accept(one)]
        return [one for one in rows if not self.notices.get(one.pk)]

    def may_accept(self, proposal: Proposal) -> bool:
        """A plan waits for its report; the review says so once, above it."""
        is_open = self.plan_report is not None and self.plan_report.is_open
        return is_open or proposal.kind != Kind.PLAN_ITEM

    @cached_property
    def counts(self) -> dict[str, int]:
        is_in = {state.value: Count("pk", filter=Q(state=state)) for state in State}
        return self.document.proposals.aggregate(**is_in)

    @property
    def pieces(self) -> list[Piece]:
        """The part of the text that this page is about, cut where a proposal begins or ends."""
        text, (start, end) = self.document.text, self._shown
        edges = {start, end}
        for one in self.proposals:
            edges |= {at for at in (one.starts_at, one.ends_at) if start <= at <= end}
        cuts = sorted(edges)
        return [self._piece(text, low, high) for low, high in pairwise(cuts)]

    def _piece(self, text: str, low: int, high: int) -> Piece:
        around = [one for one in self.proposals if one.starts_at <= low and high <= one.ends_at]
        around.sort(key=lambda one: one.starts_at - one.ends_at)
        begins = tuple(one.pk for one in around if one.starts_at == low)
        return Piece(text[low:high], tuple(one.pk for one in around), begins)

    @property
    def _shown(self) -> tuple[int, int]:
        """From the first proposal of the page to the first of the next; the whole text on a single page."""
        rows, text = self.proposals, self.document.text
        start = rows[0].starts_at if rows and self.page.has_previous() else 0
        end = max(one.ends_at for one in rows) if rows and self.page.has_next() else len(text)
        return start, end

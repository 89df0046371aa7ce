"""What the page of a file that came back shows: each change with its choices, and what was chosen so far."""

from dataclasses import dataclass

from django.urls import reverse

from reports.admin.traces import Origins, Trace
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document import Document
from reports.exporters.marks import fingerprint
from reports.models import Report
from reports.returning.comparing import Aside, Changed, Comparison, Proposal, compare
from reports.returning.ordering import Order
from reports.returning.present import presents
from reports.returning.taking import Wish, refusal_of_frame, wish_of
from reports.returning.word.reading import Reading

_TAKE, _AS_TYPED, _ADD, _FRAME = "take", "typed", "add", "frame"  # before the names of the choices
_ORDER = "order"
_OF_PARTS = ("heading-", "lead-", "items-", "campaign-")  # before the key of a part, or of an item's first


@dataclass
class ShownNumber:
    """A number that the file has otherwise than its record."""

    name: str  # of its field
    now: str
    said: str
    trace: Trace
    is_typed: bool


@dataclass
class ShownProposal:
    proposal: Proposal
    wish: Wish
    is_taken: bool
    edit_url: str
    numbers: list[ShownNumber]
    new_numbers: list[str]  # typed in the file, and no figure that the item could name

    @property
    def name(self) -> str:
        return f"{_TAKE}-{self.proposal.key}"

    @property
    def has_typed(self) -> bool:
        return any(number.is_typed for number in self.numbers)


@dataclass
class ShownAside:
    aside: Aside
    name: str  # of its field
    is_added: bool


@dataclass
class ShownFrame:
    """The title, the signature or what else stands around the items, as the file has it."""

    changed: Changed
    name: str  # of its field
    is_taken: bool
    refusal: str


class Returned:
    """A file beside the draft as it is now, and what was chosen of it so far."""

    def __init__(self, report: Report, reading: Reading, chosen):
        self.report, self.reading = report, reading
        self.material = gather(report)
        self.document: Document = composed_from(self.material)
        self.comparison: Comparison = compare(reading, self.document)
        self._presents = presents(self.material, self.document)
        self._origins = Origins(self.document)
        self.proposals = [self._shown(one, chosen) for one in self.comparison.proposals]
        self.frame = [_shown_frame(one, chosen) for one in self.comparison.frame]
        self.is_in_order = _ORDER in chosen
        self.asides = [_shown_aside(one, chosen) for one in self.comparison.asides]

    @property
    def wishes(self) -> list[Wish]:
        chosen = [one.wish for one in self.proposals if one.is_taken]
        return [wish for wish in chosen if not wish.refusal and not wish.is_empty]

    @property
    def typed(self) -> list[ShownProposal]:
        """Those taken over with a number as words of one's own."""
        return [one for one in self.proposals if one.wish in self.wishes and one.has_typed]

    @property
    def added(self) -> list[Aside]:
        return [one.aside for one in self.asides if one.is_added]

    @property
    def framed(self) -> list[Changed]:
        return [one.changed for one in self.frame if one.is_taken and not one.refusal]

    @property
    def order(self) -> Order:
        """That of the file, where it was chosen; else none."""
        return self.comparison.order if self.is_in_order and self.comparison.moved else []

    @property
    def taken(self) -> list[str]:
        """The places of all that was chosen and can be written."""
        places = [wish.proposal.place for wish in self.wishes] + [one.slot.place for one in self.framed]
        return places + (["顺序"] if self.order else []) + [aside.as_item[0] for aside in self.added]

    def _shown(self, proposal: Proposal, chosen) -> ShownProposal:
        numbers = self._numbers(proposal, chosen)
        as_typed = {at for at, number in numbers if number.is_typed}
        wish = wish_of(proposal, self._presents.get(proposal.key), self.document, as_typed)
        is_taken = f"{_TAKE}-{proposal.key}" in chosen
        return ShownProposal(
            proposal,
            wish,
            is_taken,
            edit_url(self.report, proposal.key),
            [number for _, number in numbers],
            self._new_numbers(proposal),
        )

    def _new_numbers(self, proposal: Proposal) -> list[str]:
        present = self._presents.get(proposal.key)
        typed = proposal.text.numbers.new if proposal.text and present else ()
        return [one.text for one in typed if not present.name_of(one.text)]

    def _numbers(self, proposal: Proposal, chosen) -> list[tuple[int, ShownNumber]]:
        found = []
        for at, number, figure in proposal.text.changed_numbers if proposal.text else ():
            name = f"{_AS_TYPED}-{proposal.key}-{at}"
            trace = self._origins.trace(figure, name)
            found.append((at, ShownNumber(name, number.now, number.said, trace, chosen.get(name) == "yes")))
        return found


def _shown_frame(changed: Changed, chosen) -> ShownFrame:
    name = f"{_FRAME}-{changed.slot.mark}"
    return ShownFrame(changed, name, name in chosen, refusal_of_frame(changed))


def _shown_aside(aside: Aside, chosen) -> ShownAside:
    name = f"{_ADD}-{fingerprint(aside.place + ''.join(aside.lines))}"
    return ShownAside(aside, name, bool(aside.as_item) and name in chosen)


def edit_url(report: Report, key: str) -> str:
    """Where a text is changed by hand."""
    kind, _, pk = key.rpartition("-")
    if kind in ("activity", "commendation", "written"):
        return reverse("admin:reports_report_entry", args=[report.pk, key])
    if kind.removeprefix("earlier-") in ("planitem", "commitment"):
        return reverse(f"admin:reports_{kind.removeprefix('earlier-')}_change", args=[pk])
    place = key.partition("-")[2] if key.startswith(_OF_PARTS) else key
    return f"{reverse('admin:reports_report_edit', args=[report.pk])}#{place}"

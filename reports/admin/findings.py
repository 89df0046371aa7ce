"""The findings of the checks, each with the place on the editor's page and the records it is about."""

from dataclasses import dataclass

from reports.admin.draft import Draft
from reports.admin.traces import desk_address
from reports.checks import BLOCKER, Finding, findings_of
from reports.checks.reading import place_of_item
from reports.models import Waiver


@dataclass(frozen=True)
class ShownFinding:
    """A finding with the place on the page that it is about, and the records concerned."""

    finding: Finding
    anchor: str
    records: list[tuple[str, str]]  # (what it is called, its page in the admin)
    waiver: Waiver | None = None  # where somebody let it pass

    @property
    def entry(self) -> str:
        """The item whose own page chooses what a number is bound to; empty where the finding is of none."""
        is_of_binding = self.finding.code in ("number_unbound", "number_moved_on")
        return self.anchor if is_of_binding and self.anchor.partition("-")[2].isdecimal() else ""


@dataclass(frozen=True)
class Open:
    """What the checks found in a draft: what must be mended, what was let pass, what is to be judged."""

    blocking: list[ShownFinding]
    waived: list[ShownFinding]
    hints: list[ShownFinding]


def open_findings(draft: Draft) -> Open:
    found = _shown_findings(draft)
    of_blockers = [one for one in found if one.finding.level == BLOCKER]
    return Open(
        blocking=[one for one in of_blockers if not one.waiver],
        waived=[one for one in of_blockers if one.waiver],
        hints=[one for one in found if one.finding.level != BLOCKER],
    )


def _shown_findings(draft: Draft) -> list[ShownFinding]:
    places = _anchors(draft)
    waivers = {one.fingerprint: one for one in draft.report.waivers.standing().select_related("by")}
    return [
        ShownFinding(
            finding,
            places.get(finding.place, ""),
            _records(finding),
            waivers.get(finding.fingerprint),
        )
        for finding in findings_of(draft.material, draft.document)
    ]


def _records(finding: Finding) -> list[tuple[str, str]]:
    """Each record of the finding once, where staff can open it."""
    found = {desk_address(source): source.label for source in finding.sources}
    return [(label, address) for address, label in found.items() if address]


def _anchors(draft: Draft) -> dict[str, str]:
    """Where the places that findings name stand on the editor's page."""
    found = {"开头语": "opening"}
    for part in draft.parts:
        found[f"{part.number}{part.heading}"] = part.key
        found.setdefault(part.heading, part.key)  # a missing part is named without its number
        for entry in part.entries:
            number = f"{part.number}{entry.number}"
            found[place_of_item(number, entry.item)] = entry.key
            for label, child, _ in entry.children:
                found[place_of_item(f"{number}{label}", child)] = entry.key
    return found

"""The report as it stands today, from published records and staff's decisions about them.

``document_of`` is the one door for whoever reads: what was issued, read back
from its snapshot, or the draft as composed. ``compose`` is the draft itself,
also while an issued report is being corrected.
"""

import re
from dataclasses import replace

from reports.composing.arrangement import Part, arrange
from reports.composing.bindings import Bindings, Bound
from reports.composing.halves import halves_of
from reports.composing.material import Material, gather
from reports.composing.prose.honors import told_of_others
from reports.composing.sections.follow_up import follow_up_section
from reports.composing.sections.grouping import grouped
from reports.composing.sections.leads import lead_of
from reports.composing.sections.plan import DEFAULT_HEADING, plan_items
from reports.composing.sections.records import item_of
from reports.composing.sections.required import with_placeholders
from reports.composing.sources import source_of
from reports.composing.totals import totals
from reports.document import Document, Figure, Passage, Section
from reports.document.passages import passage_of
from reports.document.snapshot import from_json
from reports.models import Report, ReportSection

Kind = ReportSection.Kind
HONORS, OF_OTHERS = "上级荣誉", "区内荣誉"  # what an opening may name beside the totals


def document_of(report: Report) -> Document:
    """The report as it is to be read: its newest issued version, or the draft if there is none."""
    version = report.versions.first()
    return from_json(version.snapshot) if version else compose(report)


def compose(report: Report) -> Document:
    """The report from what is recorded now."""
    return composed_from(gather(report))


def composed_from(material: Material) -> Document:
    """The report from what was gathered, for whoever needs the material too."""
    report = material.report
    figures = totals(material)
    bindings = Bindings(material, figures)
    sections = tuple(_section(material, part, figures, bindings) for part in parts_of(material))
    printed = tuple(section for section in sections if section.items)
    return Document(
        slug=report.slug,
        title=report.title,
        start=report.starts_on,
        end=report.ends_on,
        as_of=report.as_of,
        state=report.state,
        levels=report.levels,
        red_head=report.red_head,
        document_number=report.document_number,
        formalities=report.formalities,
        opening=_opening(material, figures, bindings.of()),
        opening_sources=tuple(source_of(honor, honor.sentence) for honor in material.honors_received),
        sections=with_placeholders(material, printed),
        signature=report.signature,
        signed_on=report.signed_on,
        totals=figures,
        halves=halves_of(material),
    )


def parts_of(material: Material) -> list[Part]:
    """The arranged parts; a follow-up that staff did not place opens the report, such a plan closes it."""
    parts = arrange(material)
    if not any(part.kind == Kind.FOLLOW_UP for part in parts):
        parts.insert(0, Part(Kind.FOLLOW_UP, ""))
    if not any(part.kind == Kind.PLAN for part in parts):
        parts.append(Part(Kind.PLAN, DEFAULT_HEADING))
    return parts


def _section(material: Material, part: Part, figures: tuple[Figure, ...], bindings: Bindings) -> Section:
    if part.kind == Kind.FOLLOW_UP:
        return replace(follow_up_section(material, part.heading), key=part.key)
    lead = None
    if part.kind == Kind.PLAN:
        items = plan_items(material)
    else:
        items = tuple(
            item_of(entry, bindings.of(placement=entry.placement, written=entry.written))
            for entry in part.entries
        )
        lead = lead_of(part, items, figures) if items else None
        items = grouped(part, items, material.campaigns)
    return Section(heading=part.heading, kind=str(part.kind), items=items, lead=lead, key=part.key)


def _opening(material: Material, figures, bound: Bound) -> Passage:
    """Staff's opening; what was received takes the place of its name, or stands before 现总结如下."""
    honors = "、".join(honor.sentence for honor in material.honors_received)
    words: dict[str, list] = {HONORS: [honors]} if honors else {}
    pattern = material.report.opening
    if honors and f"{{{HONORS}}}" not in pattern:
        pattern = _with_sentence(pattern, f"荣获{honors}", "其间，")
    if material.honors_of_others:
        words[OF_OTHERS] = told_of_others(material.honors_of_others, material.report.signature)
        if f"{{{OF_OTHERS}}}" not in pattern:
            pattern = _with_sentence(pattern, f"{{{OF_OTHERS}}}")
    return bound.write(pattern, lambda part: passage_of(part, figures, words))


def _with_sentence(opening: str, told: str, after: str = "") -> str:
    """With one more sentence before the one that announces the rest; ``after`` joins it to the one before."""
    found = re.fullmatch(r"(.*?)([^。\n]*如下[。：]?)?(\s*)", opening, re.DOTALL)
    before, announced, space = found.groups("")
    return f"{before}{after if before else ''}{told}。{announced}{space}"

"""Comparisons of a changed export with the draft, and how the tests read them."""

from reports.exporters.docx import render
from reports.returning.comparing import compare
from reports.returning.word.reading import read
from tests.reports.returning.files import edited, keyed

OFFICE = "共青团某区委员会"
TEXT = "组织300余名青年志愿者，捐赠口罩1万个。"


def exported(document=None) -> bytes:
    return render(document or keyed(), OFFICE)


def compared(change, draft=None, exported_from=None):
    return compare(read(edited(exported(exported_from), change)), draft or keyed())


def told(comparison) -> list[tuple]:
    """Each proposal: its key, its new title and its new text, "" where that is as it was."""
    return [
        (one.key, *(changed.said.text if changed else "" for changed in (one.title, one.text)))
        for one in comparison.proposals
    ]


def rest(comparison) -> tuple:
    return [one.said.text for one in comparison.frame], comparison.asides, comparison.moved


def numbers(comparison) -> list[tuple[str, str]]:
    return [(one.now, one.said) for one in comparison.proposals[0].text.numbers.figures]

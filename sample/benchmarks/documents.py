"""A report of about ten pages as DOCX and PDF."""

from collections.abc import Iterator
from dataclasses import replace

from reports.composing.compose import compose
from reports.document import Document
from reports.formats import FORMATS
from reports.models import Report
from sample.benchmarks.reports import PERIOD
from sample.benchmarks.timing import seconds

ITEMS = 20  # of about 150 characters each; with the annex, ten pages


def exports_of_ten_pages() -> Iterator[str]:
    document = _ten_pages(compose(Report.objects.get(slug=PERIOD.slug)))
    for name in ("docx", "pdf"):
        took = seconds(lambda name=name: FORMATS[name](document), times=3)
        yield f"导出 {name}：约 10 页，{took:.3f} 秒（应在 1 秒以内）"


def _ten_pages(document: Document) -> Document:
    sections = tuple(replace(section, items=section.items[:ITEMS]) for section in document.sections[:1])
    return replace(document, sections=sections, totals=())

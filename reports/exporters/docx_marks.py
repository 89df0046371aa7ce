"""The bookmarks of a Word file, and the properties that say whose it is and what each of its texts said."""

from html import escape
from itertools import count

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from reports.document import Document
from reports.exporters import layout, marks
from reports.exporters.cleaning import clean
from reports.exporters.layout import Part

PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that a file's own author defines
FIRST_ID = 2  # lower ones are reserved
LONGEST = 255  # characters that Word lets a property have


class Bookmarks:
    """Sets bookmarks, each name once, as Word asks."""

    def __init__(self):
        self._ids = count(1)
        self._taken: set[str] = set()

    def around(self, first, last, name: str) -> None:
        """A bookmark from before the one run to behind the other."""
        if name not in self._taken:
            self._taken.add(name)
            start, end = (
                parse_xml(f'<w:{kind} {nsdecls("w")} w:id="{place}"{named}/>')
                for place in [next(self._ids)]
                for kind, named in (("bookmarkStart", f' w:name="{name}"'), ("bookmarkEnd", ""))
            )
            first.addprevious(start)
            last.addnext(end)


def set_marks(word: WordDocument, parts: list[Part], slug: str) -> None:
    """A bookmark around each text and each figure in it, and one around the title that names the report."""
    bookmarks = Bookmarks()
    paragraphs = iter(word.paragraphs)
    for name, told in layout.texts(parts):
        for place, part in enumerate(told, 1):
            paragraph = next(paragraphs)
            _set_figures(bookmarks, part, paragraph)
            if runs := [run._r for run in paragraph.runs]:
                bookmarks.around(runs[0], runs[-1], marks.of_paragraph(name, place))
                if name == marks.TITLE_OF_REPORT:
                    bookmarks.around(runs[0], runs[-1], marks.mark_of_report(slug))


def _set_figures(bookmarks: Bookmarks, part: Part, paragraph: Paragraph) -> None:
    """The paragraph again, each figure a run of its own within its bookmark."""
    if not part.figures:
        return
    paragraph.clear()
    at = 0
    for start, end, name in part.figures:
        if at < start:
            paragraph.add_run(part.text[at:start])
        run = paragraph.add_run(part.text[start:end])._r
        bookmarks.around(run, run, name)
        at = end
    if at < len(part.text):
        paragraph.add_run(part.text[at:])


def add_properties(word: WordDocument, document: Document, parts: list[Part], office: str) -> None:
    """Whose report it is, of which draft, and by what each text is known again."""
    told = {
        marks.REPORT: document.slug,
        marks.OFFICE: clean(office)[:LONGEST],
        marks.DRAFT: marks.draft_of(document),
        **fingerprints(document, parts),
    }
    properties = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{place}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for place, (name, value) in enumerate(told.items(), FIRST_ID)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{VALUES}">{properties}</Properties>'
    )
    package = word.part.package
    part = PackagePart(PackURI("/docProps/custom.xml"), CONTENT_TYPE, xml.encode(), package)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)


def fingerprints(document: Document, parts: list[Part]) -> dict[str, str]:
    """The fingerprint of each text by the name of its bookmark, that of the annex and of the order."""
    words = {name: [part.words for part in told] for name, told in layout.texts(parts)}
    rows = ["\t".join(row) for row in layout.table_rows(document)]
    numbered = [part.name for part in parts if part.label]
    texts = words | {marks.ANNEX: rows, marks.ORDER: numbered}
    return {name: marks.fingerprint("\n".join(said)) for name, said in texts.items() if said}

"""The report as a Word file: named styles, real headings, one file for the same report every time."""

from datetime import UTC, datetime, time
from html import escape
from io import BytesIO
from itertools import groupby

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from reports.document import Document
from reports.exporters import docx_frame, docx_marks, docx_styles, layout, official
from reports.exporters.annex import Annex, Row, annex_of
from reports.exporters.cleaning import clean
from reports.exporters.docx_package import bare, repeatable
from reports.exporters.layout import Part
from reports.exporters.titles import width

# What stands at its place from the left may run into the margin by so many characters rather than wrap:
# where the prescribed face is missing, its stand-in may have wider digits.
ROOM_TO_SPARE = 3
WIDTHS = official.FOLLOW_UP_WIDTHS_MM


def render(document: Document, office: str = "") -> bytes:
    """The .docx file, dated with the report's own day: signed, or else as of.

    ``office`` is who exports it.
    """
    word = bare(
        docx.Document(), docx_styles.styles_xml(document.levels, has_red_head=bool(document.red_head))
    )
    _describe(word, document)
    _lay_out_page(word.sections[0])
    parts = layout.parts(document)
    for part in parts:
        _styled(word, docx_styles.STYLE_IDS[part.style], _text_of(part))
    for place in layout.kept_with_next(parts):
        word.paragraphs[place].paragraph_format.keep_with_next = True
    docx_frame.seat_head(word, parts)
    _seat_signature(word, parts)
    docx_marks.set_marks(word, parts, document.slug)
    docx_marks.add_properties(word, document, parts, office)
    _annex(word, annex_of(document))
    docx_frame.seat_imprint(word, parts)
    _set_tables(word, parts)
    file = BytesIO()
    word.save(file)
    return repeatable(file.getvalue())


def _describe(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    about.title = clean(document.title)[:255]
    about.author = about.last_modified_by = clean(document.signature)[:255]
    about.comments = ""
    about.language = docx_styles.LANGUAGE
    about.created = about.modified = datetime.combine(layout.dated(document), time(), UTC)
    about.revision = 1


def _lay_out_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(official.PAGE_WIDTH_MM), Mm(official.PAGE_HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(official.TOP_MM), Mm(official.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(official.LEFT_MM), Mm(official.RIGHT_MM)
    section.gutter = 0
    # The dash stands in the middle of the line, and the distance is measured to the line's foot.
    section.footer_distance = (
        Mm(official.BOTTOM_MM - official.PAGE_NUMBER_DROP_MM) - Pt(official.PAGE_NUMBER_PT) // 2
    )
    grid = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{docx_styles.lines(1)}"/>'
    [default_grid] = section._sectPr.xpath("./w:docGrid")
    section._sectPr.replace(default_grid, parse_xml(grid))
    _page_number(section.footer.paragraphs[0], side="right")
    _page_number(section.even_page_footer.paragraphs[0], side="left")


def _page_number(paragraph: Paragraph, side: str) -> None:
    dash = official.PAGE_NUMBER_DASH
    paragraph._p.style = "Footer"
    docx_frame.indent(paragraph, **{side: official.PAGE_NUMBER_CHARACTERS})
    paragraph._p.pPr.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
    paragraph.add_run(f"{dash} ")
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    paragraph.add_run(f" {dash}")


def _text_of(part: Part) -> str:
    return "\t".join(part.columns) or "\n".join(part.lines) or part.text


def _styled(word: WordDocument, style_id: str, text: str) -> None:
    paragraph = word.add_paragraph(text)
    paragraph._p.style = style_id


def _seat_signature(word: WordDocument, parts: list[Part]) -> None:
    """Signature and date at their places: centred in one strip under a seal, else from the left."""
    seats = layout.seats(parts)
    for part, paragraph in zip(parts, word.paragraphs, strict=True):
        if part.style == layout.SIGNATURE and seats.are_centred:
            docx_frame.indent(paragraph, left=seats.signature)
        elif part.style == layout.SIGNATURE:
            docx_frame.indent(paragraph, left=seats.signature, right=-ROOM_TO_SPARE)
        elif part.style == layout.DATE and seats.are_centred:
            docx_frame.indent(paragraph, right=(official.CHARACTERS - seats.date - width(part.text)) / 2)
        elif part.style == layout.DATE:
            docx_frame.indent(paragraph, left=seats.date, right=-ROOM_TO_SPARE)


def _set_tables(word: WordDocument, parts: list[Part]) -> None:
    """Follow-ups as tables, each in the place of the paragraphs that told its rows. Comes last."""
    laid = list(zip(parts, word.paragraphs, strict=False))
    for is_table, told in groupby(laid, key=lambda one: one[0].style == layout.TABLE_ROW):
        if is_table:
            rows, paragraphs = zip(*((Row(part.columns, WIDTHS), one._p) for part, one in told), strict=True)
            paragraphs[0].addprevious(parse_xml(_table(Annex("", official.FOLLOW_UP_HEAD, WIDTHS, [*rows]))))
            for paragraph in paragraphs:
                paragraph.getparent().remove(paragraph)


def _annex(word: WordDocument, annex: Annex) -> None:
    if not annex.rows:
        return
    for style, text in ((docx_styles.ANNEX_MARK, "附件"), (docx_styles.ANNEX_TITLE, annex.title)):
        _styled(word, style, text)
    word.element.body.insert(-1, parse_xml(_table(annex)))
    if annex.note:
        _styled(word, docx_styles.TABLE_TEXT, annex.note)


def _table(annex: Annex) -> str:
    """The table as WordprocessingML: python-docx counts all cells again for each one it adds."""
    widths = [docx_styles.twips(mm) for mm in annex.widths_mm]
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head = _row(annex.head, widths, docx_styles.TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>")
    body = "".join(
        _row(row.cells, widths, docx_styles.TABLE_TEXT, "" if row.is_long else "<w:cantSplit/>")
        for row in annex.rows
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{docx_styles.TABLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _row(cells: tuple[str, ...], widths: list[int], style: str, properties: str) -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(cell, quote=False)}</w:t></w:r></w:p></w:tc>'
        for cell, column in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{filled}</w:tr>"

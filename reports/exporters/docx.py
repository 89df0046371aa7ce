"""The report as a Word file: named styles, real headings, one file for the same report every time."""

from datetime import UTC, datetime, time
from html import escape
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from reports.document import Document
from reports.exporters import docx_marks, docx_styles, layout, official
from reports.exporters.docx_package import bare, repeatable
from reports.exporters.layout import Part, Row, clean
from reports.exporters.titles import width

# What stands at its place from the left may run into the margin by so many characters rather than wrap:
# where the prescribed face is missing, its stand-in may have wider digits.
ROOM_TO_SPARE = 3


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
        _styled(word, docx_styles.STYLE_IDS[part.style], "\n".join(part.lines) or part.text)
    for place in layout.kept_with_next(parts):
        word.paragraphs[place].paragraph_format.keep_with_next = True
    _seat_head(word, parts)
    _seat_signature(word, parts)
    docx_marks.set_marks(word, parts, document.slug)
    docx_marks.add_properties(word, document, parts, office)
    _annex(word, layout.annex_rows(document), layout.annex_note(document))
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
    _indent(paragraph, **{side: official.PAGE_NUMBER_CHARACTERS})
    paragraph._p.pPr.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
    paragraph.add_run(f"{dash} ")
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    paragraph.add_run(f" {dash}")


def _styled(word: WordDocument, style_id: str, text: str) -> None:
    paragraph = word.add_paragraph(text)
    paragraph._p.style = style_id


def _seat_head(word: WordDocument, parts: list[Part]) -> None:
    """The issuing office's name at its height, in the largest size that fits."""
    for place, part in enumerate(parts):
        if part.style == layout.RED_HEAD:
            head = word.paragraphs[place]
            points = official.red_head_pt(part.text)
            head.runs[0].font.size = Pt(points)
            head.paragraph_format.space_before = Mm(official.RED_HEAD_DROP_MM) - place * Pt(
                official.LINE_PITCH_PT
            )
            head.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            head.paragraph_format.line_spacing = Pt(points)


def _seat_signature(word: WordDocument, parts: list[Part]) -> None:
    """Signature and date at their places: centred in one strip under a seal, else from the left."""
    seats = layout.seats(parts)
    for part, paragraph in zip(parts, word.paragraphs, strict=True):
        if part.style == layout.SIGNATURE and seats.are_centred:
            _indent(paragraph, left=seats.signature)
        elif part.style == layout.SIGNATURE:
            _indent(paragraph, left=seats.signature, right=-ROOM_TO_SPARE)
        elif part.style == layout.DATE and seats.are_centred:
            _indent(paragraph, right=(official.CHARACTERS - seats.date - width(part.text)) / 2)
        elif part.style == layout.DATE:
            _indent(paragraph, left=seats.date, right=-ROOM_TO_SPARE)


def _indent(paragraph: Paragraph, **sides: float) -> None:
    """Characters from either edge of the type area; below zero, out into the margin."""
    places = " ".join(
        f'w:{side}Chars="{round(count * 100)}" w:{side}="{docx_styles.characters(count)}"'
        for side, count in sides.items()
    )
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:ind {nsdecls('w')} {places}/>"))


def _annex(word: WordDocument, rows: list[Row], note: str) -> None:
    if not rows:
        return
    for style, text in ((docx_styles.ANNEX_MARK, "附件"), (docx_styles.ANNEX_TITLE, layout.ANNEX_TITLE)):
        _styled(word, style, text)
    word.element.body.insert(-1, parse_xml(_table(rows)))
    if note:
        _styled(word, docx_styles.TABLE_TEXT, note)


def _table(rows: list[Row]) -> str:
    """The table as WordprocessingML: python-docx counts all cells again for each one it adds."""
    widths = [docx_styles.twips(mm) for mm in official.TABLE_WIDTHS_MM]
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head = _row(official.TABLE_HEAD, widths, docx_styles.TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>")
    body = "".join(
        _row(row.cells, widths, docx_styles.TABLE_TEXT, "" if row.is_long else "<w:cantSplit/>")
        for row in rows
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

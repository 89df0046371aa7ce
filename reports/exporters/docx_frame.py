"""What stands around the text of an official Word file: its head (版头) and its imprint (版记)."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from reports.exporters import docx_styles, layout, official
from reports.exporters.layout import Part


def seat_head(word: WordDocument, parts: list[Part]) -> None:
    """The parts of the head at their places."""
    seat, first = layout.signers_seat(parts), layout.first_of_number(parts)
    for place, (part, paragraph) in enumerate(zip(parts, word.paragraphs, strict=True)):
        if part.style == layout.RED_HEAD:
            _seat_red_head(paragraph, part.text, place)
        elif part.style == layout.TITLE:
            before = layout.title_lines_before(parts)
            paragraph.paragraph_format.space_before = before * Pt(official.LINE_PITCH_PT)
        elif part.style in (layout.SIGNERS, layout.NUMBER) and part.columns:
            _seat_signers(paragraph, part.columns, seat)
            if place != first:
                paragraph.paragraph_format.space_before = 0


def indent(paragraph: Paragraph, **sides: float) -> None:
    """Characters from either edge of the type area; below zero, out into the margin."""
    places = " ".join(
        f'w:{side}Chars="{round(count * 100)}" w:{side}="{docx_styles.characters(count)}"'
        for side, count in sides.items()
    )
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:ind {nsdecls('w')} {places}/>"))


def seat_imprint(word: WordDocument, parts: list[Part]) -> None:
    """版记 behind all else, as a table that floats at the foot of the page on which the document ends.

    The paragraph behind it holds it there, the one before keeps it apart from the table of the annex.
    """
    told = [one._p for part, one in zip(parts, word.paragraphs, strict=False) if part.style in layout.IMPRINT]
    if told:
        table = parse_xml(_imprint(rows=len(told)))
        for paragraph, cell in zip(told, table.xpath(".//w:tc"), strict=True):
            cell.append(paragraph)
        for element in (_holder(), table, _holder()):
            word.element.body.insert(-1, element)


def _imprint(rows: int) -> str:
    """A thick rule over and under it, a thin one inside (7.4.1); as wide as the type area.

    Placed from the edge of the page: from the margin, LibreOffice lets no table of that width float.
    """
    across = docx_styles.twips(official.AREA_WIDTH_MM)
    rules = {"top": official.IMPRINT_THICK_MM, "bottom": official.IMPRINT_THICK_MM}
    rules["insideH"] = official.IMPRINT_THIN_MM
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{docx_styles.eighths(mm)}" w:space="0" w:color="auto"/>'
        for edge, mm in rules.items()
    )
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{across}" w:type="dxa"/></w:tcPr></w:tc>'
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="page"'
        f' w:tblpX="{docx_styles.twips(official.LEFT_MM)}" w:tblpYSpec="bottom"/>'
        f'<w:tblOverlap w:val="never"/><w:tblW w:w="{across}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{across}"/></w:tblGrid>'
        f"{rows * f'<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>'}</w:tbl>"
    )


def _holder():
    return parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{docx_styles.HOLDER}"/></w:pPr></w:p>')


def _seat_red_head(head: Paragraph, text: str, place: int) -> None:
    """The issuing office's name at its height, in the largest size that fits."""
    points = official.red_head_pt(text)
    head.runs[0].font.size = Pt(points)
    above = place * Pt(official.LINE_PITCH_PT)
    head.paragraph_format.space_before = max(Mm(official.RED_HEAD_DROP_MM) - above, 0)
    head.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    head.paragraph_format.line_spacing = Pt(points)


def _seat_signers(paragraph: Paragraph, columns: tuple[str, ...], seat: float) -> None:
    """The number at the left, and at their place the names of who signed, in a face of their own."""
    number, signed = columns
    paragraph.clear()
    paragraph.add_run(f"{number}\t{signed[: official.SIGNED_BY_CHARACTERS]}")
    paragraph.add_run(signed[official.SIGNED_BY_CHARACTERS :])._r.style = docx_styles.SIGNER
    # Not the left indent, which would shorten the red rule.
    indent(paragraph, firstLine=official.NUMBER_LEFT_CHARACTERS)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(docx_styles.characters(seat)))

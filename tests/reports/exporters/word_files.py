"""Word files opened again, for tests."""

from io import BytesIO

import docx
from docx.oxml.ns import qn

from reports.exporters.docx import render
from tests.reports.documents import document


def opened(**changes):
    return docx.Document(BytesIO(render(document(**changes))))


def fonts_of(style) -> tuple[str, str, float]:
    """The font of Latin and of Chinese letters, and the size, as inherited."""
    names = sizes = None
    while style is not None:
        properties = style.element.rPr
        if properties is not None:
            names = names if names is not None else properties.rFonts
            sizes = sizes if sizes is not None else properties.sz
        style = style.base_style
    return names.get(qn("w:ascii")), names.get(qn("w:eastAsia")), sizes.val.pt

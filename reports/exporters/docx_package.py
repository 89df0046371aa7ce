"""The Word file as a package: without what python-docx's template brings along, and the same every time."""

import zipfile
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml

from reports.exporters import docx_styles

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP file can name
# The theme's fonts would outrank the prescribed ones; nothing refers to the rest.
LEFTOVERS = (RT.THEME, RT.CUSTOM_XML, RT.NUMBERING, RT.WEB_SETTINGS, RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)
STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"

SETTINGS = f"""
<w:settings xmlns:w="{docx_styles.WORD}">
  <w:zoom w:percent="100"/>
  <w:bordersDoNotSurroundHeader/>
  <w:bordersDoNotSurroundFooter/>
  <w:defaultTabStop w:val="640"/>
  <w:evenAndOddHeaders/>
  <w:characterSpacingControl w:val="compressPunctuation"/>
  <w:compat>
    <w:doNotExpandShiftReturn/>
    <w:useFELayout/>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
</w:settings>
"""


def bare(word: WordDocument, styles_xml: str) -> WordDocument:
    """python-docx's new document with our styles, fonts and settings alone."""
    _replace(word.styles.element, styles_xml)
    _replace(word.settings.element, SETTINGS)
    for part in (word.part, word.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype in (*LEFTOVERS, STYLES_WITH_EFFECTS):
                del part.rels[key]
    word.part.part_related_by(RT.FONT_TABLE)._blob = docx_styles.fonts_xml().encode()
    return word


def repeatable(file: bytes) -> bytes:
    """The same package with every member's time of writing fixed."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as made, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as kept:
        for member in made.namelist():
            kept.writestr(zipfile.ZipInfo(member, EARLIEST), made.read(member), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _replace(element, xml: str) -> None:
    element[:] = parse_xml(xml.strip())[:]

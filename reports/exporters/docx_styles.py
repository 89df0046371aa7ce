"""The named styles of the Word file, written as WordprocessingML from the prescribed measures."""

from reports.exporters import layout, official

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LANGUAGE = "zh-CN"
LATIN_LANGUAGE = "en-US"  # as Word has it; with zh-CN here, LibreOffice breaks numbers, which 7.3.3 forbids
# 28 characters of 16 pt on 156 mm need 0.2 pt less between them; Word's next step below is 0.25 pt
SPACING = -5

# Names that Word and WPS know where they have one, so that both build an outline from the headings.
STYLE_IDS = {
    layout.NOTE: "DraftNote",
    layout.COPY_NUMBER: "CopyNumber",
    layout.SECRECY: "Secrecy",
    layout.URGENCY: "Urgency",
    layout.SIGNERS: "Signers",
    layout.ADDRESSEES: "Addressees",
    layout.RED_HEAD: "RedHead",
    layout.NUMBER: "DocumentNumber",
    layout.TITLE: "Title",
    **{heading: f"Heading{level}" for level, heading in enumerate(layout.HEADINGS, 1)},
    layout.BODY: "BodyText",
    layout.TABLE_ROW: "TableText",
    layout.ANNEX_MENTION: "AnnexMention",
    layout.SIGNATURE: "Signature",
    layout.DATE: "Date",
    layout.COPIED_TO: "CopiedTo",
    layout.PRINTED: "Printed",
}
ANNEX_MARK, ANNEX_TITLE, TABLE, TABLE_HEAD, TABLE_TEXT = (
    "AnnexMark",
    "AnnexTitle",
    "TableGrid",
    "TableHeading",
    "TableText",
)


HOLDER, SIGNER = "ImprintHolder", "SignerName"


CENTRED = '<w:jc w:val="center"/>'
LEFT = '<w:jc w:val="left"/>'
OFF_THE_GRID = (
    '<w:snapToGrid w:val="0"/>'  # a line of letters larger than the body's would take two of the grid
)


def twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 72 * 20)


def eighths(millimetres: float) -> int:
    """The strength of a rule, in eighths of a point."""
    return round(millimetres / 25.4 * 72 * 8)


def half_points(points: float) -> int:
    return round(points * 2)


def lines(count: float) -> int:
    """So many lines of the body, in twips."""
    return round(count * official.LINE_PITCH_PT * 20)


def characters(count: float) -> int:
    """So many characters of the body, in twips."""
    return round(count * official.BODY_PT * 20)


def styles_xml(levels: str, *, has_red_head: bool) -> str:
    """The whole styles part for a report with these heading levels."""
    styles = [
        *_basis(),
        *_title_and_headings(levels),
        *_foot(has_red_head),
        *_head(),
        *_imprint(),
        *_table(),
    ]
    return f'<w:styles xmlns:w="{WORD}">{_defaults()}{"".join(styles)}</w:styles>'


def fonts_xml() -> str:
    """The font table: what Word takes where a prescribed font is missing."""
    entries = "".join(
        f'<w:font w:name="{face.name}"><w:altName w:val="{face.substitute}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for face in official.FACES.values()
    )
    return f'<w:fonts xmlns:w="{WORD}">{entries}</w:fonts>'


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_font('body', official.BODY_PT)}"
        f'<w:lang w:val="{LATIN_LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _basis() -> list[str]:
    pitch = (
        '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{lines(1)}" w:lineRule="exact"/><w:jc w:val="both"/>'
    )
    size = half_points(official.BODY_PT)
    letters = f'{_names("body")}<w:spacing w:val="{SPACING}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{pitch}</w:pPr><w:rPr>{letters}</w:rPr></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>",
        _paragraph("BodyText", "Body Text", _first_line()),
    ]


def _title_and_headings(levels: str) -> list[str]:
    after = lines(official.TITLE_LINES_AFTER)
    title = f'<w:keepNext/>{OFF_THE_GRID}<w:spacing w:after="{after}"/>{CENTRED}'
    headings = [
        _paragraph(
            f"Heading{level}",
            f"heading {level}",
            f'{_first_line()}<w:outlineLvl w:val="{level - 1}"/>',
            _font(face, official.BODY_PT),
            following="BodyText",
        )
        for level, face in enumerate(official.HEADING_FACES[levels], 1)
    ]
    return [_paragraph("Title", "Title", title, _font("title", official.TITLE_PT)), *headings]


def _foot(has_red_head: bool) -> list[str]:
    annex = f'<w:keepNext/><w:spacing w:before="{lines(official.ANNEX_LINES_BEFORE)}"/>{_first_line()}'
    blank = official.SEAL_LINES_BEFORE if has_red_head else official.SIGNATURE_LINES_BEFORE
    # Both are put at their places one by one: the names of offices are of all lengths.
    side, date_side = ("center", "right") if has_red_head else ("left", "left")
    signature = f'<w:keepNext/><w:spacing w:before="{lines(blank)}"/><w:jc w:val="{side}"/>'
    number = f"{OFF_THE_GRID}{_exactly(official.PAGE_NUMBER_PT)}"
    blanks = f'<w:spacing w:before="{lines(1)}" w:after="{lines(1)}"/>'
    return [
        _paragraph("AnnexMention", "附件说明", annex, custom=True),
        _paragraph("Signature", "Signature", signature),
        _paragraph("Date", "Date", f'<w:jc w:val="{date_side}"/>'),
        _paragraph("Footer", "footer", number, _font("song", official.PAGE_NUMBER_PT)),
        _paragraph(
            ANNEX_MARK,
            "附件标记",
            "<w:keepNext/><w:pageBreakBefore/>",
            _font("hei", official.BODY_PT),
            custom=True,
        ),
        _paragraph(
            ANNEX_TITLE,
            "附件标题",
            f'<w:keepNext/>{OFF_THE_GRID}{blanks}{CENTRED}<w:outlineLvl w:val="0"/>',
            _font("title", official.TITLE_PT),
            custom=True,
        ),
    ]


def _head() -> list[str]:
    rule = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{round(official.RED_RULE_PT * 8)}"'
        f' w:space="{round(official.RED_RULE_MM / 25.4 * 72)}" w:color="{official.RED}"/></w:pBdr>'
    )
    before = f'<w:spacing w:before="{lines(official.NUMBER_LINES_BEFORE)}"/>'
    red = f'{_names("title")}<w:color w:val="{official.RED}"/>'
    return [
        _paragraph("DraftNote", "草稿说明", CENTRED, _font("kai", official.BODY_PT), custom=True),
        _paragraph("CopyNumber", "份号", LEFT, custom=True),
        _paragraph("Secrecy", "密级和保密期限", LEFT, _font("hei", official.BODY_PT), custom=True),
        _paragraph("Urgency", "紧急程度", LEFT, _font("hei", official.BODY_PT), custom=True),
        _paragraph("RedHead", "发文机关标志", f"{OFF_THE_GRID}{CENTRED}", red, custom=True),
        _paragraph("Signers", "签发人", before, custom=True),
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{SIGNER}"><w:name w:val="签发人姓名"/>'
        f"<w:rPr>{_names('kai')}</w:rPr></w:style>",
        _paragraph("Addressees", "主送机关", "", custom=True),
        _paragraph("DocumentNumber", "发文字号", f"{rule}{before}{CENTRED}", custom=True),
    ]


def _imprint() -> list[str]:
    side = round(official.IMPRINT_SIDE_CHARACTERS * official.IMPRINT_PT * 20)
    hang = round(official.COPIED_TO_CHARACTERS * official.IMPRINT_PT * 20)
    end = twips(official.AREA_WIDTH_MM) - side
    pitch = f"{OFF_THE_GRID}{_exactly(official.IMPRINT_PITCH_PT)}"
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
    copies = f'{pitch}<w:ind w:left="{side + hang}" w:right="{side}" w:hanging="{hang}"/>'
    letters, flat = _font("body", official.IMPRINT_PT), f"{OFF_THE_GRID}{_exactly(1)}"
    return [
        _paragraph("CopiedTo", "抄送", copies, letters, custom=True),
        _paragraph("Printed", "印发", f'{tab}{pitch}<w:ind w:left="{side}"/>{LEFT}', letters, custom=True),
        _paragraph(HOLDER, "版记位置", flat, _font("body", 1), custom=True),
    ]


def _table() -> list[str]:
    edge = f'w:val="single" w:sz="{round(official.TABLE_RULE_PT * 8)}" w:space="0" w:color="auto"'
    borders = "".join(
        f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    padding = {"top": 0.5, "left": 1, "bottom": 0.5, "right": 1}
    margins = "".join(
        f'<w:{side} w:w="{twips(official.TABLE_PADDING_MM * share)}" w:type="dxa"/>'
        for side, share in padding.items()
    )
    pitch = f"{OFF_THE_GRID}{_exactly(official.TABLE_PITCH_PT)}"
    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
        f'<w:style w:type="table" w:styleId="{TABLE}"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>",
        _paragraph(
            TABLE_TEXT,
            "表格文字",
            f'{pitch}<w:jc w:val="left"/>',
            _font("body", official.TABLE_PT),
            custom=True,
        ),
        _paragraph(
            TABLE_HEAD,
            "表格表头",
            f'<w:keepNext/>{pitch}<w:jc w:val="center"/>',
            _font("hei", official.TABLE_PT),
            custom=True,
        ),
    ]


def _paragraph(
    style_id: str,
    name: str,
    layout_xml: str,
    font_xml: str = "",
    *,
    following: str = "",
    custom: bool = False,
) -> str:
    kind = ' w:customStyle="1"' if custom else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{after}<w:qFormat/>'
        f"<w:pPr>{layout_xml}</w:pPr><w:rPr>{font_xml}</w:rPr></w:style>"
    )


def _first_line() -> str:
    count = official.FIRST_LINE_CHARACTERS
    return f'<w:ind w:firstLineChars="{count * 100}" w:firstLine="{characters(count)}"/>'


def _exactly(points: float) -> str:
    return f'<w:spacing w:line="{round(points * 20)}" w:lineRule="exact"/>'


def _names(face: str) -> str:
    """One typeface for every script, and no theme font, which would outrank it."""
    name = official.FACES[face].name
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
    )


def _font(face: str, points: float) -> str:
    size = half_points(points)
    return f'{_names(face)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'

"""Word files as offices make them: numbers of lists, frames, forms, changes that were tracked."""

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from intake.reading import read

_W = nsdecls("w")
_BOX = "<w:txbxContent><w:p><w:r><w:t>全年服务时长3.5万小时。</w:t></w:r></w:p></w:txbxContent>"
# As Word writes a text box: for new readers, and once more for old ones.
_TEXT_BOX = (
    f'<w:r {_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
    f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{_BOX}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def read_back(document) -> list[str]:
    buffer = io.BytesIO()
    document.save(buffer)
    return [line.text for line in read(buffer.getvalue()) if line.text]


def with_list(*levels: str, **lists: str):
    """A document whose lists 71, 72 … count at these levels; a list may tell where it begins anew."""
    document = docx.Document()
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{level}</w:lvl>' for at, level in enumerate(levels)
    )
    root.find(qn("w:num")).addprevious(
        parse_xml(f'<w:abstractNum {_W} w:abstractNumId="70">{inner}</w:abstractNum>')
    )
    for number, begins in ({"71": ""} | {name.strip("_"): begins for name, begins in lists.items()}).items():
        root.append(
            parse_xml(f'<w:num {_W} w:numId="{number}"><w:abstractNumId w:val="70"/>{begins}</w:num>')
        )
    return document


def level(kind: str, pattern: str, more: str = "") -> str:
    return f'<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{pattern}"/>'


def numbered(document, words: str, at: int = 0, number: int = 71) -> None:
    paragraph = document.add_paragraph(words)
    properties = f'<w:numPr {_W}><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(properties))


def test_levels_count_as_word_shows_them_and_begin_anew_where_it_says():
    anew = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'
    document = with_list(
        level("chineseCountingThousand", "%1、"),
        level("chineseCountingThousand", "（%2）"),
        level("decimal", "%3."),
        _72=anew,
    )
    numbered(document, "思想引领")
    numbered(document, "主题教育", 1)
    numbered(document, "组织主题团日40场。", 2)
    numbered(document, "4月2日，祭扫烈士墓。", 2)
    numbered(document, "选树典型，表彰12人。", 2, 72)
    numbered(document, "阵地建设", 1)
    numbered(document, "志愿服务")
    numbered(document, "招募志愿者320名。", 1)

    assert read_back(document) == [
        "一、思想引领",
        "（一）主题教育",
        "1.组织主题团日40场。",
        "2、4月2日，祭扫烈士墓。",
        "1.选树典型，表彰12人。",
        "（二）阵地建设",
        "二、志愿服务",
        "（一）招募志愿者320名。",
    ]


def test_lists_of_one_kind_count_on_together_and_a_style_may_hold_the_level():
    document = with_list(
        level("chineseLegalSimplified", "%1、"),
        level("decimal", "%1.%2", '<w:pStyle w:val="Heading2"/><w:isLgl/>'),
        _72="",
    )
    style = document.styles["Heading 2"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {_W}><w:numId w:val="72"/></w:numPr>'))
    numbered(document, "组织建设")
    document.add_paragraph("发展团员", style="Heading 2")
    numbered(document, "青年服务", number=72)

    assert read_back(document) == ["壹、组织建设", "1.1发展团员", "贰、青年服务"]


def test_a_text_box_is_read_once_and_what_is_hidden_or_deleted_not_at_all():
    document = docx.Document()
    document.add_paragraph("共青团石溪区委2021年工作总结")._p.append(parse_xml(_TEXT_BOX))
    hidden = document.add_paragraph("参加青年80人次。")
    hidden._p.append(parse_xml(f"<w:r {_W}><w:rPr><w:vanish/></w:rPr><w:t>另有999名。</w:t></w:r>"))
    joined = document.add_paragraph("志愿者走进社区，")
    joined._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {_W}><w:del w:id="1" w:author="a"/></w:rPr>'))
    document.add_paragraph("服务居民150户。")

    assert read_back(document) == [
        "共青团石溪区委2021年工作总结",
        "全年服务时长3.5万小时。",
        "参加青年80人次。",
        "志愿者走进社区，服务居民150户。",
    ]


def test_a_form_is_read_as_text_and_a_roll_within_it_as_rows():
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "工作情况"
    table.cell(1, 0).text = "志愿服务"
    cell = table.cell(1, 1)
    cell.text = "3月5日，组织志愿者220名开展便民服务，服务群众1500余人次。"
    cell.add_paragraph("全年招募注册志愿者3200名，建立志愿服务站12个，服务时长8600小时，受到居民称赞。")
    roll = cell.add_table(1, 3)
    for place, words in zip(roll.rows[0].cells, ("1", "张 亮", "石溪中学"), strict=True):
        place.text = words

    assert read_back(document) == [
        "项目\t工作情况",
        "志愿服务",
        "3月5日，组织志愿者220名开展便民服务，服务群众1500余人次。",
        "全年招募注册志愿者3200名，建立志愿服务站12个，服务时长8600小时，受到居民称赞。",
        "1\t张 亮\t石溪中学",
    ]


def test_a_list_of_contents_tells_no_heading_twice():
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("思想引领\t1", style="toc 1")
    document.add_heading("思想引领", 1)

    assert read_back(document) == ["思想引领"]

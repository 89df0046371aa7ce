import pytest

from activities.models import Activity
from toolkit.templatetags.rich_text import rich_text
from toolkit.texts.rich_text import for_another_place, plain_text

BODY = Activity._meta.get_field("body")


@pytest.mark.parametrize(
    "html",
    [
        "<p>正文<strong>粗</strong><em>斜</em><br></p>",
        "<p>300m<sup>2</sup>，CO<sub>2</sub></p>",
        '<table><tbody><tr><th colspan="2"><p>表</p></th></tr></tbody></table>',
        "<h2>标题</h2><h3>小标题</h3>",
        "<ul><li><p>一</p></li></ul><ol><li><p>二</p></li></ol>",
        "<blockquote><p>引文</p></blockquote><hr>",
    ],
)
def test_what_the_editor_writes_is_kept(html):
    assert BODY.clean(html, None) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<script>alert(1)</script><p>正文</p>", "<p>正文</p>"),
        ('<p onclick="x()" style="color:red" class="a">正文</p>', "<p>正文</p>"),
        ('<p><a href="javascript:x()">链接</a></p>', "<p><a>链接</a></p>"),
        ('<p><a href="data:text/html,x">链接</a></p>', "<p><a>链接</a></p>"),
        ("<img src=x onerror=x()><iframe src=//x></iframe><p>正文</p>", "<p>正文</p>"),
        ("<svg><script>x()</script></svg><p>正文</p>", "<p>正文</p>"),
        ("<h1>标题</h1>", "标题"),
        ("<p></p>", ""),
    ],
)
def test_everything_else_is_removed(html, cleaned):
    assert BODY.clean(html, None) == cleaned


def test_links_to_web_pages_are_kept():
    cleaned = BODY.clean('<p><a href="https://example.cn/a?b=1">链接</a></p>', None)

    assert 'href="https://example.cn/a?b=1"' in cleaned


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>甲</p><p>乙<br>丙</p><hr><h2>丁</h2>", "甲\n乙\n丙\n丁"),
        ("<table><tr><th>项目</th><th>数量</th></tr><tr><td><p>口罩</p></td><td>1万个</td></tr></table>",
         "项目\n数量\n口罩\n1万个"),
        ("<ul><li><p>一</p></li><li><p>二</p></li></ul>", "一\n二"),
        ("<p>300m<sup>2</sup>、CO<sub>2</sub>、10<sup><strong>-5</strong></sup>、4<sup>th</sup></p>",
         "300m²、CO₂、10⁻⁵、4th"),
        ("<p>1 &lt; 2 &amp; <sup>&lt;1&gt;</sup></p>", "1 < 2 & <1>"),
        ("<p>在任何\n  地方&nbsp;换行</p><style>p{}</style><!--[if !supportLists]-->", "在任何 地方 换行"),
        ("<p></p>", ""),
    ],
)  # fmt: skip
def test_plain_text_loses_no_line_and_no_raised_digit(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/reports/2020-h1/", "https://league.example/reports/2020-h1/"),
        ("../2/", "https://league.example/activities/2/"),
        ("#part", "https://league.example/activities/1/#part"),
        ("//other.example/", "https://other.example/"),
        ("https://other.example/a", "https://other.example/a"),
        ("tel:079186200000", "tel:079186200000"),
    ],
)
def test_links_lead_there_from_another_place(link, whole):
    told = for_another_place(
        f'<p><a href="{link}">链接</a></p>', address="https://league.example/activities/1/"
    )

    assert told == f'<p><a href="{whole}">链接</a></p>'


def test_table_on_a_page_scrolls_by_itself():
    table = "<table><tbody><tr><td>口罩</td></tr></tbody></table>"

    assert rich_text(table) == f'<div class="wide" role="region" aria-label="表格" tabindex="0">{table}</div>'

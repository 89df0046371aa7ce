import pytest

from activities.models import Activity

BODY = Activity._meta.get_field("body")


@pytest.mark.parametrize(
    "html",
    [
        "<p>正文<strong>粗</strong><em>斜</em><br></p>",
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

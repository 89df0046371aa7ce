"""What staff paste from Word and from WPS into a notice reads on its page as it stood in their document."""

import re

import pytest
from django.contrib.auth import get_user_model

from notices.models import Notice

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"
WORD = """<html><head><style>p.MsoNormal {margin: 0}</style></head><body><!--StartFragment-->
<h1>绿地</h1><p class=MsoNormal style='x'>新建<b>绿地</b>300m<sup>2</sup><o:p></o:p></p>
<p class=MsoNormal><a href="https://league.example/a">附件</a><a name="_Toc1">锚</a></p>
<table class=MsoTableGrid border=1><tr><td width=100 colspan=2><p class=MsoNormal>项目</p></td></tr>
<tr><td><p>口罩</p></td><td><p>1万个</p></td></tr></table>
<p class=MsoListParagraph><![if !supportLists]>1. <![endif]>第一项</p><!--EndFragment--></body></html>"""
WPS = """<!--StartFragment--><p class="MsoNormal"><span style="font-size:10.5pt">减少CO</span>
<span style="mso-x:y;vertical-align: sub;"><font>2</font></span></p>"""
PASTE = """(editor, html) => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/html", html);
    editor.focus();
    editor.dispatchEvent(new ClipboardEvent("paste", {clipboardData: clipboard, bubbles: true}));
}"""


NAMES_OF_TOOLS = "tools => tools.map(tool => tool.title || tool.textContent)"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (
            WORD,
            "<h2>绿地</h2><p>新建<strong>绿地</strong>300m<sup>2</sup></p>"
            '<p><a href="https://league.example/a">附件</a>锚</p><table><tbody>'
            '<tr><td colspan="2"><p>项目</p></td></tr><tr><td><p>口罩</p></td><td><p>1万个</p></td></tr>'
            "</tbody></table><p>1. 第一项</p>",
        ),
        (WPS, "<p>减少CO <sub>2</sub></p>"),
    ],
    ids=["Word", "WPS"],
)
def test_what_is_pasted_is_kept(page, live_server, pasted, kept):
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    page.goto(f"{live_server.url}/admin/notices/notice/add/")
    page.get_by_label("用户名").fill("xiaofang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()

    tools = page.locator(".prose-menubar button").evaluate_all(NAMES_OF_TOOLS)
    assert [name for name in tools if not re.fullmatch("[一-鿿]+", name)] == []

    page.locator("[contenteditable=true]").evaluate(PASTE, pasted)
    page.locator("#id_title").fill("粘贴")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url("**/notice/")

    assert Notice.objects.get().body == kept

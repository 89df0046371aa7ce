"""What staff paste from Word and from WPS into a notice reads on its page as it stood in their document."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from notices.models import Notice

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"
PROGRAMS = ("word", "wps", "wechat", "excel")
CLIPBOARDS = Path(__file__).with_name("clipboards")  # as the programs write them
PASTE = """(editor, html) => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/html", html);
    editor.focus();
    editor.dispatchEvent(new ClipboardEvent("paste", {clipboardData: clipboard, bubbles: true}));
}"""


NAMES_OF_TOOLS = "tools => tools.map(tool => tool.title || tool.textContent)"


@pytest.fixture
def form(page, live_server):
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    page.goto(f"{live_server.url}/admin/notices/notice/add/")
    page.get_by_label("用户名").fill("xiaofang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    return page


def test_tools_of_the_editor_bear_chinese_names(form):
    tools = form.locator(".prose-menubar button").evaluate_all(NAMES_OF_TOOLS)

    assert [name for name in tools if not re.fullmatch("[一-鿿]+", name)] == []


def test_what_is_pasted_is_kept_and_pictures_left_behind_are_named(form):
    """Of each program: its words, lists, headings and tables without its styles, just as they are stored."""
    editor, told = form.locator("[contenteditable=true]"), {}
    form.locator("#id_title").fill("粘贴")
    for program in PROGRAMS:
        clipboard = CLIPBOARDS / f"{program}.html"
        editor.press("Control+a")
        editor.press("Delete")
        editor.evaluate(PASTE, clipboard.read_text())
        told[program] = form.locator(".paste-told").text_content()
        form.get_by_role("button", name="保存并继续修改").click()
        form.wait_for_url("**/change/")

        kept = clipboard.with_suffix(".kept.html").read_text()
        assert Notice.objects.get().body == kept.replace("\n", ""), program
    assert told == {program: (CLIPBOARDS / f"{program}.told.txt").read_text().strip() for program in PROGRAMS}

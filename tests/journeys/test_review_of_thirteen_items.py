"""A summary of thirteen items and six plans is reviewed: how many clicks, or keys, that takes."""

import json
from pathlib import Path
from time import monotonic

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from activities.models import Activity
from honors.models import AwardTitle
from intake.models import Proposal
from reports.document.snapshot import from_json
from reports.exporters import text
from reports.models import PlanItem
from tests.factories import ReportFactory, RootOrganizationFactory, WorkAreaFactory

pytestmark = pytest.mark.django_db(transaction=True)

REPORTS = Path(__file__).parents[1] / "releases/1.0.0/reports.json"
PASSWORD = "correct horse battery staple"
# What the person did, not what a script or a key made of it.
COUNTING = """
const count = (name) => () => { sessionStorage[name] = Number(sessionStorage[name] ?? 0) + 1; };
addEventListener("pointerdown", count("clicks"), true);
addEventListener("keydown", count("keys"), true);
"""


@pytest.fixture
def summary():
    return text.render(from_json(json.loads(REPORTS.read_text())["2020-h1"]))


@pytest.fixture
def desk_page(page, live_server):
    """The desk of an office that has its areas and the report that the plan goes into, and no records."""
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    RootOrganizationFactory(name="共青团西湖区委")
    for name in ("服务成长成才", "思想政治引领", "自身建设"):
        WorkAreaFactory(name=name)
    ReportFactory()
    page.goto(f"{live_server.url}/admin/login/?next=/admin/intake/document/add/")
    page.get_by_label("用户名").fill("xiaofang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.add_init_script(COUNTING)
    page.reload()
    return page


def counted(page, what: str) -> int:
    return int(page.evaluate(f"sessionStorage.{what} ?? 0"))


def taken(capsys, what: str, number: int, begun: float) -> None:
    with capsys.disabled():
        print(
            f"\n13 items and 6 of a plan: {number} {what}, {monotonic() - begun:.0f} seconds without reading"
        )


def kept() -> dict[str, int]:
    return {
        "activities": Activity.objects.count(),
        "titles": AwardTitle.objects.count(),
        "plan": PlanItem.objects.count(),
        "open": Proposal.objects.filter(state="open").count(),
    }


ALL = {"activities": 12, "titles": 5, "plan": 6, "open": 0}


def test_by_mouse(desk_page, summary, tmp_path, capsys):
    page, begun = desk_page, monotonic()
    file = tmp_path / "总结.txt"
    file.write_text(summary)

    with page.expect_file_chooser() as chooser:
        page.get_by_label("文件", exact=True).click()
    chooser.value.set_files(file)
    page.get_by_role("button", name="开始读").click()
    page.get_by_role("button", name="全部采用没有提醒的").click()
    accept = page.locator("[data-key=a]")
    while accept.count():
        accept.first.click()

    assert kept() == ALL
    taken(capsys, "clicks", clicks := counted(page, "clicks"), begun)
    assert clicks <= 8


def test_by_keyboard_alone(desk_page, summary, capsys):
    page, begun = desk_page, monotonic()

    page.get_by_label("或者粘贴文字").focus()
    page.keyboard.insert_text(summary)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/")
    cards = page.locator("[data-proposal]")
    while left := cards.count():
        page.keyboard.press("a")
        expect(cards).to_have_count(left - 1)

    assert kept() == ALL
    taken(capsys, "keys", keys := counted(page, "keys"), begun)
    assert keys <= 2 + 20

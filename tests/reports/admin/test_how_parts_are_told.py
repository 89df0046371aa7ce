"""A part's lead and the way its items are told, chosen in the editor."""

import re
from datetime import date

import pytest

from reports.composing.compose import compose
from tests.factories import ActivityFactory, ReportFactory, WorkAreaFactory
from tests.reports.pages import filled, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(opening="今年以来。")


@pytest.fixture
def part():
    """The key of a part with two activities, which has no row of its own yet."""
    area = WorkAreaFactory(name="服务成长成才")
    for day, title in enumerate(("甲项", "乙项"), 1):
        ActivityFactory(
            title=title, area=area, starts_on=date(2020, 3, day), summary="已办。", published=True
        )
    return f"area-{area.pk}"


def test_staff_choose_a_lead_and_one_paragraph(desk, report, part):
    chosen = {f"has_lead-{part}": "True", f"item_form-{part}": "paragraph"}
    desk.post(page_of(report), filled(desk.get(page_of(report)), **chosen))

    [section] = compose(report).sections
    assert (section.lead.text, section.items[0].text) == (
        "共开展活动2项。",
        "一是甲项。已办。二是乙项。已办。",
    )
    page = desk.get(page_of(report)).text
    assert f'共开展活动<a class="figure" href="#lead-{part}-figure-1">2项</a>。' in page
    assert "印出来时按选定的写法合在一起" in page
    assert [title in page for title in ("甲项", "乙项")] == [True, True]


def test_staff_replace_the_lead(desk, report, part):
    written = {f"has_lead-{part}": "True", f"lead-{part}": "办了{开展活动}实事。"}
    desk.post(page_of(report), filled(desk.get(page_of(report)), **written))

    assert compose(report).sections[0].lead.text == "办了2项实事。"


def test_a_lead_that_names_what_was_not_counted_is_refused(desk, report, part):
    written = {f"has_lead-{part}": "True", f"lead-{part}": "办了{实事}。"}
    page = desk.post(page_of(report), filled(desk.get(page_of(report)), **written))

    text = page.content.decode()
    assert "没有叫“实事”的数据，可以用：开展活动。" in text
    assert re.search(r"<details open>\s*<summary>这一部分怎样写", text)
    assert compose(report).sections[0].lead is None

from datetime import date

import pytest

from search.refresh import refresh
from search.suggestions import TITLES, close_titles, usual_words
from tests.factories import ActivityFactory, CampaignFactory, TagFactory, WorkAreaFactory

pytestmark = pytest.mark.django_db


def close_to(*words):
    refresh()
    return [entry.title for entry in close_titles(list(words))]


def test_closest_titles_come_first():
    area = WorkAreaFactory()
    for title in ("五四青年节表彰大会", "青年志愿者表彰", "春季植树"):
        ActivityFactory(title=title, area=area, published=True)
    CampaignFactory(name="五四系列")

    assert close_to("五四青年表彰会") == ["五四青年节表彰大会", "青年志愿者表彰", "五四系列"]


def test_no_title_is_close_to_a_single_letter_or_to_other_words():
    ActivityFactory(title="春季植树", published=True)

    assert close_to("春") == close_to("口罩") == []


def test_hidden_titles_are_not_offered():
    ActivityFactory(title="口罩草稿")
    ActivityFactory(title="口罩预告", state="published", published_at="2999-01-01T00:00:00Z")

    assert close_to("口罩甲乙") == []


def test_at_most_a_few_titles_are_offered():
    area = WorkAreaFactory()
    for day in range(1, TITLES + 3):
        ActivityFactory(title=f"团课{day}", area=area, starts_on=date(2020, 1, day), published=True)

    assert close_to("团课甲") == [f"团课{day}" for day in range(TITLES + 2, 2, -1)]


def test_usual_words_are_the_tags_used_most_without_what_was_asked():
    first, second = ActivityFactory(published=True), ActivityFactory(published=True)
    often, once, asked = TagFactory(name="志愿服务"), TagFactory(name="防疫"), TagFactory(name="ＱＱ")
    first.tags.add(often, once, asked)
    second.tags.add(often)
    ActivityFactory().tags.add(TagFactory(name="草稿的标签"))

    assert usual_words(["qq"]) == ["志愿服务", "防疫"]

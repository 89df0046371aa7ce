from datetime import date

import pytest

from activities.story import stories
from activities.structured_data import article, event
from tests.factories import (
    ActivityFactory,
    OrganizationFactory,
    TagFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db


def story(**values):
    return stories().get(pk=ActivityFactory(**values).pk)


def test_article_tells_what_is_known():
    activity = ActivityFactory(
        title="植树",
        summary="种下一片林。",
        author="甲",
        area=WorkAreaFactory(name="服务成长"),
        published=True,
    )
    activity.tags.add(TagFactory(name="生态"))

    told = article(stories().get(), address="http://a/1/", image="http://a/1.jpg", publisher="某区团委")

    del told["about"]
    assert told == {
        "@type": "NewsArticle",
        "headline": "植树",
        "description": "种下一片林。",
        "mainEntityOfPage": "http://a/1/",
        "image": "http://a/1.jpg",
        "datePublished": "2020-05-29T01:00:00+00:00",
        "dateModified": activity.updated_at.isoformat(),
        "articleSection": "服务成长",
        "keywords": ["生态"],
        "author": {"@type": "Person", "name": "甲"},
        "publisher": {"@type": "Organization", "name": "某区团委"},
    }


@pytest.mark.parametrize(("source", "author"), [("某报", "某报"), ("", "某区团委")])
def test_article_without_an_author_is_by_its_source(source, author):
    told = article(story(source=source), address="", image="", publisher="某区团委")

    assert told["author"] == {"@type": "Organization", "name": author}


def test_event_tells_where_and_when():
    activity = ActivityFactory(
        title="培训",
        place="青年空间",
        date_precision="range",
        starts_on=date(2020, 10, 21),
        ends_on=date(2020, 10, 22),
    )
    activity.organizers.add(OrganizationFactory(name="第一团支部"))

    assert event(stories().get()) == {
        "@type": "Event",
        "name": "培训",
        "startDate": "2020-10-21",
        "endDate": "2020-10-22",
        "location": {"@type": "Place", "name": "青年空间"},
        "organizer": [{"@type": "Organization", "name": "第一团支部"}],
    }


def test_event_that_goes_on_has_no_end():
    told = event(story(date_precision="since"))

    assert (told["startDate"], "endDate" in told) == ("2020-03-05", False)


@pytest.mark.parametrize("precision", ["about", "month", "season", "half_year", "year", "standing"])
def test_event_is_not_told_where_its_day_is_not_known(precision):
    assert event(story(date_precision=precision)) is None

from datetime import date

import pytest

from activities.story import around, stories, told_around
from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    OrganizationFactory,
    TagFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db


def on(day, **values):
    return ActivityFactory(title=f"{day}日", starts_on=date(2020, 3, day), published=True, **values)


def told(activity):
    found = around(told_around(stories().get(pk=activity.pk)))
    return (
        found.newer and found.newer.title,
        found.older and found.older.title,
        [story.title for story in found.related],
    )


def test_stories_bring_the_names_of_what_belongs_to_them():
    activity = ActivityFactory()
    activity.tags.add(TagFactory(name="乙"), TagFactory(name="甲"))
    activity.organizers.add(
        OrganizationFactory(name="第一团支部"), OrganizationFactory(name="第二团支部", short_name="二支部")
    )
    public = CampaignFactory(name="青清行动", slug="qingqing")
    activity.campaigns.add(public, CampaignFactory(state="draft"))

    story = stories().get()

    assert sorted(story.tag_names) == ["乙", "甲"]
    assert sorted(story.organizer_names) == ["二支部", "第一团支部"]
    assert story.public_campaigns == [{"pk": public.pk, "name": "青清行动", "slug": "qingqing"}]


def test_story_leads_on_to_its_campaign_and_then_to_its_area():
    area, campaign = WorkAreaFactory(), CampaignFactory()
    story = on(10, area=area)
    on(9)
    on(11)
    on(20)
    for day in (3, 4, 5, 6):
        on(day, area=area)
    for activity in (story, on(1), on(2)):
        activity.campaigns.add(campaign)

    assert told(story) == ("11日", "9日", ["2日", "1日", "6日", "5日"])


def test_story_does_not_lead_on_to_its_neighbours_twice():
    area = WorkAreaFactory()
    on(4, area=area)
    story = on(5, area=area)
    on(6, area=area)

    assert told(story) == ("6日", "4日", [])


def test_story_leads_on_to_nothing_that_is_not_public():
    story = on(5)
    ActivityFactory(area=story.area)
    ActivityFactory(area=story.area, state="withdrawn")

    assert told(story) == (None, None, [])


def test_story_on_the_same_day_has_neighbours_in_the_order_of_entry():
    first, second, third = (ActivityFactory(title=title, published=True) for title in "一二三")

    assert [told(story)[:2] for story in (first, second, third)] == [("二", None), ("三", "一"), (None, "二")]


@pytest.mark.parametrize("number", [1, 6])
def test_around_is_one_query(django_assert_num_queries, number):
    story = on(10)
    story.campaigns.add(CampaignFactory())
    for day in range(1, 1 + number):
        on(day, area=story.area)
    story = stories().get(pk=story.pk)

    with django_assert_num_queries(1):
        around(told_around(story))

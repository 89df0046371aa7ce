"""What the lists of the desk are narrowed by, shown on activities: each alone, and all of them at once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from desk.filtering.related import MOST_OFFERED
from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CorrectionFactory,
    FigureFactory,
    OrganizationFactory,
    PhotoFactory,
    StaffFactory,
    TagFactory,
)
from tests.reading import texts

pytestmark = pytest.mark.django_db

LIST = reverse("admin:activities_activity_changelist")


def listed(desk, address=LIST, **asked):
    return {str(record) for record in desk.get(address, asked).context["cl"].result_list}


def held(title, start, end=None):
    end = end or start
    return ActivityFactory(title=title, starts_on=start, ends_on=end, date_precision="range")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"period": "2020-h1"}, {"春", "跨半年"}),
        ({"period": "2020-q3"}, {"跨半年", "秋"}),
        ({"period": "2020-03"}, {"春"}),
        ({"period": "2020"}, {"春", "跨半年", "秋"}),
        ({"since": "2020.7.1", "until": "2020年7月3日"}, {"跨半年"}),
        ({"since": "2020-9-1"}, {"秋"}),
        ({"until": "20200331"}, {"春"}),
        ({"period": "2020-h3"}, set()),
        ({"since": "某一天"}, set()),
        ({"since": "2020-9-2", "until": "2020-9-1"}, set()),
    ],
)
def test_activities_of_a_period_or_of_typed_days_are_found(desk, asked, found):
    held("春", date(2020, 3, 5))
    held("跨半年", date(2020, 6, 20), date(2020, 7, 5))
    held("秋", date(2020, 9, 10))

    assert listed(desk, **asked) == found


def test_days_that_nobody_understands_are_said_beside_the_box(desk):
    page = desk.get(LIST, {"since": "某一天"})

    assert "看不出是哪一天" in texts(page, "//nav[@class='list-filters']//p")[0]
    assert page.context["cl"].result_count == 0


def test_moments_are_found_by_the_days_of_the_office(desk):
    """A reader who wrote at one in the morning wrote on that day, though it was the day before elsewhere."""
    address = reverse("admin:corrections_correction_changelist")
    today = localdate()
    CorrectionFactory(text="今天的")

    assert len(listed(desk, address, since=str(today), until=str(today))) == 1
    assert listed(desk, address, until="2020-1-1") == set()


def test_activities_of_a_record_are_found_by_choice_and_by_what_is_typed(desk):
    club, school = OrganizationFactory(name="桃花镇团委"), OrganizationFactory(name="桃花小学团总支")
    both, one, other = (ActivityFactory(title=title) for title in ("两家", "一家", "别家"))
    both.organizers.set([club, school])
    one.organizers.set([club])
    other.organizers.set([OrganizationFactory(name="朝阳团委")])

    assert listed(desk, organizers=club.pk) == {"两家", "一家"}
    assert listed(desk, organizers="桃花小学") == {"两家"}
    assert listed(desk, organizers="桃花") == {"两家", "一家"}
    assert listed(desk, organizers="没有的") == listed(desk, organizers="999999") == set()


def test_of_very_many_records_the_first_are_offered_and_the_list_says_so(desk):
    ActivityFactory().tags.set(TagFactory(name=f"标签{number:03}") for number in range(MOST_OFFERED))
    TagFactory(name="没有活动的标签")

    page = desk.get(LIST)

    assert "没有活动的标签" not in page.content.decode()
    assert f"这里只列出前 {MOST_OFFERED} 个" in page.content.decode()


def test_activities_are_found_by_what_they_lack(desk):
    bare, whole = ActivityFactory(title="什么都没有", summary=""), ActivityFactory(title="都有", summary="有")
    whole.organizers.set([OrganizationFactory()])
    FigureFactory(activity=whole)
    PhotoFactory(activity=whole)

    found = [listed(desk, missing=name) for name in ("figures", "photos", "summary", "organizers")]

    assert found == [{str(bare)}] * 4


def test_all_filters_narrow_one_list_together(desk, staff):
    def made(title, **told):
        activity = held(title, date(2020, 3, 5))
        activity.campaigns.set([campaign])
        activity.tags.set([tag])
        activity.organizers.set([club])
        type(activity).objects.filter(pk=activity.pk).update(created_by=told.get("by", staff))
        return activity

    campaign, tag, club = CampaignFactory(), TagFactory(), OrganizationFactory()
    colleague = StaffFactory()
    meant, other = made("要找的"), made("别人录入的", by=colleague)
    made("没有品牌的").campaigns.clear()
    PhotoFactory(activity=made("有照片的"))
    asked = {
        "period": "2020-h1",
        "campaigns": campaign.pk,
        "tags": tag.pk,
        "organizers": club.pk,
        "missing": "photos",
        "entered-by": staff.pk,
        "area__id__exact": meant.area_id,
        "status": "draft",
    }

    assert listed(desk, **asked) == {"要找的"}
    theirs = {"area__id__exact": other.area_id, "entered-by": colleague.pk}
    assert listed(desk, **asked | theirs) == {"别人录入的"}
    chosen = texts(desk.get(LIST, asked), "//nav[@class='list-filters']//summary/b")
    assert chosen == [
        "草稿",
        "2020年上半年",
        str(meant.area),
        str(campaign),
        str(tag),
        str(club),
        "没有照片",
        "我",
    ]


def test_small_forms_hand_on_what_the_list_is_narrowed_by(desk):
    tag = TagFactory()

    page = desk.get(LIST, {"tags": tag.pk, "period": "2020-h1", "q": "护河", "p": 2})

    kept = texts(page, "//details[.//input[@name='since']]//input[@type='hidden']/@name")
    assert kept == ["tags", "q"]


def test_filters_ask_no_more_among_more_records(desk):
    asked = {"period": "2020", "tags": "标", "organizers": "团", "missing": "photos"}

    def queries():
        with CaptureQueriesContext(connection) as found:
            desk.get(LIST, asked)
        return len(found)

    def add():
        activity = held("活动", date(2020, 3, 5))
        activity.tags.set([TagFactory(name=f"标签{activity.pk}")])
        activity.organizers.set([OrganizationFactory(name=f"团支部{activity.pk}")])

    add()
    queries()
    with_one = queries()
    add()
    add()

    assert queries() == with_one
    assert desk.get(LIST, asked).context["cl"].result_count == 3

"""The lists of the desk among more records than a search lists, shown on activities of four years."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.templatetags import admin_list
from django.urls import reverse

from activities.models import Activity
from desk.days import days_of_list
from desk.searching import FEW, MOST_LISTED
from tests.factories import WorkAreaFactory

pytestmark = pytest.mark.django_db

LIST = reverse("admin:activities_activity_changelist")
RIVER, BOOKS, LAST_DAY = FEW + 1, 3, date(2020, 5, 30)
CUT = f"找到的不止 {MOST_LISTED} 条"


@pytest.fixture
def activities():
    """One a day on rivers, more than the index is asked for, and a few on books."""
    area = WorkAreaFactory()

    def told(title, day):
        return Activity(title=title, area=area, starts_on=day, ends_on=day)

    rivers = [told(f"护河第{turn}天", LAST_DAY - timedelta(turn)) for turn in range(RIVER)]
    books = [told(f"读书第{turn}次", date(2010 + turn, 4, 23)) for turn in range(BOOKS)]
    Activity.objects.bulk_create([*rivers, *books])


def listed(desk, **asked):
    return desk.get(LIST, asked).context["cl"]


def titles(listed):
    return [activity.title for activity in listed.result_list]


def test_of_a_common_word_the_first_in_the_order_of_the_list_are_listed_and_the_list_says_so(
    desk, activities
):
    page = desk.get(LIST, {"q": "护河"})
    last, oldest = listed(desk, q="护河", p=10), listed(desk, q="护河", o="3")

    assert CUT in page.content.decode()
    assert (page.context["cl"].result_count, titles(page.context["cl"])[0]) == (MOST_LISTED, "护河第0天")
    assert titles(last)[-1] == f"护河第{MOST_LISTED - 1}天"
    assert titles(oldest)[0] == f"护河第{RIVER - 1}天"


def test_all_of_a_year_of_a_common_word_are_listed_and_every_year_that_has_it_is_offered(desk, activities):
    page = desk.get(LIST, {"q": "护河", "starts_on__year": "2015"})

    assert page.context["cl"].result_count == 365
    assert CUT not in page.content.decode()
    years = days_of_list(all_rivers := listed(desk, q="护河"), all_rivers.cut)["choices"]
    assert [year["title"] for year in years] == ["2014", "2015", "2016", "2017", "2018", "2019", "2020"]


def test_all_of_rarer_words_are_listed(desk, activities):
    words = ("读书", "读书 第1次", "护河 第1999天", "读", "没有")

    found = {text: listed(desk, q=text).result_count for text in words}

    assert found == {"读书": 3, "读书 第1次": 1, "护河 第1999天": 1, "读": 3, "没有": 0}
    assert "找到3条" in desk.get(LIST, {"q": "读书"}).content.decode()


def test_years_months_and_days_are_those_that_djangos_own_list_offers(desk, activities):
    year, month = {"starts_on__year": "2019"}, {"starts_on__year": "2019", "starts_on__month": "3"}
    for asked in ({}, year, month, {"q": "读书"}, {"q": "没有"}, {"state": "draft"}):
        mine = listed(desk, **asked)

        assert days_of_list(mine, mine.queryset) == admin_list.date_hierarchy(mine)


def test_a_list_asks_no_more_queries_among_many(desk, activities, django_assert_num_queries):
    with django_assert_num_queries(13):
        desk.get(LIST)
    with django_assert_num_queries(15):
        desk.get(LIST, {"q": "护河"})

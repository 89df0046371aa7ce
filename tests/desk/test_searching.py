"""What a search on the desk finds, among activities."""

import pytest

from activities.models import Activity
from desk.searching import having
from tests.factories import ActivityFactory, OrganizationFactory, ParticipantFactory

pytestmark = pytest.mark.django_db

FIELDS = ("title", "summary", "participants__name", "organizers__name")


def found(text, among=None):
    among = Activity.objects.order_by("pk") if among is None else among
    return [activity.title for activity in having(among, FIELDS, text)]


@pytest.fixture(autouse=True)
def activities():
    river = ActivityFactory(title="护河一日", summary="清理岸线。")
    river.organizers.add(OrganizationFactory(name="样湖街道团工委"))
    for name in ("李青", "李清"):
        ParticipantFactory(activity=river, name=name)
    ActivityFactory(title="5G智慧团建 APP", summary="李青没有来。")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("", ["护河一日", "5G智慧团建 APP"]),
        ("护河", ["护河一日"]),
        ("李", ["护河一日", "5G智慧团建 APP"]),  # once, though two of its people are called so
        ("李青 岸线", ["护河一日"]),
        ("李青 样湖 一日", ["护河一日"]),
        ("李青 样湖 团建", []),
        ("app", ["5G智慧团建 APP"]),
        ("“", []),
        ("%", []),
        ('"团建 APP"', ["5G智慧团建 APP"]),
        ('"APP 团建"', []),
        ('"', ["护河一日", "5G智慧团建 APP"]),
    ],
)
def test_every_word_is_looked_for_in_every_field(text, titles):
    assert found(text) == titles


def test_what_is_found_is_narrowed_and_used_like_any_records():
    assert found("李", among=Activity.objects.filter(title__contains="团建")) == ["5G智慧团建 APP"]
    assert Activity.objects.filter(pk__in=having(Activity.objects.all(), FIELDS, "护河")).count() == 1
    assert having(Activity.objects.all(), FIELDS, "护河").update(place="江边") == 1


def test_the_columns_are_searched_once_for_number_page_and_dates(django_assert_num_queries):
    with django_assert_num_queries(3):
        records = having(Activity.objects.order_by("pk"), FIELDS, "李青")
        assert (records.count(), [activity.title for activity in records[:1]]) == (2, ["护河一日"])

import pytest

from search.models import Word
from search.refresh import refresh
from search.rewording import MOST_OFFERED, reworded
from tests.factories import ActivityFactory, ParticipantFactory, WorkAreaFactory

pytestmark = pytest.mark.django_db


def offered(words):
    refresh()
    return reworded(words.split())


@pytest.fixture
def pages():
    area = WorkAreaFactory()
    for title in (
        "第57个学雷锋纪念日",
        "口罩驰援社区",
        "暖冬行动走进困境家庭",
        "“我是河小青”护河",
        "新学期第一课",
        "志愿者报名",
        "未来青年论坛",
    ):
        ActivityFactory(title=title, area=area, published=True)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("学雷峰", "学雷锋"),
        ("口照", "口罩"),
        ("nuandong", "暖冬"),
        ("NuanDong", "暖冬"),
        ("nuan dong", "暖冬"),
        ("xxq", "新学期"),
        ("wlqn", "未来青年"),
        ("河小轻", "河小青"),
        ("卵冬", "暖冬"),  # n and l sound alike to many
        ("末来", "未来"),  # looks alike
        ("志愿看", "志愿者"),  # one letter of three
        ("口照 社区", "口罩 社区"),
        ("学雷峰纪念日", "学雷锋纪念日"),
        ("怎么报名志愿者", "报名 志愿者"),
        ("请问怎样才能成为一名志愿者？", "志愿者"),
        ("如何做志源者", "志愿者"),
        ("我想当志源者", "志愿者"),
    ],
)
def test_words_of_the_site_are_offered_for_what_was_meant(pages, typed, first):
    assert (offered(typed) or [None])[0] == first


def test_nothing_is_offered_where_nothing_is_near(pages):
    assert [offered(typed) for typed in ("%", "的", "zzz", "怎么", "！？", "甲乙丙丁")] == [[]] * 6


def test_at_most_a_few_are_offered():
    area = WorkAreaFactory()
    for word in ("世事", "实施", "试试", "时事", "适时", "逝世", "事实"):
        ActivityFactory(title=word, area=area, published=True)

    assert len(offered("失事")) == MOST_OFFERED


@pytest.mark.parametrize(
    "hidden",
    [
        {"state": "draft"},
        {"state": "withdrawn"},
        {"state": "published", "published_at": "2999-01-01T00:00:00Z"},
    ],
    ids=["draft", "withdrawn", "ahead of its time"],
)
def test_words_of_what_is_not_public_are_not_offered(hidden):
    ActivityFactory(title="口罩驰援", **hidden)

    assert offered("口照") == []


def test_words_of_a_page_that_was_withdrawn_are_offered_no_longer():
    activity = ActivityFactory(title="口罩驰援", published=True)
    assert offered("口照") == ["口罩"]

    type(activity).objects.update(state="withdrawn")

    assert (reworded(["口照"]), offered("口照")) == ([], [])


def test_a_minor_is_offered_by_nothing_but_the_public_name():
    ParticipantFactory(activity=ActivityFactory(published=True), name="李小明", is_minor=True)

    assert (offered("李晓明"), Word.objects.filter(text__contains="小明").exists()) == ([], False)

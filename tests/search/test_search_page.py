from datetime import date

import pytest

from search.refresh import refresh
from tests.factories import (
    ActivityFactory,
    CommitteeFactory,
    FigureFactory,
    TagFactory,
    TeamFactory,
    WorkAreaFactory,
)
from tests.reading import TITLES, texts
from tests.search.looking import SENTENCE, look_for

pytestmark = pytest.mark.django_db


def test_search_wants_every_word(client):
    area = WorkAreaFactory()
    ActivityFactory(title="青年志愿", area=area, published=True)
    ActivityFactory(
        title="青年", summary="参加志愿服务", area=area, starts_on=date(2020, 1, 1), published=True
    )
    ActivityFactory(title="青年座谈", area=area, published=True)

    assert texts(look_for(client, " 青年　志愿 "), TITLES) == ["青年志愿", "青年"]


def test_search_reads_no_letter_as_a_pattern(client):
    ActivityFactory(title=r"100%_完成\'", published=True)
    ActivityFactory(title="100x完成", published=True)
    signs = ("%", "_", "\\", "'", "0%_", "\\'")

    found = {sign: texts(look_for(client, sign), TITLES) for sign in signs}

    assert found == {sign: [r"100%_完成\'"] for sign in signs}


def test_search_marks_the_hit_and_escapes_the_rest(client):
    activity = ActivityFactory(
        title="<b>团课</b>", summary=f"{'前' * 60}团{{人数}}课{'后' * 200}<i>", published=True
    )
    FigureFactory(activity=activity, name="人数", wording="300余名")

    response = look_for(client, "团 课")
    page = response.content.decode()

    assert "&lt;b&gt;<mark>团</mark><mark>课</mark>&lt;/b&gt;" in page
    assert texts(response, "//*[@class='story-summary']") == [f"…{'前' * 40}团300余名课{'后' * 73}…"]


def test_search_of_one_kind_shows_no_other(client):
    ActivityFactory(title="口罩活动", published=True)
    TeamFactory(name="口罩队", published=True)

    response = look_for(client, "口罩", kind="team")

    assert texts(response, TITLES) == ["口罩队"]
    assert texts(response, "//ul[@class='filters']//a[@aria-current]") == ["志愿服务1"]


def test_search_within_an_area_and_a_year_shows_no_other(client):
    growth = WorkAreaFactory(name="服务成长", slug="growth")
    building = WorkAreaFactory(name="自身建设", slug="building")
    for area, year in ((growth, 2019), (growth, 2020), (building, 2020)):
        ActivityFactory(title=f"团课{year}", area=area, starts_on=date(year, 3, 5), published=True)

    everything = look_for(client, "团课")
    chosen = look_for(client, "团课", area="growth", year="2020")

    assert texts(everything, "//nav[@aria-label='按板块']//li") == ["全部3", "服务成长2", "自身建设1"]
    assert texts(everything, "//nav[@aria-label='按年份']//li") == ["全部3", "2020年2", "2019年1"]
    assert texts(chosen, TITLES) == ["团课2020"]
    assert texts(chosen, "//nav[@aria-label='按板块']//a/@href") == [
        "?q=%E5%9B%A2%E8%AF%BE&year=2020",
        "?q=%E5%9B%A2%E8%AF%BE&area=growth&year=2020",
        "?q=%E5%9B%A2%E8%AF%BE&area=building&year=2020",
    ]
    assert texts(chosen, "//nav[@aria-label='按年份']//a[@aria-current]") == ["2020年1"]


def test_search_turns_its_pages(client):
    area = WorkAreaFactory()
    for day in range(1, 23):
        ActivityFactory(title=f"团课{day}", area=area, starts_on=date(2020, 3, day), published=True)

    response = look_for(client, "团课", page=2)

    assert texts(response, TITLES) == ["团课2", "团课1"]
    assert texts(response, "//nav[@class='pagination']/a/@href") == [
        "?q=%E5%9B%A2%E8%AF%BE&page=1",
        "?q=%E5%9B%A2%E8%AF%BE&page=1",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_search_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        FigureFactory(activity__title="口罩", activity__published=True)
        TeamFactory(name=f"口罩{number}", kind=("station", "vehicle", "commando")[_], published=True)

    refresh()

    with django_assert_num_queries(6):
        response = look_for(client, "口罩")

    assert len(texts(response, TITLES)) == 2 * number


def test_search_page_without_a_question_shows_the_form_alone(client):
    response = client.get("/search/")

    assert texts(response, "//main//label") == ["查找的词"]
    assert texts(response, f"{SENTENCE} | //*[@class='empty'] | //main//ul") == []


def test_search_page_is_kept_by_nobody_and_sets_no_cookie(client):
    response = look_for(client, "口罩")

    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert list(response.cookies) == []


@pytest.mark.parametrize(
    ("written", "typed_text"),
    [
        ("团（工）委", "团(工)委"),
        ("团(工)委", "团（工）委"),
        ("QQ群", "ｑｑ"),
        ("WeChat", "ｗechat"),
        ("5G", "５g"),
    ],
)
def test_search_takes_full_and_half_width_and_case_for_one(client, written, typed_text):
    ActivityFactory(title=f"甲{written}乙", published=True)

    response = look_for(client, typed_text)

    assert texts(response, TITLES) == [f"甲{written}乙"]
    assert texts(response, f"{TITLES}//mark") == [written if len(written) == len(typed_text) else written[:2]]


def test_search_that_finds_nothing_offers_close_titles_and_usual_words(client):
    activity = ActivityFactory(title="我是河小青", published=True)
    activity.tags.add(TagFactory(name="护河"))

    response = look_for(client, "河小轻")

    assert texts(response, "//*[@class='empty']") == ["没有找到。可以换一个更短的词，或者少写几个词再试。"]
    assert texts(response, "//section[@aria-labelledby='close']//a") == ["我是河小青"]
    assert texts(response, "//section[@aria-labelledby='usual']//a/@href") == ["?q=%E6%8A%A4%E6%B2%B3"]


def test_search_that_finds_nothing_takes_few_queries(client, django_assert_num_queries):
    CommitteeFactory()
    ActivityFactory(title="我是河小青", published=True).tags.add(TagFactory(name="护河"))
    refresh()

    with django_assert_num_queries(11):
        look_for(client, "河小轻")

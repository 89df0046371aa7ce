from datetime import date

import pytest

from activities.models import Activity
from reports.composing.compose import compose
from reports.document.snapshot import to_json
from search.refresh import refresh
from search.statement import COUNTED_EXACTLY
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CampaignFactory,
    CommendationFactory,
    CommitteeFactory,
    FigureFactory,
    HonorReceivedFactory,
    MembershipFactory,
    NoticeFactory,
    OrganizationFactory,
    ParticipantFactory,
    PartnershipFactory,
    ReportFactory,
    ReportVersionFactory,
    TagFactory,
    TeamFactory,
    VolunteerFactory,
    WorkAreaFactory,
)
from tests.reading import TITLES, texts
from tests.search.looking import SENTENCE, look_for

pytestmark = pytest.mark.django_db

KINDS = "//main//article//span[@class='story-area']"
NUMBER = "//*[@role='status']"


def test_search_finds_every_kind_of_public_record(client):
    activity = ActivityFactory(title="口罩驰援", starts_on=date(2020, 2, 1), published=True)
    ActivityFactory(title="再送口罩", starts_on=date(2020, 3, 1), area=activity.area, published=True)
    CampaignFactory(name="口罩行动")
    NoticeFactory(title="口罩公告", state="published", published_at="2019-12-31T16:00:00Z")
    TeamFactory(name="口罩队", published=True)
    CommendationFactory(title="口罩表彰", published=True)
    HonorReceivedFactory(title="口罩先进", published=True)
    ReportFactory(title="口罩总结", is_public=True)

    response = look_for(client, "口罩")

    assert list(zip(texts(response, TITLES), texts(response, KINDS), strict=True)) == [
        # What has no day stands first, then the newest.
        ("口罩行动", "品牌活动"),
        ("口罩队", "志愿服务"),
        ("口罩表彰", "年度表彰"),
        ("再送口罩", "活动"),
        ("口罩驰援", "活动"),
        ("口罩先进", "上级荣誉"),
        ("口罩公告", "通知公告"),  # published as 2020 began here
        ("口罩总结", "工作总结"),
    ]
    assert texts(response, NUMBER) == ["找到 8 条。"]
    assert texts(response, "//nav[@aria-label='按类别']//li") == [
        "全部8",
        "活动2",
        "品牌活动1",
        "通知公告1",
        "志愿服务1",
        "年度表彰1",
        "上级荣誉1",
        "工作总结1",
    ]


def test_search_finds_whatever_the_page_of_an_activity_prints(client):
    activity = ActivityFactory(
        title="题",
        summary="概要词",
        body="<p>正<strong>文</strong>词</p>",
        place="地点词",
        occasion="时机词",
        slogan="口号词",
        audience="对象词",
        published=True,
    )
    FigureFactory(activity=activity, wording="342人次")
    ParticipantFactory(activity=activity, name="梅云子")
    PartnershipFactory(activity=activity, partner__name="基金会")
    activity.organizers.add(OrganizationFactory(name="某团工委"))
    activity.tags.add(TagFactory(name="防疫"))
    words = [
        "题",
        "概要词",
        "正文词",
        "地点词",
        "时机词",
        "口号词",
        "对象词",
        "342人次",
        "云子",
        "基金",
        "团工委",
        "防疫",
    ]

    found = {word: texts(look_for(client, word), TITLES) for word in words}

    assert found == {word: ["题"] for word in words}


def test_search_finds_recipients_by_their_public_names(client):
    commendation = CommendationFactory(title="年度表彰", published=True)
    AwardFactory(title__commendation=commendation, name="李琪")
    AwardFactory(title__commendation=commendation, name="张小明", is_minor=True)

    found = {name: texts(look_for(client, name), TITLES) for name in ("李琪", "张同学", "张小明", "小明")}

    assert found == {"李琪": ["年度表彰"], "张同学": ["年度表彰"], "张小明": [], "小明": []}


def test_search_finds_participants_by_their_public_names(client):
    activity = ActivityFactory(title="入队仪式", published=True)
    ParticipantFactory(activity=activity, name="欧阳小明", is_minor=True)

    found = {name: texts(look_for(client, name), TITLES) for name in ("欧阳同学", "欧阳小明", "小明")}

    assert found == {"欧阳同学": ["入队仪式"], "欧阳小明": [], "小明": []}


def test_search_finds_nothing_that_is_not_public(client):
    word = "机密"
    ActivityFactory(title=word)
    ActivityFactory(title=word, state="withdrawn")
    ActivityFactory(title=word, state="published", published_at="2999-01-01T00:00:00Z")
    CampaignFactory(name=word, is_published=False)
    TeamFactory(name=word)
    CommendationFactory(title=word)
    HonorReceivedFactory(title=word)
    ReportFactory(title=word)
    volunteer = VolunteerFactory(name=word, note=word, phone="13800000000")
    MembershipFactory(team=TeamFactory(published=True), volunteer=volunteer)
    FigureFactory(activity__published=True, note=word)

    for looked_for in (word, "13800000000"):
        response = look_for(client, looked_for)
        assert texts(response, TITLES) == []
        assert texts(response, "//*[@class='empty']") == [
            "没有找到。可以换一个更短的词，或者少写几个词再试。"
        ]


def test_search_tells_nothing_of_a_draft_that_the_public_may_not_read(client):
    ReportFactory(is_public=True, opening="请联系王某 13812345678 咨询青年驿站。")

    assert texts(look_for(client, "青年驿站"), TITLES) == []


def test_search_says_how_many_it_lists_where_pairs_mislead(client):
    area = WorkAreaFactory()
    apart = [
        ActivityFactory.build(title=f"活动{n}", place="甲乙丙，乙丙丁", area=area, published=True)
        for n in range(COUNTED_EXACTLY + 5)
    ]
    Activity.objects.bulk_create(apart)
    refresh()

    nothing = look_for(client, "甲乙丙丁")
    Activity.objects.filter(title="活动0").update(place="甲乙丙丁")
    one = look_for(client, "甲乙丙丁")

    assert texts(nothing, "//nav[@class='choices']") == []
    assert texts(one, NUMBER) == ["找到 1 条。"]


def test_search_of_an_issued_report_reads_what_was_issued(client):
    report = ReportFactory(title="上半年总结", opening="签发的话。", state="issued")
    ReportVersionFactory(report=report, snapshot=to_json(compose(report)))
    type(report).objects.update(opening="还没有签发的话。", title="新标题")

    assert texts(look_for(client, "签发的话"), TITLES) == ["上半年总结"]
    assert texts(look_for(client, "还没有"), TITLES) == []


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

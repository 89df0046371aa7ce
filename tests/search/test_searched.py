"""What a search reads: every kind of public record, as its page prints it, and nothing else."""

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
    FigureFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
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
from tests.search.looking import look_for

pytestmark = pytest.mark.django_db

NUMBER = "//*[@role='status']"
KINDS = "//main//article//span[@class='story-area']"


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
    HonorRecipientFactory(honor__title="省级荣誉", honor__published=True, name="王小红", is_minor=True)

    asked = ("李琪", "张同学", "张小明", "小明", "王同学", "小红")
    found = {name: texts(look_for(client, name), TITLES) for name in asked}

    assert found == {
        "李琪": ["年度表彰"],
        **{"张同学": ["年度表彰"], "张小明": [], "小明": []},
        **{"王同学": ["省级荣誉"], "小红": []},
    }


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
    CampaignFactory(name=word, state="draft")
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

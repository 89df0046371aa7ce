"""An activity without a summary in a sentence, whatever of it is known."""

from datetime import date

import pytest

from activities.models import Activity
from reports.composing.sections.records import own_passage
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    OrganizationFactory,
    ParticipantFactory,
    PartnerFactory,
    PartnershipFactory,
)

pytestmark = pytest.mark.django_db


def told(activity, year=2020) -> str:
    return own_passage([Activity.objects.get(pk=activity.pk)], year).text


def test_all_that_is_known_stands_in_one_sentence():
    activity = ActivityFactory(
        title="世界读书日",
        starts_on=date(2020, 4, 23),
        day_part="morning",
        place="青年空间",
        slogan="书香青春",
        audience="区属团组织",
    )
    activity.organizers.add(OrganizationFactory(name="某街道团工委"))
    parts = (
        ("某基金会", "co_organizer"),
        ("腾讯公益", "channel"),
        ("某企业", "donor"),
        ("某医院", "beneficiary"),
    )
    for name, part in parts:
        PartnershipFactory(activity=activity, partner=PartnerFactory(name=name), part=part)
    FigureFactory(activity=activity, name="青年", wording="30余名", counts="participants")
    FigureFactory(activity=activity, name="图书", wording="200册")

    assert told(activity) == (
        "4月23日上午，某街道团工委联合某基金会通过腾讯公益在青年空间面向区属团组织开展以“书香青春”为主题"
        "的“世界读书日”活动，30余名青年参加，涉及图书200册，得到某企业支持，惠及某医院。"
    )


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("学雷锋", "开展“学雷锋”活动"),
        ("青年志愿者植树活动", "开展青年志愿者植树活动"),
        ("“青春心向党”五四座谈会", "召开“青春心向党”五四座谈会"),
        ("团干部培训班", "举办团干部培训班"),
        ("“只争朝夕，不负韶华”入团仪式", "举行“只争朝夕，不负韶华”入团仪式"),
        ("召开第五次全体会议", "召开第五次全体会议"),
        ("组织青年清洁江滩", "组织青年清洁江滩"),
        ("组织生活会", "召开组织生活会"),
        ("学习雷锋活动", "开展学习雷锋活动"),
        ("新学期“开学第一课”", "开展新学期“开学第一课”活动"),
        ("“青清行动”巡河护河", "开展“青清行动”巡河护河活动"),
        ("收看团省委全会", "收看团省委全会"),
        ("网络直播收看团省委全会", "网络直播收看团省委全会"),
        ("动员部署解放思想大讨论", "动员部署解放思想大讨论"),
        ("守护江滩：“青清行动”常态化服务", "开展“守护江滩：‘青清行动’常态化服务”活动"),
        ("共抗疫情，共渡难关主题活动。", "开展“共抗疫情，共渡难关主题活动”"),
    ],
)
def test_the_title_says_what_was_done(title, done):
    assert told(ActivityFactory(title=title)) == f"3月5日，{done}。"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"date_precision": "about"}, "3月5日前后，开展植树。"),
        ({"date_precision": "since"}, "3月5日起，开展植树。"),
        ({"date_precision": "range", "ends_on": date(2020, 3, 7)}, "3月5日至7日，开展植树。"),
        ({"date_precision": "month"}, "3月，开展植树。"),
        ({"date_precision": "season"}, "春季，开展植树。"),
        ({"date_precision": "year"}, "2020年，开展植树。"),
        ({"date_precision": "standing"}, "常态化开展植树。"),
        ({"starts_on": date(2019, 12, 30)}, "2019年12月30日，开展植树。"),
    ],
)
def test_the_time_is_told_as_it_is_known_and_its_year_where_it_is_another(values, sentence):
    assert told(ActivityFactory(title="植树", **values)) == sentence


def test_the_year_is_told_where_the_report_tells_of_several():
    assert told(ActivityFactory(title="植树"), year=None) == "2020年3月5日，开展植树。"


@pytest.mark.parametrize(
    ("title", "done"), [("动员会", "召开动员会"), ("网络收看团省委全会", "网络收看团省委全会")]
)
def test_whoever_a_meeting_is_for_came_to_it(title, done):
    activity = ActivityFactory(title=title, audience="机关全体干部，各级团组织")

    assert told(activity) == f"3月5日，{done}，机关全体干部、各级团组织参加。"


@pytest.mark.parametrize(
    ("name", "wording", "counts", "clause"),
    [
        ("参加人员", "70余人", "participants", "70余人参加"),
        ("参加人员", "70余名", "participants", "参加人员70余名"),
        ("参与人次", "342人次", "participants", "参与342人次"),
        ("团干部", "85人", "participants", "团干部85人参加"),
        ("人数", "3200名团员青年", "participants", "3200名团员青年参加"),
        ("青年", "30余名", "other", "30余名青年参加"),
        ("困难儿童", "60名", "other", "涉及困难儿童60名"),
        ("困难儿童", "60名", "beneficiaries", "60名困难儿童受益"),
        ("服务旅客", "300人次", "other", "服务旅客300人次"),
        ("口罩", "1万个", "goods", "涉及口罩1万个"),
        ("每份", "150元", "other", "每份150元"),
        ("服务时长", "360小时", "other", "服务时长360小时"),
        ("观影人次", "420人次", "other", "观影420人次"),
        ("培训期数", "2期", "other", "培训2期"),
        ("场次", "3场", "other", "共3场"),
        ("覆盖率", "62.9%", "other", "覆盖率达62.9%"),
        ("团员比例", "62.9%", "other", "团员比例达62.9%"),
        ("参与人数", "增长12.5%", "other", "参与人数增长12.5%"),
        ("团支部", "截至5月底，569个", "other", "截至5月底，569个团支部"),
        ("受益面", "不足60%", "other", "受益面不足60%"),
        ("报名5", "10至20人", "other", "涉及报名5：10至20人"),
    ],
)
def test_a_figure_is_told_as_it_would_be_said(name, wording, counts, clause):
    activity = ActivityFactory(title="植树")
    FigureFactory(activity=activity, name=name, wording=wording, counts=counts)

    assert told(activity) == f"3月5日，开展植树，{clause}。"


def test_figures_that_a_summary_does_not_name_follow_it_in_a_sentence():
    activity = ActivityFactory(summary="清洁江滩")
    for name, wording in (("志愿者", "30余名"), ("垃圾", "2吨"), ("服务时长", "90小时")):
        FigureFactory(activity=activity, name=name, wording=wording)

    assert told(activity) == "清洁江滩。30余名志愿者参加，清理垃圾2吨，服务时长90小时。"


@pytest.mark.parametrize(("many", "parts"), [(2, "（其中第1校1万元、第2校1万元）"), (11, "")])
def test_a_whole_of_very_many_parts_is_told_alone(many, parts):
    activity = ActivityFactory(title="助学")
    whole = FigureFactory(activity=activity, name="助学金", wording=f"{many}万元")
    for number in range(1, many + 1):
        FigureFactory(activity=activity, name=f"第{number}校", wording="1万元", part_of=whole)

    assert told(activity) == f"3月5日，开展“助学”活动，助学金{many}万元{parts}。"


@pytest.mark.parametrize(
    ("title", "name", "wording", "told_as"),
    [
        ("爱心图书捐赠", "图书", "2000余册", "捐赠图书2000余册"),
        ("接受爱心企业捐赠", "口罩", "1万只", "接收口罩1万只"),
        ("“希望小屋”建设", "小屋", "6间", "建设小屋6间"),
        ("团组织规范化建设", "整顿支部", "12个", "涉及整顿支部12个"),
        ("青年就业招聘会", "企业", "56家", "56家企业参加"),
        ("青年就业招聘会", "岗位", "1260个", "提供岗位1260个"),
        ("先进单位表彰大会", "单位", "12个", "涉及单位12个"),
        ("团史知识竞赛", "参赛队伍", "18支", "18支参赛队伍参加"),
        ("网上队课", "队课", "10期", "共10期"),
        ("百名团干讲党史", "报告会", "5场", "开展报告会5场"),
        ("学雷锋集市", "摊位", "26个", "设置摊位26个"),
    ],
)
def test_what_was_done_with_things_is_said_by_their_name_or_the_title(title, name, wording, told_as):
    activity = ActivityFactory(title=title)
    FigureFactory(activity=activity, name=name, wording=wording)

    assert told(activity).endswith(f"，{told_as}。")


@pytest.mark.parametrize(
    ("occasion", "text"),
    [
        ("第57个学雷锋纪念日", "在第57个学雷锋纪念日之际，"),
        ("纪念五四运动101周年", "为纪念五四运动101周年，"),
        ("2020年春运", "春运期间，"),
        ("建党100周年前夕", "建党100周年前夕，"),
        ("植树", ""),
    ],
)
def test_the_occasion_stands_before_who_did_it_unless_the_title_says_it(occasion, text):
    activity = ActivityFactory(title="植树", starts_on=date(2020, 3, 12), occasion=occasion)

    assert told(activity) == f"3月12日，{text}开展植树。"


def test_who_is_named_stands_before_how_many_came_and_minors_by_their_surname():
    activity = ActivityFactory(title="座谈会", starts_on=date(2020, 3, 12))
    ParticipantFactory(activity=activity, name="方敏", post="团区委书记", role="chaired")
    ParticipantFactory(activity=activity, name="王明", role="spoke", is_minor=True)
    ParticipantFactory(activity=activity, name="李伟", post="区委副书记")
    FigureFactory(activity=activity, name="青年", wording="30余名", counts="participants")

    assert told(activity) == (
        "3月12日，召开座谈会，区委副书记李伟出席，团区委书记方敏主持，王同学讲话，30余名青年参加。"
    )

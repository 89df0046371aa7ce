"""What needs doing on the desk's first page: the lines of all apps, each with the list that it leads to."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.timezone import localdate, now

from desk.today import Group
from reports.document.periods import HalfYear
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitmentFactory,
    CorrectionFactory,
    FigureFactory,
    HonorReceivedFactory,
    NoticeFactory,
    OrganizationFactory,
    PhotoFactory,
    ReportFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

FIRST = reverse("admin:index")
TODAY = localdate()
DAY = timedelta(days=1)


def board(client):
    return dict(client.get(FIRST).context["board"])


def told(lines):
    return {line.title: [(entry.text, entry.told) for entry in line.entries] for line in lines}


def day(moment):
    year = "" if moment.year == TODAY.year else f"{moment.year}年"
    return f"{year}{moment.month}月{moment.day}日"


def test_what_is_due_is_told_with_its_days(desk):
    ends = TODAY + 2 * DAY
    NoticeFactory(kind="publicity", title="名单公示", ends_on=ends, published=True)
    NoticeFactory(kind="publicity", ends_on=TODAY + 30 * DAY, published=True)
    NoticeFactory(kind="notice", ends_on=TODAY, published=True)
    publicity = {"publicity_starts_on": TODAY - 9 * DAY}
    CommendationFactory(title="正在公示的", publicity_ends_on=TODAY, **publicity)
    over = CommendationFactory(title="公示过的", publicity_ends_on=TODAY - DAY, **publicity)
    CommendationFactory(publicity_ends_on=TODAY - DAY, decided_on=TODAY, **publicity)
    late = CommitmentFactory(text="建好服务站", due_on=TODAY - DAY)
    CommitmentFactory(text="不急的", due_on=TODAY, plan_item=late.plan_item)

    lines = board(desk)[Group.DUE]

    assert told(lines) == {
        "一周内到期的公示": [("名单公示", f"{day(ends)}到期，还有2天")],
        "一周内公示到期的表彰": [("正在公示的", "今天到期")],
        "公示已满，还没有填写表彰决定的": [("公示过的", f"公示{over.publicity_text}")],
        "已经逾期的计划任务": [("建好服务站", f"应在{day(TODAY - DAY)}前完成")],
    }
    assert_lists_agree(desk, lines)


def test_rosters_are_told_that_have_fewer_names_than_were_announced(desk):
    short = AwardTitleFactory(name="优秀团干部", announced_count=47, commendation__title="年度表彰")
    AwardFactory(title=short)
    AwardFactory(title=AwardTitleFactory(announced_count=1))
    AwardTitleFactory(announced_count=None)
    HonorReceivedFactory(title="市级先进", given_to="people", announced_count=3)

    lines = board(desk)[Group.LACKING]

    assert told(lines) == {
        "名单还没有补齐的奖项": [("优秀团干部", "年度表彰：公布47，已登记1")],
        "名单还没有补齐的上级荣誉": [("市级先进", "公布3，已登记0")],
    }
    assert_lists_agree(desk, lines)


def test_reports_on_their_way_and_what_readers_told(desk, staff):
    ReportFactory(state="in_review", title="等签发的", period=HalfYear(2020, 1))
    ReportFactory(state="draft", created_by=staff, title="正在写的", period=HalfYear(2020, 2))
    CorrectionFactory(text="日期错了", page="/about/")

    groups = board(desk)

    mine = groups[Group.MINE]
    assert {line.title: [entry.text for entry in line.entries] for line in mine} == {
        "等你审核、签发的工作总结": ["等签发的"],
        "你起草中的工作总结": ["正在写的"],
    }
    assert [line.title for line in groups[Group.SITE]] == ["没有办结的读者纠错", "太久没有更新的栏目"]
    assert_lists_agree(desk, [*mine, groups[Group.SITE][0]])


def test_columns_are_told_that_stand_still(desk):
    since = now() - 15 * DAY
    old = {"state": "published", "published_at": since}
    ActivityFactory(**old)
    NoticeFactory(**old)
    TeamFactory(**old)
    CommendationFactory(**old)

    (line,) = board(desk)[Group.SITE]

    assert told([line]) == {
        "太久没有更新的栏目": [
            ("活动", f"{day(TODAY - 15 * DAY)}以后没有更新，已经15天；动态栏目两周内要有更新"),
            ("工作总结", "还没有内容；半年内要有更新"),
        ]
    }


def assert_lists_agree(client, lines):
    for line in lines:
        assert (line.title, client.get(line.address).context["cl"].result_count) == (line.title, line.number)


def test_account_of_a_branch_is_told_of_its_own_records_alone(client):
    mine, other = OrganizationFactory(), OrganizationFactory()
    for organizer, wording in ((mine, "30人次"), (other, "500人次")):
        public = ActivityFactory(starts_on=TODAY, published=True)
        public.organizers.add(organizer)
        FigureFactory(activity=public, wording=wording)
        PhotoFactory(activity=public)
        ActivityFactory(state="in_review").organizers.add(organizer)
    reader = UserFactory(is_staff=True, organizations=[mine])
    reader.user_permissions.set(Permission.objects.filter(codename__endswith="_activity"))
    client.force_login(reader)

    page = client.get(FIRST)

    assert [(line.title, line.number) for line in board(client)[Group.MINE]] == [("等你审核的活动", 1)]
    so_far = page.context["so_far"]
    assert so_far["totals"] == [("开展活动", "1项"), ("参与人次", "30人次")]
    assert [bar.text for bar, _ in so_far["bars"]][-1] == "1项"


def test_half_year_so_far_is_the_same_to_whoever_reaches_all_of_its_records(client, desk):
    branch = OrganizationFactory()
    for wording in ("30人次", "300余人次", "9000元"):
        activity = ActivityFactory(starts_on=TODAY, published=True)
        activity.organizers.add(branch)
        FigureFactory(activity=activity, wording=wording)
    whole = desk.get(FIRST).context["so_far"]
    client.force_login(UserFactory(is_staff=True, organizations=[branch]))

    assert client.get(FIRST).context["so_far"] == whole
    assert whole["totals"] == [("开展活动", "3项"), ("参与人次", "300余人次"), ("款物金额", "9000元")]

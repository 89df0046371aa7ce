"""Nothing private goes public: by no act, no form, no row edited elsewhere, not out of the bin."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from desk.bin.actions import put_away, take_out
from desk.models import Overruled, Step
from honors.models import AwardTitle
from notices.models import Notice
from organizations.models import Partner
from tests.factories import (
    AwardFactory,
    NoticeFactory,
    ParticipantFactory,
    PartnerFactory,
    UserFactory,
)
from tests.pages import Desk, refusals
from tests.reading import texts

pytestmark = pytest.mark.django_db

PHONE = "13812345678"
STOPPED = "标题：写有手机号码（联系138…），不能公开，请删去。"
REASON = {"_overrule": "本人公开的工作电话"}


def address(record, page="change", *more):
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_{page}", args=[record.pk, *more])


@pytest.fixture
def approver(client):
    """Somebody who may publish notices, and overrule nothing."""
    user = UserFactory(is_staff=True)
    codenames = [f"{right}_notice" for right in ("view", "change", "publish", "schedule", "withdraw")]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)
    return client


@pytest.fixture
def notice():
    return NoticeFactory(title=f"联系{PHONE}")


@pytest.mark.parametrize("act", ["publish", "schedule"])
def test_no_act_publishes_what_is_private_and_its_page_says_where_it_stands(approver, notice, act):
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT%H:%M}"
    told = {"_asked": "1", "_state": "", "moment": tomorrow} | REASON

    page = approver.get(address(notice, "act", act))
    approver.post(address(notice, "act", act), told)

    assert texts(page, "//form[@class='act']/ul/li") == [STOPPED]
    assert texts(page, "//textarea[@name='_overrule']") == []
    assert (Notice.objects.get().state, Step.objects.count(), Overruled.objects.count()) == ("draft", 0, 0)


def test_whoever_has_the_right_overrules_with_a_reason_that_is_kept(desk, staff, notice):
    page = desk.get(address(notice, "act", "publish"))
    told = {"_asked": "1", "_state": page.context["seen"]}

    desk.post(address(notice, "act", "publish"), told)
    assert Notice.objects.get().state == "draft"
    desk.post(address(notice, "act", "publish"), told | REASON)

    assert Notice.objects.get().state == "published"
    [kept] = Overruled.objects.all()
    assert (kept.place, kept.kind, kept.words, kept.reason, kept.by) == (
        "标题",
        "手机号码",
        "联系138…",
        "本人公开的工作电话",
        staff,
    )


def test_of_the_roles_reviewers_alone_may_overrule_and_nobody_is_given_it_by_name():
    right = Permission.objects.get(codename="overrule_privacy")

    assert [role.name for role in right.group_set.all()] == ["审核员"]
    assert not right.user_set.exists()


def test_publishing_several_leaves_out_what_is_private(desk, notice):
    fine = NoticeFactory()
    told = {"action": "publish_selected", "_selected_action": [notice.pk, fine.pk], "_confirmed": "1"}

    desk.post(reverse("admin:notices_notice_changelist"), told)

    assert list(Notice.objects.published()) == [fine]


def test_undoing_a_withdrawal_publishes_nothing_private(desk, staff, notice):
    Notice.objects.update(state="published", published_at=timezone.now())
    told = {"action": "withdraw_selected", "_selected_action": [notice.pk], "_confirmed": "1"}
    desk.post(reverse("admin:notices_notice_changelist"), told)

    desk.post(reverse("admin:notices_notice_undo", args=[Step.objects.get().batch]))

    assert Notice.objects.get().state == "withdrawn"


def test_what_is_public_once_saved_is_refused_beside_its_field(desk):
    partner = PartnerFactory(name="蓝天救援队")
    form = Desk(desk, address(partner)).type(name=f"救援队{PHONE}")

    answer = form.send()

    assert refusals(answer) == {"name": ["名称：写有手机号码（救援队138…），不能公开，请删去。"]}
    form.type(**REASON).send()
    assert Partner.objects.get().name == f"救援队{PHONE}"
    assert Overruled.objects.get().object_id == partner.pk


def test_rows_of_what_is_public_are_held_on_a_page_of_their_own(desk):
    title = AwardFactory(title__commendation__published=True).title
    form = Desk(desk, address(title)).type(**{"awards-0-name": "少先队员王小明"})

    answer = desk.post(form.address, {**form.fields, "_draft": "publish"})

    assert refusals(answer) == {
        "awards-0-name": ["获奖者：写有未成年人姓名（少先队员王××），不能公开，请只写姓氏，例如“张同学”。"]
    }
    assert AwardTitle.objects.get().awards.get().name != "少先队员王小明"


def test_what_was_public_comes_out_of_the_bin_withdrawn(staff, notice):
    Notice.objects.update(state="published", published_at=timezone.now())
    [binned] = put_away([Notice.objects.get()], by=staff)

    take_out(binned, by=staff)

    assert Notice.objects.get().state == "withdrawn"


def test_what_was_public_before_is_listed_and_stays(notice):
    Notice.objects.update(state="published", published_at=timezone.now())
    ParticipantFactory(activity__published=True, name="王小明", is_minor=True)
    Activity.objects.update(summary="王小明领誓。")
    NoticeFactory(title=f"没有发布{PHONE}")
    told = StringIO()

    call_command("list_private", stdout=told)

    assert told.getvalue().splitlines() == [
        f"活动“{Activity.objects.get()}”（编号 {Activity.objects.get().pk}）"
        "概要：写有未成年人姓名（王××领誓。），不能公开，请只写姓氏，例如“张同学”。",
        f"通知公告“{notice}”（编号 {notice.pk}）{STOPPED}",
        "共 2 处。",
    ]
    assert Notice.objects.published().count() == 1

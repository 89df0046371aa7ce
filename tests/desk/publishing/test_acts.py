"""The acts of publishing, shown on activities and notices."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from activities.models import Activity
from desk.models import Step
from desk.publishing.acts import ALL, Refused, Said, seen, take, take_all, undo
from notices.models import Notice
from tests.factories import PUBLISHED_AT, ActivityFactory, NoticeFactory, UserFactory
from toolkit.publishing import Publishable

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
NOW = timezone.now()
SAID = {"return": Said(reason="缺少照片"), "schedule": Said(moment=NOW + DAY)}
OF_STATUS = {
    "draft": {},
    "in_review": {"state": "in_review"},
    "scheduled": {"state": "published", "published_at": NOW + DAY},
    "published": {"published": True},
    "expired": {"published": True, "expires_at": NOW - DAY},
    "withdrawn": {"state": "withdrawn", "published_at": PUBLISHED_AT},
}
# What each act makes of a record of each status; it is refused with all others.
MAKES = {
    "submit": {"draft": "in_review", "withdrawn": "in_review"},
    "return": {"in_review": "draft"},
    "publish": dict.fromkeys(("draft", "in_review", "scheduled", "expired", "withdrawn"), "published"),
    "update": {status: status for status in ("scheduled", "published", "expired")},
    "schedule": dict.fromkeys(("draft", "in_review", "scheduled", "expired", "withdrawn"), "scheduled"),
    "withdraw": dict.fromkeys(("scheduled", "published", "expired"), "withdrawn"),
}


def taken(name, record, by, **told):
    return take(ALL[name], record=record, by=by, at=NOW, said=SAID.get(name, Said()), **told)


@pytest.mark.parametrize("status", Publishable.Status.values)
@pytest.mark.parametrize("name", ALL)
def test_act_is_done_with_what_it_is_for_and_refused_with_all_else(staff, name, status):
    record = ActivityFactory(**OF_STATUS[status])
    after = MAKES[name].get(status)

    if after:
        taken(name, record, staff)
    elif (name, status) != ("schedule", "published"):  # which may be given an end
        with pytest.raises(Refused):
            taken(name, record, staff)

    now = Activity.objects.get()
    assert (record.state, record.published_at) == (now.state, now.published_at)
    assert now.status == (after or status)
    assert Step.objects.count() == (1 if after else 0)


def test_publishing_keeps_who_when_and_why(staff):
    record = ActivityFactory(state="in_review")

    step = taken("publish", record, staff)

    record.refresh_from_db()
    assert (record.approved_by, record.published_at, record.updated_by) == (staff, NOW, staff)
    assert (step.by, step.at, step.from_state, step.to_state) == (staff, NOW, "in_review", "published")
    assert list(Step.objects.of(record)) == [step]
    assert [str(entry.get_change_message()) for entry in LogEntry.objects.all()] == ["发布。"]


def test_what_was_public_before_keeps_its_first_time_and_no_end_that_is_over(staff):
    record = ActivityFactory(published=True, expires_at=NOW - DAY)

    taken("publish", record, staff)

    record.refresh_from_db()
    assert (record.published_at, record.expires_at) == (PUBLISHED_AT, None)


def test_what_was_public_on_paper_is_published_under_its_old_time(staff):
    notice = NoticeFactory(ends_on=date(2020, 6, 5))

    take(ALL["publish"], record=notice, by=staff, at=NOW, said=Said(moment=PUBLISHED_AT))

    assert Notice.objects.published().get().published_at == PUBLISHED_AT


def test_public_record_may_be_given_an_end(staff):
    record = ActivityFactory(published=True)

    take(ALL["schedule"], record=record, by=staff, at=NOW, said=Said(until=NOW + DAY))

    record.refresh_from_db()
    assert (record.published_at, record.expires_at) == (PUBLISHED_AT, NOW + DAY)


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("return", Said(reason=" \n"), "请写明退回的原因。"),
        ("schedule", Said(), "定时发布的时间要在现在以后；要现在就公开，请点“发布”。"),
        ("schedule", Said(moment=NOW - DAY), "定时发布的时间要在现在以后；要现在就公开，请点“发布”。"),
        ("publish", Said(moment=NOW + DAY), "这个时间还没有到；到时再公开的，请点“定时发布”。"),
        (
            "schedule",
            Said(moment=NOW + DAY, until=NOW + DAY),
            "到期时间要在现在和公开的时间以后；要现在就不再公开，请点“撤回”。",
        ),
    ],
)
def test_act_is_refused_in_a_sentence_where_what_it_needs_is_not_said(staff, name, said, words):
    record = ActivityFactory(state="in_review")

    with pytest.raises(Refused) as refusal:
        take(ALL[name], record=record, by=staff, at=NOW, said=said)

    assert str(refusal.value) == words
    assert Activity.objects.get().state == "in_review"


def test_second_of_two_approvals_is_told_of_the_first(staff):
    record = ActivityFactory(state="in_review")
    offered = seen(record)
    other = UserFactory(last_name="王", first_name="小明")
    take(ALL["return"], record=record, by=other, at=NOW, said=Said(reason="缺少照片"))

    with pytest.raises(Refused) as refusal:
        taken("publish", ActivityFactory._meta.model.objects.get(), staff, was_seen=offered)

    assert "王小明已于" in str(refusal.value)
    assert "退回（原因：缺少照片），它现在是“草稿”。" in str(refusal.value)
    assert Activity.objects.get().state == "draft"


def test_act_upon_a_record_that_came_back_to_its_state_is_refused_too(staff):
    record = ActivityFactory(published=True)
    offered = seen(record)
    taken("withdraw", record, staff)
    taken("publish", record, staff)

    with pytest.raises(Refused):
        taken("withdraw", record, staff, was_seen=offered)


def test_many_are_moved_at_once_but_for_those_of_another_status(staff):
    drafts, public = [ActivityFactory(), ActivityFactory()], ActivityFactory(published=True)
    keys = [record.pk for record in (*drafts, public)]

    steps = take_all(ALL["submit"], model=Activity, keys=keys, by=staff, at=NOW)

    assert {step.object_id for step in steps} == {record.pk for record in drafts}
    assert set(Activity.objects.values_list("pk", "state")) == {
        *((record.pk, "in_review") for record in drafts),
        (public.pk, "published"),
    }


def test_many_are_published_all_or_none_and_the_one_in_the_way_is_named(staff):
    NoticeFactory()
    NoticeFactory(title="早已截止", ends_on=date(2020, 5, 28))
    keys = list(Notice.objects.values_list("pk", flat=True))

    with pytest.raises(Refused) as refusal:
        take_all(ALL["publish"], model=Notice, keys=keys, by=staff, at=NOW)

    assert str(refusal.value) == "“早已截止”：截止日期不能早于发布的那一天。"
    assert set(Notice.objects.values_list("state", "published_at")) == {("draft", None)}
    assert not Step.objects.exists()


def of_state():
    return set(Activity.objects.values_list("pk", "state", "published_at", "expires_at", "approved_by"))


def test_act_upon_many_is_undone_as_it_was(staff):
    ActivityFactory()
    ActivityFactory(state="withdrawn", published_at=PUBLISHED_AT, approved_by=UserFactory())
    ActivityFactory(published=True, expires_at=NOW - DAY)
    before, keys = of_state(), list(Activity.objects.values_list("pk", flat=True))
    steps = take_all(ALL["publish"], model=Activity, keys=keys, by=staff, at=NOW)
    assert of_state() != before

    undo(batch=steps[0].batch, by=staff, at=NOW + DAY)

    assert of_state() == before
    assert Step.objects.filter(act="undo").count() == 3


@pytest.mark.parametrize(
    "since",
    [
        lambda record, by: record.save(),
        lambda record, by: taken("withdraw", record, by),
        lambda record, by: record.delete(),
    ],
    ids=["saved", "withdrawn", "deleted"],
)
def test_nothing_is_undone_once_somebody_changed_one_of_them(staff, since):
    records = [ActivityFactory(), ActivityFactory()]
    steps = take_all(ALL["publish"], model=Activity, keys=[one.pk for one in records], by=staff, at=NOW)
    since(Activity.objects.get(pk=records[0].pk), staff)

    with pytest.raises(Refused):
        undo(batch=steps[0].batch, by=staff, at=NOW + DAY)

    assert Activity.objects.get(pk=records[1].pk).is_published


def test_nobody_undoes_what_another_did_and_nobody_twice(staff):
    record = ActivityFactory()
    (step,) = take_all(ALL["publish"], model=Activity, keys=[record.pk], by=staff, at=NOW)

    with pytest.raises(Refused):
        undo(batch=step.batch, by=UserFactory(), at=NOW + DAY)
    undo(batch=step.batch, by=staff, at=NOW + DAY)
    with pytest.raises(Refused):
        undo(batch=step.batch, by=staff, at=NOW + DAY)

"""What of a record may not be public, wherever it stands."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.gate.finding import all_minors, hits_in, hits_of, note_what_is_private
from desk.gate.overruling import overrule
from notices.models import Notice
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CommendationFactory,
    FigureFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    NoticeFactory,
    ParticipantFactory,
    PhotoFactory,
    StaffFactory,
    TeamFactory,
    VolunteerFactory,
)

pytestmark = pytest.mark.django_db
PHONE = "13812345678"


def told(record) -> list[str]:
    return [hit.sentence for hit in hits_in(record)]


def test_texts_of_every_sort_are_read_with_their_place():
    activity = ActivityFactory(title=f"电话{PHONE}", body="<p>家住阳明路18号<b>3单元</b>502室。</p>")
    FigureFactory(activity=activity, name="人数", noun=f"人{PHONE}")
    ParticipantFactory(activity=activity, name="陈静", post="生于1990年3月4日")
    PhotoFactory(activity=activity, alt="合影")
    PhotoFactory(activity=activity, alt="南海小学王小明在朗诵", caption="身份证36010320040315123X")

    assert [(hit.place, hit.kind, hit.words) for hit in hits_in(activity)] == [
        ("标题", "手机号码", "电话138…"),
        ("新闻正文", "家庭住址", "家住阳…。"),
        ("活动数据第1行·数的对象", "手机号码", "人138…"),
        ("参与人第1行·当时职务", "出生日期", "生于1…"),
        ("照片第2行·替代文字", "未成年人姓名", "南海小学王××在朗诵"),
        ("照片第2行·图片说明", "身份证号码", "身份证360…"),
    ]


def test_a_minor_on_record_is_told_by_the_surname_in_rows_and_in_full_nowhere():
    activity = ActivityFactory(summary="王 小明走上讲台。")
    ParticipantFactory(activity=activity, name="王小明", is_minor=True)

    assert told(activity) == [
        "概要：写有未成年人姓名（王××走上讲台。），不能公开，请只写姓氏，例如“张同学”。"
    ]


@pytest.mark.parametrize("years", [17, 19])
def test_a_minor_on_any_record_counts_and_no_name_that_an_adult_bears_too(years):
    birth = timezone.localdate() - timedelta(days=365 * years + 30)
    VolunteerFactory(name="李思源", birth_on=birth)
    HonorRecipientFactory(honor=HonorReceivedFactory(), name="赵一凡", is_minor=True)
    ParticipantFactory(name="孙悦", is_minor=True)
    ParticipantFactory(name="孙悦")
    notice = NoticeFactory(body="<p>李思源、赵一凡、孙悦讲述故事。</p>")

    assert len(hits_in(notice)) == (2 if years < 18 else 1)
    assert hits_of([notice], all_minors()) == [hits_in(notice)]


@pytest.mark.parametrize(
    ("title", "name", "number"),
    [
        ("优秀少先队员", "王小明", 1),
        ("优秀少先队辅导员", "李华", 0),
        ("先进集体", "南海小学三年级（2）班", 0),
    ],
)
def test_a_name_in_a_roll_is_read_with_the_title_that_it_stands_under(title, name, number):
    award = AwardFactory(title__name=title, name=name)

    assert len(hits_in(award.title.commendation)) == number


def test_ordinary_records_pass():
    for record in (ActivityFactory(), CommendationFactory(), NoticeFactory(), HonorReceivedFactory()):
        assert told(record) == []
    assert told(TeamFactory(contact="0791-86591234")) == []


def test_what_is_overruled_passes_until_its_text_changes():
    notice = NoticeFactory(title=f"联系{PHONE}")
    [hit] = hits_in(notice)
    overrule([hit], record=notice, by=StaffFactory(), at=timezone.now(), reason="本人公开的工作电话")
    assert told(notice) == []

    Notice.objects.update(title=f"请联系{PHONE}")
    assert len(hits_in(notice)) == 1


@pytest.mark.parametrize("number", [1, 5])
def test_many_are_read_in_the_queries_of_one(django_assert_num_queries, number):
    records = [ParticipantFactory(activity__title=f"电话{PHONE}").activity for _ in range(number)]
    hits_in(records[0])

    with django_assert_num_queries(6):  # records, three kinds of rows, minors, what was let pass
        note_what_is_private(records)

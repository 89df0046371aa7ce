"""A paragraph pasted into the activity's form: what is offered beside its fields. Nothing is saved."""

from datetime import date

import pytest
from django.urls import reverse

from intake.entering.paragraph import values_of_paragraph
from intake.reading import Line, cleaned
from organizations.models import Partner
from tests.factories import CampaignFactory, PartnerFactory, RootOrganizationFactory

TODAY = date(2020, 6, 1)


def read(text, year=None):
    return values_of_paragraph(cleaned([Line(line) for line in text.splitlines()]), year=year, today=TODAY)


def test_a_year_that_is_not_written_is_the_last_one_in_which_the_day_has_passed():
    days = {
        read("3月5日，团区委开展清理河岸活动。")["starts_on"],
        read("12月5日，团区委开展清理河岸活动。")["starts_on"],
        read("3月5日，团区委开展清理河岸活动。", year=2018)["starts_on"],
    }

    assert days == {"2020-03-05", "2019-12-05", "2018-03-05"}


def test_a_paragraph_without_a_day_offers_none():
    values = read("团区委开展清理河岸活动，60名志愿者参加。")

    assert (values["starts_on"], values["when_note"]) == (None, "没有读出日期")
    assert values["summary"] == "团区委开展清理河岸活动，{志愿者}志愿者参加。"


def test_of_a_long_story_the_summary_is_the_paragraph_that_says_when():
    story = "\n".join(
        ["青春护河", "春风送暖。" * 400, "3月5日，团区委组织60名志愿者清理河岸。", "大家表示收获很大。"]
    )

    values = read(story)

    assert (values["title"], values["summary"]) == ("青春护河", "3月5日，团区委组织{志愿者}志愿者清理河岸。")


STORY = """暖冬行动启动仪式举行
原创 西湖青年 西湖共青团 2020-01-11 18:30 江西
点击上方蓝字关注我们
1月10日，团区委在火车站启动暖冬行动，60名志愿者参加。
大家表示收获很大。
图文：王小明
编辑：赵小丽
往期推荐
阅读 1024 赞 36
"""


@pytest.mark.django_db
def test_of_a_whole_story_only_its_own_words_are_offered_and_the_campaign_that_they_name(desk):
    campaign = CampaignFactory(name="暖冬行动")

    offered = desk.post(reverse("admin:intake_document_paragraph"), {"text": STORY}).json()

    told = {one["beside"]: one["set"][one["beside"]] for one in offered["fields"]}
    assert told == {
        "title": "暖冬行动启动仪式举行",
        "starts_on": "2020-01-10",
        "place": "火车站",
        "summary": "1月10日，团区委在火车站启动暖冬行动，{志愿者}志愿者参加。\n大家表示收获很大。",
    }
    assert {"id": campaign.pk, "text": "暖冬行动"} in [one.get("choose") for one in offered["choices"]]


@pytest.mark.django_db
def test_what_is_read_is_offered_field_by_field_and_nothing_is_saved(desk):
    root, partner = RootOrganizationFactory(), PartnerFactory(name="区水务局")
    campaign = CampaignFactory(name="青清行动")
    text = (
        "2020年3月5日上午，团区委联合区水务局在赣江公园开展“青清行动”志愿服务活动，"
        "300余名志愿者参加，人均服务12小时，x名青年发言，团区委书记芦君主持。"
    )

    answer = desk.post(reverse("admin:intake_document_paragraph"), {"text": text})

    offered = answer.json()
    when = {"date_precision": "day", "starts_on": "2020-03-05", "ends_on": "", "day_part": "morning"}
    assert {one["beside"]: one["set"] for one in offered["fields"]} == {
        "title": {"title": "“青清行动”志愿服务活动"},
        "starts_on": when,
        "place": {"place": "赣江公园"},
        "summary": {"summary": text.replace("300余名", "{志愿者}").replace("12小时", "{人均服务}")},
    }
    assert [one["choose"] for one in offered["choices"]] == [
        {"id": root.pk, "text": str(root)},
        {"id": campaign.pk, "text": "青清行动"},
    ]
    assert [one["set"] for one in offered["rows"]["figures"]] == [
        {"name": "志愿者", "wording": "300余名", "part": "total", "counts": "volunteers"},
        {"name": "人均服务", "wording": "12小时", "part": "apart", "counts": "other"},
    ]
    assert [one["set"] for one in offered["rows"]["participants"]] == [
        {"name": "芦君", "post": "团区委书记", "role": "chaired"}
    ]
    assert [one["choose"]["partner"]["id"] for one in offered["rows"]["partnerships"]] == [partner.pk]
    assert offered["unknown"] == ["x名"]
    assert Partner.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", " ", "\x00", "长" * 60_000])
def test_what_cannot_be_read_is_said(desk, text):
    answer = desk.post(reverse("admin:intake_document_paragraph"), {"text": text})

    assert answer.status_code == 400
    assert answer.json()["error"].endswith("。")

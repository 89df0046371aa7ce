"""What staff choose on the review page besides yes and no: campaigns, a plan, an undo, the report."""

import pytest
from django.urls import reverse

from activities.models import Activity, Campaign
from reports.models import Placement, ReportSection
from tests.factories import CampaignFactory, ReportFactory, WorkAreaFactory
from tests.intake.reviewing import SUMMARY, posted, reviewed, told
from tests.pages import FormOnPage
from tests.reading import texts

pytestmark = pytest.mark.django_db


def test_what_becomes_of_a_campaign_is_chosen_with_whatever_is_pressed(desk):
    WorkAreaFactory(name="服务成长成才")
    known = CampaignFactory(name="青春护河")
    document = reviewed(desk, SUMMARY.replace("志愿者300余名清理河岸", "团区委开展“护河行动”志愿服务活动"))
    first = document.proposals.first()
    page = desk.get(document.review_address)
    field = f"campaign-{first.pk}"
    assert texts(page, f"//select[@name='{field}']/option") == [
        "护河行动（还没有登记，不关联）",
        "新建品牌活动“护河行动”（采用时存为草稿）",
        "关联已有的“青春护河”",
    ]

    posted(desk, document.review_address, do="", **{field: "new"})
    assert document.proposals.first().values["new_campaign"]
    posted(desk, document.review_address, do=f"accept {first.pk}", **{field: str(known.pk)})

    assert list(Activity.objects.get().campaigns.all()) == [known]
    assert list(Campaign.objects.all()) == [known]


PLAN = SUMMARY + "二、下半年工作计划\n1、办好培训。举办培训2期。\n"
ABOVE_PLAN = "//section[h2 or div/h2='下半年工作计划']//p[@class='help']"


def test_the_review_says_where_a_plan_will_stand(desk):
    WorkAreaFactory(name="服务成长成才")
    document = reviewed(desk, PLAN)

    page = desk.get(document.review_address)
    assert texts(page, ABOVE_PLAN) == [
        "计划写在“2020年上半年”自己的工作总结里，由下一份总结逐项跟进。还没有这份总结，请先新建这份总结，再来采用。"
    ]
    (start,) = texts(page, f"{ABOVE_PLAN}/a/@href")
    assert FormOnPage(desk.get(start)).fields["stretch"] == "half_year-1"
    assert FormOnPage(desk.get(start)).fields["year"] == "2020"
    assert texts(page, "//button[@data-key='a']/@value") == [
        f"accept {one.pk}" for one in document.proposals.exclude(kind="plan")
    ]

    report = ReportFactory()
    assert texts(desk.get(document.review_address), ABOVE_PLAN) == [
        "采用后写入《2020年上半年工作总结》的工作计划，由下一份总结逐项跟进落实情况。"
    ]
    report.state = report.State.IN_REVIEW
    report.save()
    assert texts(desk.get(document.review_address), ABOVE_PLAN) == [
        "计划应写在《2020年上半年工作总结》里，它现在是“已送审”，不能再写入；先列在这里。"
    ]


def test_an_acceptance_is_taken_back_from_the_review(desk):
    WorkAreaFactory(name="服务成长成才")
    document = reviewed(desk)
    key = document.proposals.first().pk

    page = posted(desk, document.review_address, do=f"accept {key}")
    assert texts(page, "//article//button[starts-with(@value, 'back')]") == ["撤销采用"]
    posted(desk, document.review_address, do=f"back {key}")

    assert not Activity.objects.exists()
    assert {one.state for one in document.proposals.all()} == {"open"}


def test_the_report_of_the_documents_time_is_arranged_by_one_press(desk):
    WorkAreaFactory(name="服务成长成才")
    document = reviewed(desk)
    arranging = "//button[@value='arrange']"
    ReportFactory()
    assert not texts(desk.get(document.review_address), arranging)
    page = posted(desk, document.review_address, do="all")
    assert texts(page, arranging) == ["《2020年上半年工作总结》照这份文件的标题和先后编排"]

    page = posted(desk, document.review_address, do="arrange")

    assert told(page) == ["《2020年上半年工作总结》已照这份文件的标题和先后编排，采用的草稿发布后写入。"]
    assert [one.heading for one in ReportSection.objects.all()] == ["服务成长成才"]
    assert [(one.activity.title, one.position) for one in Placement.objects.all()] == [
        ("清理河岸", 1),
        ("植树", 2),
    ]


@pytest.mark.parametrize("number", ["9" * 5000, "0", "x", "-1", "１"])
def test_what_is_no_number_is_no_document_and_no_place(desk, number):
    document = reviewed(desk)
    address = reverse("admin:intake_document_proposal", args=[document.pk, document.proposals.first().pk])

    review = desk.get(reverse("admin:intake_document_change", args=[number]))
    split = desk.post(address, {"do": "split", "at": number})

    assert review.status_code == 404
    assert "只能在活动的两句之间拆开。" in "".join(texts(split, "//ul[contains(@class, 'errorlist')]/li"))
    assert document.proposals.count() == 3

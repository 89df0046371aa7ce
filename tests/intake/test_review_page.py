"""The review in the desk: a document comes in, its proposals are seen, put right, accepted or dropped."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activities.models import Activity
from intake.admin.documents import CHANGED
from intake.models import Document, Proposal
from tests.factories import (
    ActivityFactory,
    DocumentFactory,
    ProposalFactory,
    UserFactory,
    WorkAreaFactory,
)
from tests.factories.intake import VALUES
from tests.intake.reviewing import ADD, SUMMARY, posted, reviewed, told
from tests.pages import FormOnPage
from tests.reading import texts

pytestmark = pytest.mark.django_db

PUBLICITY = """关于2020年度优秀共青团员拟表彰对象的公示
经研究，拟表彰王磊等12名同志为“优秀共青团员”。现予以公示。
"""


def test_a_file_is_read_and_its_review_opens(desk):
    WorkAreaFactory(name="服务成长成才")

    page = posted(desk, ADD, file=SimpleUploadedFile("半年总结.txt", SUMMARY.encode("gb18030")))

    assert page.redirect_chain == [(Document.objects.get().review_address, 302)]
    assert texts(page, "//article/h3/text()[1]") == ["清理河岸", "植树", "联欢"]
    assert texts(page, "//section[@aria-label='原文']/a")[0] == "1、清理河岸。3月5日，志愿者300余名清理河岸。"
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "请选择文件，或者在下面粘贴文字。"),
        ({"file": SimpleUploadedFile("a.txt", b"\x00\x01\x02")}, "这不是文字文件"),
        ({"file": SimpleUploadedFile("a.txt", b"x"), "text": "也有"}, "选一样就够了"),
    ],
    ids=["nothing", "binary", "both"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(desk, fields, sentence):
    page = posted(desk, ADD, **fields)

    assert sentence in "".join(texts(page, "//ul[contains(@class, 'errorlist')]"))
    assert not Document.objects.exists()


def test_the_same_document_again_opens_the_review_as_it_was_left(desk):
    document = reviewed(desk)
    posted(desk, document.review_address, do=f"drop {document.proposals.first().pk}")

    page = posted(desk, ADD, text=SUMMARY)

    assert told(page) == [f"这份文件已经读过（“{document}”），打开的是原来的审阅，没有再读一遍。"]
    assert [one.state for one in document.proposals.all()] == ["dropped", "open", "open"]


def test_one_press_accepts_all_that_needs_no_second_look(desk):
    WorkAreaFactory(name="服务成长成才")
    ActivityFactory(title="植树活动", starts_on="2020-03-12")
    document = reviewed(desk)

    page = posted(desk, document.review_address, do="all")

    assert told(page) == ["已采用 1 条，都存为草稿。"]
    made = Activity.objects.exclude(title="植树活动").get()
    assert (made.title, made.state, made.summary) == ("清理河岸", "draft", "3月5日，志愿者{志愿者}清理河岸。")
    assert texts(page, "//ul[@class='intake-notices']/li") == [
        "已在记录中：“植树活动”。是另一件事的，仍可采用。",
        "“xx名”的数被遮住了，没有读成数据。",
    ]


def test_an_area_is_chosen_once_for_a_section_with_whatever_is_pressed(desk):
    area = WorkAreaFactory(name="志愿服务")
    document = reviewed(desk)

    page = posted(desk, document.review_address, do="all", **{"area-0": area.pk})

    assert told(page) == ["已采用 2 条，都存为草稿。"]
    assert set(Activity.objects.values_list("area__name", flat=True)) == {"志愿服务"}


def test_what_is_refused_is_put_right_on_its_own_page_and_nothing_typed_is_lost(desk):
    area = WorkAreaFactory(name="服务成长成才")
    document = reviewed(desk)
    proposal = document.proposals.last()

    page = posted(desk, document.review_address, do=f"accept {proposal.pk}")
    form = FormOnPage(page).fields
    assert texts(page, "//ul[contains(@class, 'errorlist')]") == [
        "原文的数看不清（“xx名”），请填上，或者删去这一行。"
    ]
    address = page.redirect_chain[-1][0].partition("?")[0]

    again = posted(desk, address, **form | {"title": "", "do": "accept"})
    assert "请填写这一项。" in texts(again, "//ul[contains(@class, 'errorlist')]")[0]
    form = FormOnPage(again).fields | {"title": "青年联欢", "figures-0-DELETE": "on", "do": "accept"}
    posted(desk, address, **form)

    made = Activity.objects.get()
    assert (made.title, made.area, made.figures.count()) == ("青年联欢", area, 0)
    assert made.summary == "4月8日，xx名青年参加联欢。"


def test_a_renamed_figure_is_called_by_its_new_name(desk):
    document = reviewed(desk)
    proposal = document.proposals.first()
    address = reverse("admin:intake_document_proposal", args=[document.pk, proposal.pk])
    form = FormOnPage(desk.get(address)).fields

    posted(desk, address, **form | {"figures-0-name": "巡河志愿者", "do": "save"})

    proposal.refresh_from_db()
    assert proposal.values["summary"] == "3月5日，志愿者{巡河志愿者}清理河岸。"
    assert proposal.state == "open"


def test_who_saves_second_is_told_and_loses_nothing_typed(desk):
    document = reviewed(desk)
    proposal = document.proposals.first()
    address = reverse("admin:intake_document_proposal", args=[document.pk, proposal.pk])
    first, second = (FormOnPage(desk.get(address)).fields for _ in range(2))
    posted(desk, address, **first | {"place": "赣江公园", "do": "save"})

    told_so = posted(desk, address, **second | {"place": "象湖公园", "do": "save"})

    assert texts(told_so, "//ul[contains(@class, 'errorlist')]/li") == [CHANGED]
    assert document.proposals.first().values["place"] == "赣江公园"
    again = FormOnPage(told_so).fields
    assert again["place"] == "象湖公园"
    posted(desk, address, **again | {"do": "save"})
    assert document.proposals.first().values["place"] == "象湖公园"


def test_a_document_without_a_year_is_given_one(desk):
    WorkAreaFactory(name="服务成长成才")
    document = reviewed(desk, SUMMARY.replace("2020年上半年", ""))
    assert {one.values["starts_on"] for one in document.proposals.all()} == {None}

    refused = posted(desk, document.review_address, do="date", year="20")
    posted(desk, document.review_address, do="date", year="2018")

    assert told(refused) == ["请填写四位数的年份，例如 2019。"]
    assert [
        (one.values["starts_on"], one.values["when_note"], one.values["is_inferred"])
        for one in document.proposals.all()
    ] == [(f"2018-{day}", "年份按“2018年”推断", True) for day in ("03-05", "03-12", "04-08")]


def test_publicity_is_shown_as_such_and_proposes_no_honour(desk):
    document = reviewed(desk, PUBLICITY)

    page = desk.get(document.review_address)

    assert texts(page, "//section[@class='card']/h2") == ["这是公示，还不算表彰"]
    assert not document.proposals.filter(kind="commendation").exists()


def test_an_accepted_record_leads_back_to_its_document(desk):
    WorkAreaFactory(name="服务成长成才")
    document = reviewed(desk)
    posted(desk, document.review_address, do=f"accept {document.proposals.first().pk}")
    activity = Activity.objects.get()

    for page in ("change", "history"):
        answer = desk.get(reverse(f"admin:activities_activity_{page}", args=[activity.pk]))
        assert texts(answer, f"//a[contains(@href, '{document.review_address}#p-')]") == [
            f"来自文件“{document}”"
        ]


def test_the_review_asks_no_more_for_three_proposals_than_for_one(desk):
    document = DocumentFactory()
    ProposalFactory(document=document, values=VALUES | {"organizers": ["团区委"], "partners": ["区教育局"]})
    desk.get(document.review_address)  # what is read once and kept must not count
    with CaptureQueriesContext(connection) as with_one:
        desk.get(document.review_address)
    for organizer in ("第一团支部", "区水务局"):
        ProposalFactory(document=document, values=VALUES | {"organizers": [organizer]})

    with CaptureQueriesContext(connection) as with_three:
        desk.get(document.review_address)

    assert len(with_three) == len(with_one)


def test_each_address_asks_for_its_own_right(client):
    proposal = ProposalFactory()
    reader = UserFactory(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_document"))
    client.force_login(reader)
    review = proposal.document.review_address
    edit = reverse("admin:intake_document_proposal", args=[proposal.document_id, proposal.pk])

    answers = {
        "add": client.get(ADD).status_code,
        "take in": client.post(ADD, {"text": SUMMARY}).status_code,
        "review": client.get(review).status_code,
        "accept": client.post(review, {"do": f"accept {proposal.pk}"}).status_code,
        "edit": client.get(edit).status_code,
        "paragraph": client.post(reverse("admin:intake_document_paragraph"), {"text": "x"}).status_code,
    }

    assert answers == {
        "add": 403,
        "take in": 403,
        "review": 200,
        "accept": 403,
        "edit": 403,
        "paragraph": 403,
    }
    assert Proposal.objects.get().state == "open"

"""A census from the round that the district opens to the numbers of all."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from branches.models import CensusReturn, CensusRound
from desk.bin.actions import put_away, take_out
from tests.factories import (
    ActivityFactory,
    CensusAnswerFactory,
    CensusQuestionFactory,
    CensusReturnFactory,
    CensusRoundFactory,
    IndicatorFactory,
    OrganizationFactory,
    StaffFactory,
    VolunteerFactory,
)
from tests.pages import Desk, FormOnPage, refusals
from tests.reading import texts

pytestmark = pytest.mark.django_db

MINE = reverse("admin:branches_branchreport_mine")


def address(record, page="change"):
    return reverse(f"admin:branches_{record._meta.model_name}_{page}", args=[record.pk])


@pytest.fixture
def district(staff):
    client = Client()
    client.force_login(staff)
    return client


@pytest.fixture
def asked(branch):
    """A round that asks the branch for its members and cadres."""
    asked = CensusReturnFactory(organization=branch, round__name="上半年普查").round
    CensusQuestionFactory(round=asked, name="团员数", position=1)
    CensusQuestionFactory(round=asked, name="团干部数", at_most="团员数", position=2)
    CensusQuestionFactory(round=asked, name="备注数", is_required=False, position=3)
    return asked


def filled(client, sent, *numbers, button="_submit", **more):
    names = [f"q{one.pk}" for one in sent.round.questions.all()]
    form = FormOnPage(client.get(address(sent))).fields
    typed = dict(zip(names, numbers, strict=False))
    return client.post(address(sent), form | typed | more | {button: "1"})


def answers(sent):
    return {one.question.name: one.value for one in sent.answers.all()}


def test_a_round_asks_every_organization_of_its_kinds_the_usual_questions(district):
    asked = [OrganizationFactory(), OrganizationFactory(kind="working_committee")]
    OrganizationFactory(is_active=False)
    OrganizationFactory(kind="general_branch")
    day = localdate()
    form = Desk(district, reverse("admin:branches_censusround_add"))
    form.type(name="上半年普查", starts_on="2020-1-1", ends_on="2020-6-30")
    form.type(opens_on=f"{day:%Y-%m-%d}", closes_on=f"{day + timedelta(days=7):%Y-%m-%d}")

    answer = form.type(kinds=["branch", "working_committee"]).send()

    made = CensusRound.objects.get()
    assert answer.status_code == 302
    assert {one.organization for one in made.returns.all()} == set(asked)
    assert [str(one) for one in made.questions.all()] == [
        "团员数",
        "团干部数",
        "新发展团员",
        "入团申请",
        "活动场次",
        "志愿者",
    ]


def test_the_next_round_asks_what_the_last_one_did(district, asked):
    form = Desk(district, reverse("admin:branches_censusround_add"))
    form.type(name="下半年普查", starts_on="2020-7-1", ends_on="2020-12-31")

    form.type(opens_on="2021-1-4", closes_on="2021-1-8").send()

    after = CensusRound.objects.get(name="下半年普查")
    assert [(one.name, one.at_most) for one in after.questions.all()] == [
        ("团员数", ""),
        ("团干部数", "团员数"),
        ("备注数", ""),
    ]
    assert after.returns.count() == 1


def test_a_question_is_refused_where_it_names_none_or_a_total_of_another_sort(district, asked):
    form = Desk(district, address(asked)).type(**{"questions-1-at_most": "党员数"})
    stock = {"is_stock": True, "words": "团支部"}
    form.type(**{"questions-0-indicator": IndicatorFactory(unit="个", **stock).pk})
    form.type(**{"questions-2-indicator": IndicatorFactory(name="走访", unit="名").pk})

    told = refusals(form.send())

    assert told["questions-1-at_most"] == ["没有叫“党员数”的问题。"]
    assert told["questions-0-indicator"][0].endswith("按“个”计，与“名”不同。")
    assert told["questions-2-indicator"] == ["“走访”是要相加的指标；普查的合计是某一天的存量，请选存量指标。"]


def test_a_branch_fills_in_a_draft_and_sends_it_up(phone, asked, filler):
    sent = asked.returns.get()
    assert texts(phone.get(MINE), "//section//li/a")[0] == "上半年普查"

    filled(phone, sent, " 1,200名 ", button="_save")
    sent.refresh_from_db()
    drafted = (sent.state, answers(sent))
    answer = filled(phone, sent, "１２００", "35", "")

    sent.refresh_from_db()
    assert drafted == ("draft", {"团员数": 1200})
    assert (answer.status_code, answer.url) == (302, MINE)
    assert (sent.state, sent.submitted_by) == ("submitted", filler)
    assert answers(sent) == {"团员数": 1200, "团干部数": 35}


def test_each_number_that_was_typed_is_in_the_history(phone, district, asked):
    sent = asked.returns.get()
    filled(phone, sent, "1200", "35", button="_save")
    filled(phone, sent, "1200", "36", button="_save")

    page = district.get(address(sent, "history"))

    [changed] = [entry for entry in page.context["entries"] if entry.is_newest]
    told = " ".join(str(change) for change in changed.changes)
    assert ("35" in told, "36" in told, "1200" in told) == (True, True, False)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("1200", ""), {"团干部数": "请填写；一个也没有的填“0”。"}),
        (("-3", "1"), {"团员数": "数不能小于0。"}),
        (("百余名", "1"), {"团员数": "请填一个确切的数，例如“120”；一个也没有的填“0”。"}),
        (("3.5", "1"), {"团员数": "人数和人次必须是整数。"}),
    ],
)
def test_what_is_no_number_is_refused_beside_its_question(phone, asked, typed, told):
    sent = asked.returns.get()

    answer = filled(phone, sent, *typed)

    names = {f"q{one.pk}": one.name for one in asked.questions.all()}
    assert {names[name]: words for name, [words] in refusals(answer).items()} == told
    assert answers(sent) == {}


def test_numbers_that_can_hardly_be_are_asked_about_once(phone, asked, branch):
    before = CensusRoundFactory(ends_on="2019-12-31", starts_on="2019-7-1")
    question = CensusQuestionFactory(round=before, name="团员数")
    CensusAnswerFactory(
        census_return__round=before,
        census_return__organization=branch,
        census_return__submitted=True,
        question=question,
    )
    sent = asked.returns.get()

    first = filled(phone, sent, "1200", "1300")
    told = [words for [words] in refusals(first).values()]
    other = filled(phone, sent, "1200", "1400", _asked=FormOnPage(first).fields["_asked"])
    filled(phone, sent, "1200", "1400", _asked=FormOnPage(other).fields["_asked"])

    again = "请核对；没有写错的，再点一次“上报”。"
    assert told == [f"上次报的是120名，这次相差10倍以上。{again}", f"比“团员数”（1200名）还多。{again}"]
    assert other.status_code == 200  # another number than was asked about
    sent.refresh_from_db()
    assert (sent.state, answers(sent)) == ("submitted", {"团员数": 1200, "团干部数": 1400})


def test_what_was_sent_is_changed_only_once_it_is_sent_back(phone, district, asked):
    sent = asked.returns.get()
    filled(phone, sent, "1200", "35")
    assert phone.post(address(sent), {"_save": "1"}).status_code == 302
    assert answers(sent) == {"团员数": 1200, "团干部数": 35}

    district.post(address(sent, "return"), {"reason": "团干部数请再核对"})

    sent.refresh_from_db()
    assert (sent.state, sent.reason) == ("returned", "团干部数请再核对")
    assert "团干部数请再核对" in phone.get(MINE).content.decode()
    assert filled(phone, sent, "1200", "36").status_code == 302


def test_a_round_that_is_closed_is_only_read(phone, asked):
    sent = asked.returns.get()
    CensusRound.objects.update(closes_on=localdate() - timedelta(days=1))

    page = phone.get(address(sent))

    assert "不在填报期内，不能填报。" in page.content.decode()
    assert (
        phone.post(address(sent), {f"q{asked.questions.first().pk}": "5", "_submit": "1"}).status_code == 302
    )
    assert answers(sent) == {}


@pytest.mark.parametrize("what", ["change", "delete", "history", "return"])
def test_a_branch_learns_nothing_of_what_others_answer(phone, what):
    other = CensusAnswerFactory(value=777, census_return__organization__name="别家").census_return

    got = [phone.get(address(other, what)), phone.post(address(other, what), {"reason": "x"})]

    assert not any("777" in one.content.decode() or "别家" in one.content.decode() for one in got)
    other.refresh_from_db()
    assert other.state == "waiting"


def test_the_table_and_the_round_are_the_districts(phone, asked):
    pages = [phone.get(address(asked, page)).status_code for page in ("change", "table", "table_file")]

    assert pages == [403, 403, 403]
    assert phone.post(address(asked, "remind")).status_code == 403


@pytest.fixture
def answered(asked, branch):
    """The branch answered 120, last time 100; a working committee 80; a third body nothing yet."""
    members = asked.questions.get(name="团员数")
    members.compared_with = "activities"
    members.save()
    for body, now in ((branch, 120), (OrganizationFactory(name="=二中团工委", kind="working_committee"), 80)):
        sent, _ = CensusReturn.objects.get_or_create(round=asked, organization=body)
        CensusAnswerFactory(census_return=sent, question=members, value=Decimal(now))
        CensusReturn.objects.filter(pk=sent.pk).update(
            state="submitted", submitted_at=sent.created_at, submitted_by=StaffFactory()
        )
    before = CensusRoundFactory(name="去年普查", starts_on="2019-7-1", ends_on="2019-12-31")
    CensusAnswerFactory(
        census_return=CensusReturnFactory(round=before, organization=branch, submitted=True),
        question=CensusQuestionFactory(round=before, name="团员数"),
        value=100,
    )
    CensusReturnFactory(round=asked, organization__name="三中团支部")
    for told in ({"published": True}, {}, {"published": True, "starts_on": "2020-7-1"}):
        ActivityFactory(**told).organizers.add(branch)
    return asked


def test_the_table_tells_who_is_missing_and_sums_beside_last_time_and_the_records(district, answered, branch):
    table = district.get(address(answered, "table")).context["table"]

    assert [str(one.organization) for one in table.missing] == ["三中团支部"]
    assert [(one.label, one.asked, one.sent, one.sums[0].value) for one in table.kinds] == [
        ("团（工）委", 1, 1, 80),
        ("团支部", 2, 1, 120),
    ]
    assert (table.sums[0].value, table.before[0], table.changes[0], table.recorded[0]) == (200, 100, 20, 1)
    cells = {str(sent.organization): cells[0] for sent, cells in table.rows}
    listed = district.get(cells["一中团支部"].address).context["cl"].result_list
    assert [list(one.organizers.all()) for one in listed] == [[branch]]
    assert (cells["一中团支部"].change, cells["一中团支部"].recorded) == (20, 1)
    assert (cells["=二中团工委"].change, cells["三中团支部"].value) == (None, None)


def test_whoever_is_missing_is_reminded_on_the_desk_and_named_for_the_group_chat(
    phone, district, asked, branch
):
    CensusReturnFactory(round=asked, submitted=True)
    until = f"{asked.closes_on.month}月{asked.closes_on.day}日"

    text = district.get(address(asked, "table")).context["reminder"]
    district.post(address(asked, "remind"))

    assert text == (
        f"各位团干部好，“上半年普查”还有1家没有报：一中团支部。请于{until}前登录工作台填报，谢谢！"
    )
    assert "催报" in phone.get(MINE).content.decode()
    assert CensusReturn.objects.exclude(reminded_at=None).get().organization == branch


def test_the_table_is_a_workbook_in_which_nothing_is_run(district, answered):
    answer = district.get(address(answered, "table_file"))

    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows())
    told = {row[0].value: row[3].value for row in rows}
    assert (told["一中团支部"], told["合计"], told["系统里的记录"]) == (120, 200, 1)
    assert told["比上次增减（两次都报的1家）"] == 20
    assert "f" not in {cell.data_type for row in rows for cell in row}
    assert "=二中团工委" in told


def test_a_round_that_was_deleted_comes_back_with_its_answers_though_it_is_closed(answered, staff):
    CensusRound.objects.filter(pk=answered.pk).update(closes_on=localdate() - timedelta(days=1))
    answered.refresh_from_db()

    [binned] = put_away([answered], by=staff)
    take_out(binned, by=staff)

    again = CensusRound.objects.get(name="上半年普查")
    assert (again.questions.count(), again.returns.count()) == (3, 3)
    assert {one.value for sent in again.returns.all() for one in sent.answers.all()} == {120, 80}


def test_a_table_asks_no_more_for_many_than_for_few(district, answered, django_assert_max_num_queries):
    for _ in range(5):
        CensusReturnFactory(round=answered, submitted=True)

    with django_assert_max_num_queries(22):
        district.get(address(answered, "table"))


def test_two_who_fill_in_one_return_see_both_numbers_and_lose_none(phone, asked):
    sent = asked.returns.get()
    members, cadres = (f"q{one.pk}" for one in asked.questions.all()[:2])
    opened = FormOnPage(phone.get(address(sent))).fields
    filled(phone, sent, "1200", button="_save")

    answer = phone.post(address(sent), opened | {members: "1300", cadres: "35", "_save": "1"})

    assert answer.status_code == 200
    [collision] = texts(answer, "//*[contains(@class, 'desk-collision')]//tbody/tr")
    assert ("1300" in collision, "1200" in collision) == (True, True)
    assert FormOnPage(answer).fields[cadres] == "35"
    assert answers(sent) == {"团员数": 1200}


def test_volunteers_on_the_register_by_the_last_day_stand_beside_the_answers(district, asked, branch):
    CensusQuestionFactory(round=asked, name="志愿者", unit="人", compared_with="volunteers", position=4)
    for day in (None, "2020-6-30", "2020-7-1"):
        VolunteerFactory(organization=branch, registered_on=day)

    table = district.get(address(asked, "table")).context["table"]

    assert table.recorded == [None, None, None, 2]
    [cells] = [cells for _, cells in table.rows]
    address_of_them = next(cell.address for cell in cells if cell.address)
    assert district.get(address_of_them).status_code == 200

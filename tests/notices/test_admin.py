from datetime import date

import pytest
from django.urls import reverse

from notices.models import Notice
from tests.factories import PUBLISHED_AT, NoticeFactory, OrganizationFactory
from tests.pages import Desk, refusals, still_typed, typed

pytestmark = pytest.mark.django_db

ADD = reverse("admin:notices_notice_add")
LIST = reverse("admin:notices_notice_changelist")


@pytest.fixture
def form(desk):
    """The form of a new notice with the least that must be typed."""
    return Desk(desk, ADD).type(title="关于推荐人选的通知")


def test_notice_is_entered_with_all_that_its_page_prints(form, staff):
    organization = OrganizationFactory()
    form.type(
        kind="publicity",
        organization=organization.pk,
        ends_on="2020-06-05",
        body="<p>正文</p><script>x</script>",
        reviewer="乙",
    )

    answer = form.send()

    notice = Notice.objects.get()
    assert (answer.status_code, answer.url) == (302, LIST)
    assert (notice.title, notice.kind, notice.organization) == (
        "关于推荐人选的通知",
        "publicity",
        organization,
    )
    assert (notice.ends_on, notice.body, notice.reviewer) == (date(2020, 6, 5), "<p>正文</p>", "乙")
    assert (notice.state, notice.created_by, notice.updated_by) == ("draft", staff, staff)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"title": ""}, {"title": ["请填写这一项。"]}),
        ({"ends_on": "2020/05/28"}, {"ends_on": ["截止日期不能早于发布的那一天。"]}),
    ],
    ids=["no title", "published after its end"],
)
def test_form_refuses_in_a_sentence_beside_the_field_and_keeps_what_was_typed(form, values, refusal):
    answer = form.type(**{"body": "<p>正文</p>", **values}).send("publish")

    assert refusals(answer) == refusal
    assert still_typed(form, answer) == typed(form)
    assert not Notice.objects.exists()


def test_last_day_of_a_public_notice_cannot_be_moved_before_its_publication(desk):
    notice = NoticeFactory(published=True)
    form = Desk(desk, reverse("admin:notices_notice_change", args=[notice.pk]))

    answer = form.type(ends_on="2020/05/28").send()

    assert refusals(answer) == {"ends_on": ["截止日期不能早于发布的那一天。"]}


def test_publish_selected_says_which_notice_a_rule_refuses_and_publishes_none(desk):
    drafts = [NoticeFactory(), NoticeFactory(title="早已截止", ends_on=date(2020, 5, 28))]

    answer = desk.post(
        LIST,
        {"action": "publish_selected", "_confirmed": 1, "_selected_action": [one.pk for one in drafts]},
        follow=True,
    )

    assert [str(message) for message in answer.context["messages"]] == [
        "一条也没有发布，请先改正“早已截止”：截止日期不能早于发布的那一天。"
    ]
    assert set(Notice.objects.values_list("state", "published_at")) == {("draft", None)}


@pytest.mark.parametrize("words", ["推荐人选", "附件", "街道", "审核甲"])
def test_search_finds_by_title_text_organization_and_reviewer(desk, words):
    organization = OrganizationFactory(name="某街道团工委")
    found = NoticeFactory(
        title="推荐人选", body="<p>见附件</p>", organization=organization, reviewer="审核甲"
    )
    NoticeFactory()

    assert list(desk.get(LIST, {"q": words}).context["cl"].result_list) == [found]


@pytest.mark.parametrize(
    "query", ["kind__exact=publicity", "published_at__year=2019", "state__exact=published"]
)
def test_list_is_narrowed_by_kind_state_and_day(desk, query):
    found = NoticeFactory(kind="publicity", state="published", published_at="2019-05-01T00:00:00Z")
    NoticeFactory(published_at=PUBLISHED_AT)

    assert list(desk.get(f"{LIST}?{query}").context["cl"].result_list) == [found]


def test_list_is_narrowed_by_the_organizations_that_have_notices(desk):
    found = NoticeFactory(organization=OrganizationFactory(name="某街道团工委"))
    NoticeFactory()
    OrganizationFactory(name="没有通知的支部")

    page = desk.get(LIST, {"organization": found.organization_id})

    assert list(page.context["cl"].result_list) == [found]
    assert "没有通知的支部" not in page.content.decode()


def test_form_leads_to_the_page_of_a_published_notice_only(desk):
    shown, draft = NoticeFactory(published=True), NoticeFactory()

    links = [
        "在网站上查看" in desk.get(reverse("admin:notices_notice_change", args=[notice.pk])).content.decode()
        for notice in (shown, draft)
    ]

    assert links == [True, False]

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories import PUBLISHED_AT, CommitteeFactory, NoticeFactory, OrganizationFactory, UserFactory
from tests.reading import BAD_PAGE_NUMBERS, TITLES, metas, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def notices():
    """Two published notices, and one in every state that the public may not see."""
    organization = OrganizationFactory(name="某街道团工委")
    NoticeFactory(title="通知甲", published=True)
    later = PUBLISHED_AT + timedelta(days=1)
    NoticeFactory(
        title="公示乙",
        kind="publicity",
        organization=organization,
        ends_on=date(2020, 6, 5),
        state="published",
        published_at=later,
    )
    for state in ("draft", "in_review", "withdrawn"):
        NoticeFactory(title=state, state=state, published_at=PUBLISHED_AT)
    NoticeFactory(title="将来", state="published", published_at=timezone.now() + timedelta(days=1))


@pytest.mark.parametrize(
    ("address", "heading", "titles"),
    [
        ("/notices/", "通知公告", ["公示乙", "通知甲"]),
        ("/notices/?page=1", "通知公告", ["公示乙", "通知甲"]),
        ("/notices/?kind=", "通知公告", ["公示乙", "通知甲"]),
        ("/notices/?kind=publicity", "公示", ["公示乙"]),
        ("/notices/?kind=announcement", "公告", []),
    ],
)
def test_list_shows_what_is_published_newest_first(client, notices, address, heading, titles):
    response = client.get(address)

    assert texts(response, "//h1") == [heading]
    assert texts(response, TITLES) == titles


def test_list_tells_kind_day_organization_and_last_day(client, notices):
    assert texts(client.get("/notices/"), "//main//article") == [
        "公示乙 公示 2020年5月30日 某街道团工委 截止日期：2020年6月5日（已截止）",
        "通知甲 通知 2020年5月29日",
    ]


def test_list_offers_every_kind_and_marks_the_chosen_one(client, notices):
    response = client.get("/notices/?kind=publicity")

    assert texts(response, "//nav[@aria-label='按类别']//a") == ["全部", "通知", "公告", "公示"]
    assert texts(response, "//nav[@aria-label='按类别']//a[@aria-current]") == ["公示"]
    assert texts(response, "//*[@class='breadcrumbs']//li") == ["首页", "通知公告", "公示"]


@pytest.mark.parametrize("kind", ["nothing", "\x00", "NOTICE", "通知"])
def test_list_of_an_unknown_kind_is_not_found(client, kind):
    assert client.get("/notices/", {"kind": kind}).status_code == 404


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_list_has_no_page_of_a_bad_number(client, page):
    NoticeFactory(published=True)

    assert client.get("/notices/", {"page": page}).status_code == 404


def test_list_turns_its_pages_within_a_kind(client):
    for number in range(1, 24):
        at = PUBLISHED_AT + timedelta(days=number)
        NoticeFactory(title=f"公告{number}", kind="announcement", state="published", published_at=at)

    second = client.get("/notices/?kind=announcement&page=2")

    assert texts(second, TITLES) == ["公告3", "公告2", "公告1"]
    assert texts(second, "//*[@class='pagination']/a/@href") == [
        "?kind=announcement&page=1",
        "?kind=announcement&page=1",
    ]
    assert texts(second, "//title") == ["公告（第 2 页） - 共青团工作门户"]
    assert texts(second, "//link[@rel='canonical']/@href") == [
        "http://testserver/notices/?kind=announcement&page=2"
    ]


def test_list_says_when_it_is_empty(client):
    assert texts(client.get("/notices/"), "//*[@class='empty']") == ["这里还没有发布的通知公告。"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        NoticeFactory(organization=OrganizationFactory(), published=True)

    with django_assert_num_queries(3):
        response = client.get("/notices/")

    assert len(texts(response, TITLES)) == number


def test_list_names_its_column(client):
    found = metas(client.get("/notices/"))

    assert {name: found[name] for name in found if name.startswith("Column")} == {
        "ColumnName": "通知公告",
        "ColumnDescription": "团区委发布的通知、公告和公示",
        "ColumnKeywords": ",".join(("共青团", "通知", "公告", "公示")),
        "ColumnType": "通知公告",
    }


def test_notice_tells_all_that_is_known(client):
    CommitteeFactory(name="共青团某区委")
    notice = NoticeFactory(
        title="推荐人选",
        organization=OrganizationFactory(name="某街道团工委"),
        ends_on=timezone.localdate(),
        body="<p>正文。</p>",
        reviewer="乙",
        published=True,
    )

    response = client.get(notice.get_absolute_url())

    today = notice.ends_on
    assert texts(response, "//h1") == ["推荐人选"]
    assert texts(response, "//*[@class='kicker']") == ["通知"]
    assert texts(response, "//*[@class='article-meta']/span") == [
        "发布时间：2020-05-29 09:00",
        "来源：某街道团工委",
    ]
    assert texts(response, "//dl/div") == [f"截止日期{today.year}年{today.month}月{today.day}日"]
    assert texts(response, "//*[@class='prose']/p") == ["正文。"]
    assert texts(response, "//*[@class='article-foot']/p") == ["审核人：乙"]
    assert texts(response, "//*[@class='breadcrumbs']//li") == ["首页", "通知公告", "通知"]
    assert texts(response, "//footer//a[text()='我要纠错']/@href") == [
        f"/corrections/?page=%2Fnotices%2F{notice.pk}%2F"
    ]


def test_notice_names_who_approved_it_here_before_who_did_on_paper(client):
    notice = NoticeFactory(
        published=True, reviewer="乙", approved_by=UserFactory(last_name="王", first_name="小明")
    )

    response = client.get(notice.get_absolute_url())

    assert texts(response, "//*[@class='article-foot']/p") == ["审核人：王小明", "审核人（据纸质材料）：乙"]


def test_preview_of_a_scheduled_notice_says_from_when_on_it_is_seen(desk):
    at = datetime(2099, 10, 1, tzinfo=UTC)
    notice = NoticeFactory(state="published", published_at=at)

    response = desk.get(notice.get_absolute_url())

    assert texts(response, "//*[contains(@class, 'banner')]") == [
        "定时发布（2099年10月1日 8:00）这是内部预览，公众从2099年10月1日 8:00起看得到这一页。"
    ]


def test_notice_says_when_its_last_day_has_passed(client):
    notice = NoticeFactory(ends_on=date(2020, 6, 5), published=True)

    assert texts(client.get(notice.get_absolute_url()), "//dl/div") == ["截止日期2020年6月5日（已截止）"]


def test_notice_leads_on_to_the_newest_others(client):
    notice = NoticeFactory(published=True)
    for title in ("一", "二", "三", "四", "五"):
        NoticeFactory(title=title, published=True)
    NoticeFactory(title="草稿")

    assert texts(client.get(notice.get_absolute_url()), TITLES) == ["五", "四", "三", "二"]


def test_notice_hides_what_is_not_known(client):
    notice = NoticeFactory(published=True)

    response = client.get(notice.get_absolute_url())

    assert texts(response, "//*[@class='article-meta']/span") == ["发布时间：2020-05-29 09:00"]
    assert texts(response, "//main//dl | //*[@class='prose'] | //*[@class='article-foot']") == []


def test_notice_names_itself_in_its_meta_tags(client):
    CommitteeFactory(name="共青团某区委", site_name="某区共青团")
    notice = NoticeFactory(title="推荐人选", body="<p>请推荐人选。</p>", published=True)

    found = metas(client.get(notice.get_absolute_url()))

    del found["viewport"], found["theme-color"]
    assert found == {
        "description": "请推荐人选。",
        "SiteName": "某区共青团",
        "SiteDomain": "testserver",
        "ArticleTitle": "推荐人选",
        "PubDate": "2020-05-29 09:00",
        "ContentSource": "共青团某区委",
        "Keywords": "通知公告,通知",
        "Url": f"http://testserver{notice.get_absolute_url()}",
    }


def test_notice_tells_machines_of_itself(client):
    notice = NoticeFactory(title="</script>推荐", published=True)

    response = client.get(notice.get_absolute_url())

    article, breadcrumbs = map(json.loads, texts(response, "//script[@type='application/ld+json']"))
    assert (article["@type"], article["headline"], "author" in article) == (
        "Article",
        "</script>推荐",
        False,
    )
    assert article["mainEntityOfPage"] == f"http://testserver{notice.get_absolute_url()}"
    assert [item["name"] for item in breadcrumbs["itemListElement"]] == ["首页", "通知公告", "通知"]


def test_notice_escapes_every_text_and_cleans_its_body(client):
    script = "<script>alert(1)</script>"
    notice = NoticeFactory(
        title=script, reviewer=script, organization=OrganizationFactory(name=script), published=True
    )
    # Past the form and the model, as a careless import would write it.
    type(notice).objects.update(body=f'<p onclick="x">正文</p>{script}<a href="javascript:x">链接</a>')

    page = client.get(notice.get_absolute_url()).content.decode()

    assert page.count("<script>") == page.count("onclick") == page.count("javascript:") == 0
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 3


@pytest.mark.parametrize("number", [1, 3])
def test_notice_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    made = [NoticeFactory(organization=OrganizationFactory(), published=True) for _ in range(number)]

    with django_assert_num_queries(4):
        response = client.get(made[0].get_absolute_url())

    assert texts(response, "//h1") == [made[0].title]


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("in_review", 404), ("withdrawn", 410)])
def test_notice_that_is_not_public_is_not_shown(client, stranger, state, status):
    client.force_login(stranger)
    notice = NoticeFactory(title="不公开的通知", state=state, published_at=PUBLISHED_AT)

    response = client.get(notice.get_absolute_url())

    assert response.status_code == status
    assert "不公开的通知" not in response.content.decode()


def test_staff_preview_a_draft(desk):
    notice = NoticeFactory()

    response = desk.get(notice.get_absolute_url())

    assert texts(response, "//*[@class='banner']") == ["草稿这是内部预览，公众看不到这一页。"]
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_staff_without_the_permission_do_not_preview_a_draft(client, editor):
    client.force_login(editor)

    assert client.get(NoticeFactory().get_absolute_url()).status_code == 404


@pytest.mark.parametrize("key", ["0", str(10**18), str(10**30), "9" * 5000, "abc", "-1", "%00"])
def test_odd_address_is_not_found(client, key):
    assert client.get(f"/notices/{key}/").status_code == 404

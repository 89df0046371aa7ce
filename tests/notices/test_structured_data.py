import pytest

from notices.structured_data import article
from tests.factories import NoticeFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def test_notice_is_told_as_an_article_of_its_organization():
    notice = NoticeFactory(
        title="推荐人选",
        kind="publicity",
        number="西团〔2020〕5号",
        body="<p>正文。</p>",
        organization=OrganizationFactory(name="某团工委", short_name="工委"),
        published=True,
    )

    assert article(notice, address="http://a/notices/1/", publisher="某区委") == {
        "@type": "Article",
        "headline": "推荐人选",
        "description": "正文。",
        "mainEntityOfPage": "http://a/notices/1/",
        "datePublished": "2020-05-29T01:00:00+00:00",
        "dateModified": notice.updated_at.isoformat(),
        "identifier": "西团〔2020〕5号",
        "articleSection": "公示",
        "keywords": ["通知公告", "公示"],
        "author": {"@type": "Organization", "name": "某团工委"},
        "publisher": {"@type": "Organization", "name": "某区委"},
    }


@pytest.mark.parametrize(("publisher", "author"), [("某区委", "某区委"), ("", None)])
def test_notice_without_an_organization_is_the_committees(publisher, author):
    told = article(NoticeFactory(), address="http://a/", publisher=publisher)

    assert told["author"] == told["publisher"] == (author and {"@type": "Organization", "name": author})
    assert told["datePublished"] is None

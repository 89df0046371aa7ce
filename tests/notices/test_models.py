from datetime import UTC, date, datetime

import pytest

from tests.factories import PUBLISHED_AT, AttachmentFactory, NoticeFactory
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db

RULES = [
    Rule("notices_notice_published_has_time", "published_at", lambda: NoticeFactory.build(state="published")),
    Rule(
        "notices_notice_expires_after_published",
        "expires_at",
        lambda: NoticeFactory.build(published=True, expires_at=PUBLISHED_AT),
    ),
    Rule(
        "notices_notice_dates_in_order",
        "ends_on",
        lambda: NoticeFactory.build(published=True, ends_on=date(2020, 5, 28)),
    ),
    Rule("notices_notice_number_as_of_documents", "number", lambda: NoticeFactory.build(number="五号")),
    Rule("notices_notice_number_once", "number", lambda: _again(NoticeFactory(number="西团〔2020〕5号"))),
    Rule("notices_attachment_has_title", "title", lambda: _titled(AttachmentFactory(), "")),
    Rule("notices_attachment_named_once", "title", lambda: _again(AttachmentFactory())),
]


def _again(record):
    record.pk = None
    return record


def _titled(attachment, title):
    attachment.title = title
    return attachment


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    broken = rule.broken()

    assert sentences_for(broken) == {rule.field: [sentence_of(broken, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_kept_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == rule.name


@pytest.mark.parametrize(
    ("published_at", "ends_on"),
    [
        (PUBLISHED_AT, date(2020, 5, 29)),
        (datetime(2020, 5, 28, 16, 0, tzinfo=UTC), date(2020, 5, 29)),  # 29 May has just begun here
        (None, date(2020, 5, 28)),
        (PUBLISHED_AT, None),
    ],
)
def test_notice_may_end_on_its_first_day_or_have_no_end(published_at, ends_on):
    notice = NoticeFactory(published_at=published_at, ends_on=ends_on)

    notice.full_clean()


@pytest.mark.parametrize(
    ("ends_on", "is_over"), [(None, False), (date(2020, 6, 1), False), (date(2020, 5, 31), True)]
)
def test_notice_is_over_after_its_last_day(ends_on, is_over):
    assert NoticeFactory.build(ends_on=ends_on).is_over(date(2020, 6, 1)) is is_over


@pytest.mark.parametrize(
    ("body", "description"),
    [
        ("", "推荐人选"),
        ("<p> </p>", "推荐人选"),
        ("<p>A &amp; B</p>", "A & B"),
        ("<table><tr><td>时间</td><td>地点</td></tr></table><p>请于月底前报名。</p>", "请于月底前报名。"),
        ("<table><tr><td>时间</td><td>3月5日</td></tr></table>", "时间 3月5日"),
        (f"<p>{'长' * 200}</p>", f"{'长' * 148}……"),
    ],
)
def test_notice_describes_itself_in_a_few_words(body, description):
    assert NoticeFactory.build(title="推荐人选", body=body).description() == description

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from honors.models import AwardTitle, HonorReceived
from tests.factories import (
    PUBLISHED_AT,
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    WorkAreaFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db


def commendation(**values):
    return CommendationFactory.build(area=WorkAreaFactory(), **values)


def title(**values):
    return AwardTitleFactory.build(commendation=CommendationFactory(), **values)


def same_title():
    existing = AwardTitleFactory()
    return AwardTitleFactory.build(commendation=existing.commendation, name=existing.name)


def same_award():
    existing = AwardFactory()
    return AwardFactory.build(title=existing.title, name=existing.name)


def same_recipient():
    existing = HonorRecipientFactory()
    return HonorRecipientFactory.build(honor=existing.honor, name=existing.name)


RULES = [
    Rule("honors_commendation_published_has_time", "published_at", lambda: commendation(state="published")),
    Rule(
        "honors_commendation_expires_after_published",
        "expires_at",
        lambda: commendation(published=True, expires_at=PUBLISHED_AT),
    ),
    Rule(
        "honors_honorreceived_expires_after_published",
        "expires_at",
        lambda: HonorReceivedFactory.build(published=True, expires_at=PUBLISHED_AT),
    ),
    Rule(
        "honors_commendation_year_believable",
        "starts_on",
        lambda: commendation(starts_on=date(2101, 3, 5), ends_on=date(2101, 3, 5)),
    ),
    Rule(
        "honors_commendation_dates_in_order",
        "ends_on",
        lambda: commendation(date_precision="range", ends_on=date(2020, 1, 1)),
    ),
    Rule(
        "honors_commendation_single_day",
        "ends_on",
        lambda: commendation(date_precision="since", ends_on=date(2020, 12, 31)),
    ),
    Rule(
        "honors_commendation_day_part_of_a_day",
        "day_part",
        lambda: commendation(date_precision="season", day_part="morning"),
    ),
    Rule("honors_commendation_once", "title", lambda: commendation(title=CommendationFactory().title)),
    Rule(
        "honors_commendation_publicity_whole",
        "publicity_ends_on",
        lambda: commendation(publicity_ends_on=date(2020, 4, 20)),
    ),
    Rule(
        "honors_commendation_publicity_in_order",
        "publicity_ends_on",
        lambda: commendation(publicity_starts_on=date(2020, 4, 20), publicity_ends_on=date(2020, 4, 19)),
    ),
    Rule(
        "honors_commendation_decided_after_publicity",
        "decided_on",
        lambda: commendation(
            publicity_starts_on=date(2020, 4, 20),
            publicity_ends_on=date(2020, 4, 26),
            decided_on=date(2020, 4, 25),
        ),
    ),
    Rule("honors_awardtitle_named_once", "name", same_title),
    Rule(
        "honors_awardtitle_count_not_below_zero",
        "announced_count",
        lambda: title(announced_count=-1),
        answered_by="honors_awardtitle_announced_count_check",
    ),
    Rule("honors_awardtitle_count_believable", "announced_count", lambda: title(announced_count=100_000)),
    Rule("honors_award_once_per_title", "name", same_award),
    Rule(
        "honors_honorreceived_published_has_time",
        "published_at",
        lambda: HonorReceivedFactory.build(state="published"),
    ),
    Rule(
        "honors_honorreceived_year_believable",
        "starts_on",
        lambda: HonorReceivedFactory.build(starts_on=date(1, 1, 1)),
    ),
    Rule(
        "honors_honorreceived_dates_in_order",
        "ends_on",
        lambda: HonorReceivedFactory.build(date_precision="range", ends_on=date(2019, 1, 1)),
    ),
    Rule(
        "honors_honorreceived_single_day",
        "ends_on",
        lambda: HonorReceivedFactory.build(date_precision="about", ends_on=date(2020, 12, 31)),
    ),
    Rule(
        "honors_honorreceived_day_part_of_a_day",
        "day_part",
        lambda: HonorReceivedFactory.build(date_precision="year", day_part="noon"),
    ),
    Rule(
        "honors_honorreceived_once_for_each",
        "title",
        lambda: HonorReceivedFactory.build(title=HonorReceivedFactory().title),
    ),
    Rule(
        "honors_honorreceived_committee_uncounted",
        "announced_count",
        lambda: HonorReceivedFactory.build(announced_count=34),
    ),
    Rule(
        "honors_honorreceived_others_counted",
        "announced_count",
        lambda: HonorReceivedFactory.build(given_to="people"),
    ),
    Rule(
        "honors_honorreceived_count_believable",
        "announced_count",
        lambda: HonorReceivedFactory.build(given_to="collectives", announced_count=0),
    ),
    Rule("honors_honorrecipient_once", "name", same_recipient),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_kept_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == (rule.answered_by or rule.name)


@pytest.mark.parametrize(
    ("year", "refusal"),
    [(1948, "年度应在 1949 年以后。"), (20190, "年度太大，请核对。")],
)
def test_commendation_refuses_an_absurd_year(year, refusal):
    with pytest.raises(ValidationError) as error:
        commendation(year=year).full_clean()

    assert error.value.message_dict == {"year": [refusal]}


@pytest.mark.parametrize(("recipients", "measure"), [("organizations", "个"), ("people", "名")])
def test_title_counts_its_recipients_with_their_measure_word(recipients, measure):
    assert AwardTitle(recipients=recipients).measure == measure


def test_award_of_a_minor_tells_only_the_surname():
    assert AwardFactory.build(title=None, name="张晓明", is_minor=True).public_name == "张同学"
    assert AwardFactory.build(title=None, name="李琪").public_name == "李琪"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"title": "全省共青团工作先进县（市、区）", "rank": "第一位", "scope": "全市唯一"},
            "2019年度全省共青团工作先进县（市、区）第一位，全市唯一",
        ),
        ({"title": "2019年度先进县"}, "2019年度先进县"),
        (
            {"title": "优秀共青团员", "given_to": "people", "announced_count": 34},
            "34名个人荣获2019年度“优秀共青团员”",
        ),
        (
            {
                "title": "2019年“五四”红旗团支部",
                "given_to": "collectives",
                "announced_count": 2,
                "noun": "团支部",
            },
            "2个团支部荣获“2019年‘五四’红旗团支部”",
        ),
    ],
)
def test_honor_received_tells_itself_in_one_sentence(values, sentence):
    assert HonorReceived(year=2019, **values).sentence == sentence

"""What others received is counted by itself, beside the committee's own; against sums in SQL."""

from datetime import date

import pytest
from django.db import connection

from reports.comparison.tables import compare
from reports.composing.compose import compose
from reports.document.periods import HalfYear, Year
from tests.factories import (
    AwardTitleFactory,
    CommendationFactory,
    HonorReceivedFactory,
    ReportFactory,
    ReportSectionFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

OTHERS = """
    SELECT given_to, sum(announced_count) FROM honors_honorreceived
    WHERE state = 'published' AND given_to <> 'committee' AND ends_on BETWEEN %s AND %s
    GROUP BY given_to ORDER BY given_to
"""
GIVEN = """
    SELECT title.recipients, sum(title.announced_count) FROM honors_awardtitle title
    JOIN honors_commendation given ON given.id = title.commendation_id
    WHERE given.state = 'published' AND given.ends_on BETWEEN %s AND %s
    GROUP BY title.recipients ORDER BY title.recipients
"""
DAY = {"starts_on": date(2020, 5, 4), "published": True}


@pytest.fixture
def area():
    return WorkAreaFactory(name="自身建设")


@pytest.fixture
def honours(area):
    """4 named young people, 34 persons and 12 collectives from above; 43 and 6 from the committee."""
    given = CommendationFactory(area=area, **DAY)
    AwardTitleFactory(commendation=given, name="优秀团员", announced_count=43)
    AwardTitleFactory(commendation=given, name="红旗团委", announced_count=6, recipients="organizations")
    HonorReceivedFactory(title="先进区", **DAY)
    for title, given_to, count in (
        ("好青年", "people", 4),
        ("好团员", "people", 34),
        ("好支部", "collectives", 12),
    ):
        HonorReceivedFactory(title=title, given_to=given_to, announced_count=count, **DAY)
    HonorReceivedFactory(title="草稿", given_to="people", announced_count=900)
    HonorReceivedFactory(
        title="下半年", given_to="people", announced_count=70, starts_on=date(2020, 9, 1), published=True
    )


def summed(statement, first=date(2020, 1, 1), last=date(2020, 6, 30)):
    with connection.cursor() as cursor:
        cursor.execute(statement, [first, last])
        return [(kind, int(number)) for kind, number in cursor.fetchall()]


def test_they_are_totals_of_their_own_and_never_enter_what_the_committee_gave(honours, area):
    report = ReportFactory()
    ReportSectionFactory(report=report, kind="records", area=area, has_lead=True)

    document = compose(report)

    others = [(one.label, int(one.value)) for one in document.totals]
    assert others == [("获上级表彰的集体", 12), ("获上级表彰的个人", 38)]
    assert summed(OTHERS) == [("collectives", 12), ("people", 38)]
    section = next(one for one in document.sections if one.heading)
    assert section.lead.text == "共表彰1项，授予个人43名、集体6个。"
    assert summed(GIVEN) == [("organizations", 6), ("people", 43)]
    types = {source.type for item in section.items for one in item.figures for source in one.sources}
    assert types == {"commendation"}
    assert [source.label for source in document.opening_sources] == ["先进区"]


def test_a_year_has_them_in_the_half_in_which_they_came(honours):
    document = compose(ReportFactory(period=Year(2020)))

    assert [(half.name, [(one.label, one.text) for one in half.totals]) for half in document.halves] == [
        ("2020年上半年", [("获上级表彰的集体", "12个"), ("获上级表彰的个人", "38名")]),
        ("2020年下半年", [("获上级表彰的个人", "70名")]),
    ]


def test_two_periods_are_compared_by_them(honours):
    first, second = (ReportFactory(period=HalfYear(2020, number)) for number in (1, 2))

    groups = {group.key: group.rows for group in compare(first, second)}

    rows = [(row.label, *(cell.text for cell in row.cells), row.difference) for row in groups["others"]]
    assert rows == [
        ("获上级表彰的集体", "12个", "无记录", ""),
        ("获上级表彰的个人", "38名", "70名", "增加32名"),
    ]
    assert [[cell.text for cell in row.cells] for row in groups["honors"]] == [["1项", "无记录"]]
    assert [(row.label, row.cells[0].text) for row in groups["persons"]] == [("优秀团员", "43名")]

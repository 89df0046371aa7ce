"""What rounds of the census came to, once they are closed, as totals of stocks: in reports and over time."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from activities.models import Indicator
from branches.models import CensusRound
from reports.admin.traces import desk_address
from reports.checks import stocks
from reports.composing import state
from reports.composing.compose import compose, document_of
from reports.composing.state import state_of
from reports.document.periods import HalfYear, Year
from reports.issuing.actions import issue, send_for_review
from reports.issuing.standing import standing_of
from reports.over_time.numbers import OverTime
from tests.factories import (
    ActivityFactory,
    CensusAnswerFactory,
    CensusQuestionFactory,
    CensusReturnFactory,
    CensusRoundFactory,
    FigureFactory,
    IndicatorFactory,
    ReportFactory,
    StaffFactory,
)
from tests.reading import texts
from tests.reports.checks.drafts import composed_reading

pytestmark = pytest.mark.django_db

WHOLE = "350名（截至6月30日）"


@pytest.fixture
def members():
    return IndicatorFactory(name="团员数", slug="members", unit="名", words="团员", is_stock=True)


@pytest.fixture
def report():
    """As of the last day of the first half of 2020."""
    return ReportFactory(as_of=date(2020, 6, 30))


@pytest.fixture
def asked(members):
    """Three asked, of whom two answered 200 and 150; what the third typed and did not send is no answer."""
    asked = CensusRoundFactory(name="上半年普查")
    question = CensusQuestionFactory(round=asked, name="团员", unit="名", indicator=members)
    for number in (200, 150):
        sent = CensusReturnFactory(round=asked, submitted=True)
        CensusAnswerFactory(census_return=sent, question=question, value=number)
    CensusAnswerFactory(census_return=CensusReturnFactory(round=asked), question=question, value=999)
    return asked


def close(asked):
    CensusRound.objects.filter(pk=asked.pk).update(closes_on=localdate() - timedelta(days=1))


def all_answered(asked):
    asked.returns.filter(state="waiting").delete()


def total_of(document):
    return next((one for one in document.totals if one.label == "团员数"), None)


def test_an_open_round_tells_nothing_yet(report, asked):
    assert total_of(compose(report)) is None


def test_a_closed_round_is_the_total_of_its_day_with_the_round_as_its_source(report, asked):
    all_answered(asked)
    close(asked)

    total = total_of(compose(report))

    assert (total.value, total.text, total.as_of) == (350, WHOLE, "6月30日")
    [source] = total.sources
    assert (source.type, source.label, source.url, source.text) == ("censusround", "上半年普查", "", WHOLE)
    assert desk_address(source) == reverse("admin:branches_censusround_change", args=[asked.pk])


def test_a_round_that_not_all_answered_says_how_many_did(report, asked):
    close(asked)
    report.opening = "全区有团员{团员数}。"
    report.save()

    document = compose(report)

    assert total_of(document).text == "350名（截至6月30日，3家中2家填报）"
    assert document.opening.text == "全区有团员350名（截至6月30日，3家中2家填报）。"


def test_the_newest_day_counts_be_it_of_a_round_or_of_an_activity(report, asked):
    all_answered(asked)
    close(asked)
    told = ActivityFactory(published=True, starts_on=date(2020, 6, 30))
    FigureFactory(activity=told, name="团员", wording="截至5月底，团员340名")

    assert total_of(compose(report)).text == WHOLE
    FigureFactory(activity=told, name="团员总数", wording="截至6月30日，团员351名")
    assert total_of(compose(report)).text == "351名（截至6月30日）"
    [finding] = stocks.findings(composed_reading(report))
    assert "“上半年普查”写的是350名" in finding.message


@pytest.mark.parametrize(
    "values", [{"as_of": date(2020, 6, 29)}, {"kind": "topic", "slug": "t", "as_of": date(2020, 6, 30)}]
)
def test_no_report_tells_of_a_later_day_and_no_topic_of_a_census(asked, values):
    close(asked)

    assert total_of(compose(ReportFactory(**values))) is None


def test_each_half_of_a_year_has_its_own_round(asked):
    all_answered(asked)
    close(asked)
    year = compose(ReportFactory(kind="year", period=Year(2020), as_of=date(2020, 12, 31)))

    assert total_of(year).text == WHOLE
    assert [[one.text for one in half.totals] for half in year.halves] == [[WHOLE], []]


def test_what_was_issued_stays_and_the_page_says_what_changed(report, asked):
    all_answered(asked)
    close(asked)
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    report.signature = "共青团西湖区委"
    report.save()
    send_for_review(report=report, by=StaffFactory(), at=timezone.now())
    version = issue(report=report, by=StaffFactory(), at=timezone.now())
    before = document_of(report)
    assert standing_of(before, version.issued_at).drifts == []

    asked.returns.first().delete()
    changed = [drift.what for drift in standing_of(before, version.issued_at).drifts]
    CensusRound.objects.all().delete()
    gone = [drift.what for drift in standing_of(before, version.issued_at).drifts]

    assert document_of(report) == before
    assert (changed, gone) == ([f"“{WHOLE}”有修改"], ["已删除"])


def test_numbers_over_time_tell_the_same_and_lead_to_the_round(client, asked):
    close(asked)
    told = "350名（截至6月30日，3家中2家填报）"
    known = list(Indicator.objects.all())
    numbers = OverTime(localdate(), known, indicators=known)
    half = HalfYear(2020, 1)

    assert half in numbers.halves()
    assert numbers.stock("团员数", half).text == told
    assert told in client.get(reverse("figures")).content.decode()
    page = client.get(reverse("figure-records", args=["2020-h1", "members"]))
    assert "上半年普查" in page.content.decode()
    assert any(told in words for words in texts(page, "//main"))


def test_the_state_of_a_draft_changes_with_every_row_of_a_closed_round_and_of_no_open_one(report, asked):
    tables = [f"branches_census{name}" for name in ("round", "question", "return", "answer")]

    def changing():
        found = []
        for table in tables:
            before = state_of(report)
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL desk.restoring = 'on'")
                cursor.execute(f"UPDATE {table} SET id = id")
            if state_of(report) != before:
                found.append(table)
        return found

    assert all(table in state._statement() for table in tables)
    assert changing() == []
    before = state_of(report)
    close(asked)
    assert state_of(report) != before
    assert changing() == tables

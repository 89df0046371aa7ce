from datetime import date

import pytest

from reports.composing.compose import compose, document_of
from reports.document.snapshot import to_json
from reports.headline import Glance, as_issued, public_reports
from reports.models import Report, ReportSection
from reports.public import readable_reports
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    PlacementFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportVersionFactory,
    ServiceRecordFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    """A report with figures that add up, repeat each other, are left out, or fall outside."""
    report = ReportFactory(as_of=date(2020, 5, 29), is_public=True)
    first = FigureFactory(activity__published=True, wording="300余名", counts="volunteers")
    FigureFactory(activity=first.activity, wording="300名", counts="volunteers", repeats=first)
    FigureFactory(activity__published=True, wording="342人次")
    FigureFactory(activity=ActivityFactory(), wording="7名", counts="volunteers")
    FigureFactory(activity=ActivityFactory(published=True, starts_on=date(2020, 6, 1)), wording="8人次")
    left_out = FigureFactory(activity__published=True, wording="9000元")
    PlacementFactory(report=report, activity=left_out.activity, is_left_out=True)
    ServiceRecordFactory(activity=first.activity, hours=3)
    return report


def told(document):
    return tuple((figure.label, figure.text) for figure in document.totals)


def test_totals_of_a_draft_are_those_of_its_document(report):
    totals = next(readable_reports()).glance.totals

    assert [text for _, text in totals] == ["2项", "342人次", "300余名", "3小时"]
    assert totals == told(document_of(report))


def test_totals_of_an_issued_report_are_frozen(report):
    report.state = "issued"
    report.save()
    frozen = compose(report)
    ReportVersionFactory(report=report, snapshot=to_json(frozen))
    FigureFactory(activity__published=True, wording="5名", counts="volunteers")

    assert next(readable_reports()).glance.totals == told(document_of(report)) == told(frozen)


@pytest.mark.parametrize("snapshot", [{"format": 99}, {"format": 99, "title": "以后的格式"}])
def test_a_snapshot_of_an_unknown_format_has_no_totals_and_the_home_page_stands(client, report, snapshot):
    ReportVersionFactory(report=report, format=99, snapshot=snapshot)

    assert next(readable_reports()).glance == Glance()
    assert client.get("/").status_code == 200


def test_days_of_an_issued_report_are_those_issued_while_a_correction_is_under_way(client, report):
    ReportVersionFactory(report=report, snapshot=to_json(compose(report)))
    issued = (report.starts_on, report.ends_on, report.as_of, report.signed_on)
    Report.objects.update(
        kind="quarter", as_of=date(2020, 3, 1), ends_on=date(2020, 3, 31), signed_on=date(2020, 4, 1)
    )

    told = as_issued(*public_reports())

    assert (told.starts_on, told.ends_on, told.as_of, told.signed_on) == issued
    assert "2020年6月30日" in client.get("/reports/").content.decode()


def test_hours_given_to_an_activity_that_is_left_out_do_not_count(report):
    out = report.placements.get().activity
    ServiceRecordFactory(activity=out, hours=8)
    ServiceRecordFactory(activity=None, hours=1)

    totals = next(readable_reports()).glance.totals

    assert [text for _, text in totals] == ["2项", "342人次", "300余名", "4小时"]
    assert totals == told(document_of(report))


def test_a_list_counts_the_records_of_a_paragraph_and_not_the_paragraph():
    report = ReportFactory()
    area, other = WorkAreaFactory(name="引领", position=1), WorkAreaFactory(name="服务", position=2)
    for title in ("植树", "巡河", "读书会"):
        ActivityFactory(title=title, area=area, published=True)
    ActivityFactory(area=other, published=True)
    ReportSectionFactory(report=report, area=area, heading="引领")
    own = ReportSectionFactory(report=report, kind="written", area=None, heading="问题")
    ReportSection.objects.update(item_form="paragraph")
    for title in ("人手不足", "经费不足"):
        WrittenItemFactory(section=own, title=title)
    ReportVersionFactory(report=report, snapshot=to_json(compose(report)))

    [told] = public_reports()

    assert dict(told.headline.glance.sections) == {"引领": 3, "服务": 1, "问题": None}

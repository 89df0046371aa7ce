from datetime import date
from decimal import Decimal

import pytest
from django.db.models import ProtectedError

from reports.document.formalities import Formalities
from reports.document.periods import HalfYear
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    BindingFactory,
    CommendationFactory,
    CommitmentFactory,
    EvidenceFactory,
    FigureFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportStepFactory,
    ReportTypeFactory,
    ReportVersionFactory,
    StaffFactory,
    TeamFactory,
    WaiverFactory,
    WrittenItemFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db

AUTUMN = HalfYear(2020, 2)


def same_address():
    return ReportFactory.build(period=AUTUMN, slug=ReportFactory().slug)


def overlapping():
    ReportFactory(starts_on=date(2020, 3, 2), ends_on=date(2020, 6, 30))
    return ReportFactory.build(slug="half-way", starts_on=date(2020, 6, 30), ends_on=date(2020, 12, 30))


def half_a_half():
    return ReportFactory.build(kind="half_year", ends_on=date(2020, 6, 29))


def formal(**values):
    return ReportFactory.build(**values)


def printed_too_early():
    day = date(2020, 7, 1)
    return formal(signed_on=day, printed_by="团区委办公室", printed_on=date(2020, 6, 30))


def section(report=None, area=None, **values):
    return ReportSectionFactory.build(report=report or ReportFactory(), area=area, **values)


def second_plan():
    plan = ReportSectionFactory(kind="plan", area=None)
    return section(report=plan.report, kind="plan")


def same_area():
    existing = ReportSectionFactory()
    return section(report=existing.report, area=existing.area)


def placement(report=None, activity=None, **values):
    return PlacementFactory.build(report=report or ReportFactory(), activity=activity, **values)


def same_activity():
    existing = PlacementFactory()
    return placement(report=existing.report, activity=existing.activity)


def same_commendation():
    existing = PlacementFactory(activity=None, commendation=CommendationFactory())
    return placement(report=existing.report, commendation=existing.commendation)


def into_itself():
    existing = PlacementFactory()
    existing.merged_into = existing
    return existing


def commitment(**values):
    return CommitmentFactory.build(plan_item=PlanItemFactory(), **values)


def evidence(**values):
    return EvidenceFactory.build(commitment=CommitmentFactory(), **values)


def same_evidence():
    existing = EvidenceFactory()
    return EvidenceFactory.build(commitment=existing.commitment, activity=existing.activity)


def version(**values):
    return ReportVersionFactory.build(report=ReportFactory(), issued_by=StaffFactory(), **values)


def waiver(**values):
    return WaiverFactory.build(report=ReportFactory(), by=StaffFactory(), **values)


def waived_twice():
    existing = WaiverFactory()
    return WaiverFactory.build(report=existing.report, by=existing.by)


def binding(**values):
    return BindingFactory.build(report=ReportFactory(), **values)


def bound_in_two_texts():
    words = WrittenItemFactory()
    report = words.section.report
    return BindingFactory.build(report=report, placement=PlacementFactory(report=report), written=words)


def bound_twice():
    return BindingFactory.build(report=BindingFactory().report)


def same_number():
    existing = ReportVersionFactory()
    return ReportVersionFactory.build(report=existing.report, issued_by=existing.issued_by)


RULES = [
    Rule(
        "reports_reporttype_named_once",
        "name",
        lambda: ReportTypeFactory.build(name=ReportTypeFactory().name),
    ),
    Rule(
        "reports_reporttype_length_usable",
        "most_characters",
        lambda: ReportTypeFactory.build(most_characters=199),
    ),
    Rule("reports_report_address_once", "slug", same_address),
    Rule("reports_report_address_free", "slug", lambda: ReportFactory.build(slug="compare")),
    Rule(
        "reports_report_as_of_in_period",
        "as_of",
        lambda: ReportFactory.build(as_of=date(2020, 7, 1)),
    ),
    Rule(
        "reports_report_signed_after_as_of",
        "signed_on",
        lambda: ReportFactory.build(signed_on=date(2020, 5, 29)),
    ),
    Rule("reports_report_periods_apart", "starts_on", overlapping),
    Rule("reports_report_days_of_its_kind", "ends_on", half_a_half),
    Rule("reports_report_copy_number_of_six_digits", "copy_number", lambda: formal(copy_number="12")),
    Rule("reports_report_secret_has_copy_number", "copy_number", lambda: formal(secrecy="secret")),
    Rule("reports_report_term_has_secrecy", "secrecy", lambda: formal(secrecy_term="5年")),
    Rule(
        "reports_report_secret_not_public",
        "is_public",
        lambda: formal(secrecy="secret", copy_number="000001", is_public=True),
    ),
    Rule("reports_report_signers_under_red_head", "red_head", lambda: formal(signers="张三")),
    Rule("reports_report_printed_by_on_a_day", "printed_by", lambda: formal(printed_on=date(2020, 7, 1))),
    Rule("reports_report_copies_have_printer", "printed_by", lambda: formal(copied_to="区委办公室")),
    Rule("reports_report_printed_after_signed", "printed_on", printed_too_early),
    Rule("reports_reportsection_records_have_area", "area", section),
    Rule("reports_reportsection_area_once", "area", same_area),
    Rule("reports_reportsection_plan_once", "kind", second_plan),
    Rule("reports_placement_of_one_record", "activity", placement),
    Rule("reports_placement_activity_once", "activity", same_activity),
    Rule("reports_placement_commendation_once", "commendation", same_commendation),
    Rule("reports_placement_not_into_itself", "merged_into", into_itself),
    Rule("reports_commitment_target_whole", "target_unit", lambda: commitment(target_value=Decimal(40))),
    Rule(
        "reports_commitment_target_above_zero",
        "target_value",
        lambda: commitment(target_value=Decimal(0), target_unit="个"),
    ),
    Rule("reports_commitment_said_with_reason", "said_reason", lambda: commitment(said_status="done")),
    Rule(
        "reports_commitment_said_on_a_day",
        "said_on",
        lambda: commitment(said_status="done", said_reason="已办", said_on=None),
    ),
    Rule("reports_evidence_of_one_record", "activity", lambda: evidence(activity=None)),
    Rule("reports_evidence_once", "activity", same_evidence),
    Rule(
        "reports_evidence_amount_above_zero",
        "amount",
        lambda: evidence(activity=ActivityFactory(), amount=Decimal(0)),
    ),
    Rule(
        "reports_evidence_figure_of_activity",
        "figure",
        lambda: evidence(activity=None, team=TeamFactory(), figure=FigureFactory()),
    ),
    Rule(
        "reports_evidence_figure_or_amount",
        "amount",
        lambda: evidence(activity=ActivityFactory(), amount=Decimal(1), figure=FigureFactory()),
    ),
]
# A period that ends before it starts cannot hold its as-of date either.
PERIOD_IN_ORDER = Rule(
    "reports_report_period_in_order",
    "ends_on",
    lambda: ReportFactory.build(ends_on=date(2019, 12, 31)),
    answered_by="reports_report_as_of_in_period",
)
# Kept by the database alone: one action writes these rows.
RULES_OF_ISSUING = [
    Rule("reports_reportversion_number_once", "", same_number),
    Rule("reports_reportversion_correction_has_reason", "", lambda: version(number=2)),
    Rule("reports_reportversion_has_hash", "", lambda: version(sha256="0")),
    Rule(
        "reports_reportstep_has_reason",
        "",
        lambda: ReportStepFactory.build(report=ReportFactory(), by=StaffFactory(), action="returned"),
    ),
    Rule("reports_waiver_has_reason", "", lambda: waiver(reason="")),
    Rule("reports_waiver_has_fingerprint", "", lambda: waiver(fingerprint="")),
    Rule("reports_waiver_taken_back_whole", "", lambda: waiver(taken_back_at=PUBLISHED_AT)),
    Rule("reports_waiver_once", "", waived_twice),
    Rule("reports_binding_in_one_text", "", bound_in_two_texts),
    Rule("reports_binding_to_one_count", "", lambda: binding(total="")),
    Rule("reports_binding_once", "", bound_twice),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


def test_period_that_ends_before_it_starts_is_refused_beside_its_end():
    report = PERIOD_IN_ORDER.broken()

    assert sentences_for(report) == {
        "ends_on": ["时段的结束日期不能早于开始日期。"],
        "as_of": ["统计截止日应在总结时段之内。"],
    }


@pytest.mark.parametrize("rule", [*RULES, PERIOD_IN_ORDER, *RULES_OF_ISSUING], ids=str)
def test_rule_is_kept_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == (rule.answered_by or rule.name)


def test_reports_of_neighbouring_half_years_stand_side_by_side():
    ReportFactory()

    ReportFactory.build(period=AUTUMN).full_clean()


def test_report_that_was_issued_cannot_be_deleted():
    report = ReportVersionFactory().report

    with pytest.raises(ProtectedError):
        report.delete()


@pytest.mark.parametrize(
    ("state", "is_open"), [("draft", True), ("returned", True), ("in_review", False), ("issued", False)]
)
def test_report_is_open_until_it_is_sent(state, is_open):
    assert ReportFactory.build(state=state).is_open is is_open


def test_formalities_are_told_as_they_are_printed():
    report = ReportFactory.build(
        copy_number="000001",
        secrecy="secret",
        secrecy_term="5年",
        urgency="most_urgent",
        signers="张三、李四 王五",
        addressees="团市委：",
        copied_to="区委办公室。",
        printed_by="团区委办公室",
        printed_on=date(2020, 7, 1),
        annex="totals",
    )

    assert report.formalities == Formalities(
        copy_number="000001",
        secrecy="机密",
        secrecy_term="5年",
        urgency="特急",
        signers=("张三", "李四", "王五"),
        addressees="团市委",
        copied_to="区委办公室",
        printed_by="团区委办公室",
        printed_on=date(2020, 7, 1),
        annex="totals",
    )

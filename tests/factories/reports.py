from datetime import date

import factory
from factory.django import DjangoModelFactory

from reports.document.periods import OTHER, PERIODS, HalfYear, period_of
from reports.document.snapshot import sha256_of
from reports.models import (
    Binding,
    Commitment,
    Evidence,
    Placement,
    PlanItem,
    Report,
    ReportSection,
    ReportStep,
    ReportType,
    ReportVersion,
    Waiver,
    WrittenItem,
)
from tests.factories.activities import ActivityFactory, WorkAreaFactory
from tests.factories.base import PUBLISHED_AT, StaffFactory


def kind_of(start, end) -> str:
    """The kind of report that these days make."""
    return next((kind for kind in PERIODS if period_of(kind, start, end)), OTHER)


class ReportTypeFactory(DjangoModelFactory):
    class Meta:
        model = ReportType

    name = factory.Sequence(lambda n: f"总结类型{n}")


class ReportFactory(DjangoModelFactory):
    """The report of ``period``; no two reports may share one."""

    class Meta:
        model = Report

    class Params:
        period = HalfYear(2020, 1)

    title = factory.LazyAttribute(lambda report: f"{report.period}工作总结")
    slug = factory.SelfAttribute("period.slug")
    starts_on = factory.SelfAttribute("period.first_day")
    ends_on = factory.SelfAttribute("period.last_day")
    as_of = factory.SelfAttribute("ends_on")
    kind = factory.LazyAttribute(lambda report: kind_of(report.starts_on, report.ends_on))


class ReportVersionFactory(DjangoModelFactory):
    """A version whose snapshot is only a format number, for what reads no further."""

    class Meta:
        model = ReportVersion

    report = factory.SubFactory(ReportFactory)
    number = 1
    format = 1
    snapshot = factory.LazyAttribute(lambda version: {"format": version.format})
    sha256 = factory.LazyAttribute(lambda version: sha256_of(version.snapshot))
    issued_at = PUBLISHED_AT
    issued_by = factory.SubFactory(StaffFactory)


class ReportStepFactory(DjangoModelFactory):
    class Meta:
        model = ReportStep

    report = factory.SubFactory(ReportFactory)
    action = ReportStep.Action.SENT
    by = factory.SubFactory(StaffFactory)
    at = PUBLISHED_AT


class WaiverFactory(DjangoModelFactory):
    class Meta:
        model = Waiver

    report = factory.SubFactory(ReportFactory)
    code = "left_to_fill"
    place = "开头语"
    message = "“张××”还有空没有填，请补上或删去。"
    fingerprint = "0" * 64
    reason = "按要求隐去姓名"
    by = factory.SubFactory(StaffFactory)
    at = PUBLISHED_AT


class BindingFactory(DjangoModelFactory):
    """A number of the opening that is bound to a total."""

    class Meta:
        model = Binding

    report = factory.SubFactory(ReportFactory)
    clause = "共有300余名青年参加"
    number = "300余名"
    total = "参加人员"


class ReportSectionFactory(DjangoModelFactory):
    class Meta:
        model = ReportSection

    report = factory.SubFactory(ReportFactory)
    area = factory.SubFactory(WorkAreaFactory)
    heading = factory.Sequence(lambda n: f"部分{n}")


class PlacementFactory(DjangoModelFactory):
    class Meta:
        model = Placement

    report = factory.SubFactory(ReportFactory)
    activity = factory.SubFactory(ActivityFactory)


class WrittenItemFactory(DjangoModelFactory):
    class Meta:
        model = WrittenItem

    section = factory.SubFactory(ReportSectionFactory, kind=ReportSection.Kind.WRITTEN, area=None)
    title = factory.Sequence(lambda n: f"条目{n}")


class PlanItemFactory(DjangoModelFactory):
    class Meta:
        model = PlanItem

    report = factory.SubFactory(ReportFactory)
    heading = factory.Sequence(lambda n: f"计划{n}")


class CommitmentFactory(DjangoModelFactory):
    class Meta:
        model = Commitment

    plan_item = factory.SubFactory(PlanItemFactory)
    text = factory.Sequence(lambda n: f"任务{n}")
    said_status = ""
    said_on = factory.LazyAttribute(lambda one: date(2020, 9, 30) if one.said_status else None)


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = Evidence

    commitment = factory.SubFactory(CommitmentFactory)
    activity = factory.SubFactory(ActivityFactory)

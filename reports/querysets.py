from datetime import timedelta

from django.db import models
from django.db.models import (
    Case,
    Count,
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Sum,
    When,
)
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

import counting
from reports.document.periods import TOPIC
from toolkit.publishing import is_published


class ReportQuerySet(models.QuerySet):
    def public(self):
        """Reports that the public may read: those issued once, and drafts made public; none with a 密级."""
        return self.without_secrecy().filter(Exists(self._issued()) | Q(is_public=True))

    def without_secrecy(self):
        """Those that bear no 密级 now, nor in the version issued last."""
        newest = self._issued().order_by("-number").values("is_secret")[:1]
        was_secret = Coalesce(Subquery(newest), False, output_field=models.BooleanField())
        return self.filter(Exact(was_secret, False), secrecy="")

    def _issued(self):
        return self.model.versions.rel.related_model.objects.filter(report=OuterRef("pk"))

    def overlapping(self, kind, start, end):
        """Reports of a kind whose period shares a day with the days from ``start`` to ``end``."""
        return self.filter(kind=kind, starts_on__lte=end, ends_on__gte=start)

    def before(self, report):
        """Reports of the same kind on earlier periods, the nearest first; a topic has none before it.

        Before one without a 密级 none with one: what it tells of their plans would be public.
        """
        may_be_told = self if report.secrecy else self.without_secrecy()
        earlier = may_be_told.filter(kind=report.kind, ends_on__lt=report.starts_on)
        return earlier.exclude(kind=TOPIC).order_by("-ends_on")


class ReportVersionQuerySet(models.QuerySet):
    def public(self):
        return self.with_secrecy().filter(is_withheld=False)

    def with_secrecy(self):
        """Each with ``is_withheld``: it bears a 密级, or its report does by now or in its newest version."""
        newest = self.model.objects.filter(report=OuterRef("report")).order_by("-number")
        is_withheld = Exact(Subquery(newest.values("is_secret")[:1]), True)
        is_withheld |= Q(is_secret=True) | ~Q(report__secrecy="")
        return self.annotate(is_withheld=ExpressionWrapper(is_withheld, models.BooleanField()))


def is_told(start, end, relation: str = "") -> Q:
    """The condition that evidence, or that behind ``relation``, is of a published record of these days.

    ``start`` may be an expression. A team has no end, so it counts from its founding on.
    """
    at = f"{relation}__" if relation else ""
    held = [
        is_published(f"{at}{kind}")
        & Q(**{f"{at}{kind}__starts_on__lte": end, f"{at}{kind}__ends_on__gte": start})
        for kind in ("activity", "commendation")
    ]
    founded = Q(**{f"{at}team__founded_on": None}) | Q(**{f"{at}team__founded_on__lte": end})
    return held[0] | held[1] | (is_published(f"{at}team") & founded)


def since_its_plan(commitment: str = "") -> ExpressionWrapper:
    """The day after the period of the report whose plan made a commitment."""
    at = f"{commitment}__" if commitment else ""
    return ExpressionWrapper(F(f"{at}plan_item__report__ends_on") + timedelta(days=1), models.DateField())


SETTLED = ("done", "adjusted")  # what staff say of a commitment that asks for nothing more
# By its records, where staff say nothing. Said in full: against NULL a comparison is neither true nor false.
REACHED = Q(target_value__isnull=False, actual__isnull=False, said_status="", actual__gte=F("target_value"))
REACHED &= Q(measured_as__isnull=True) | ~Q(measured_as=counting.BELOW)  # 不足60% is none of 60%


class CommitmentQuerySet(models.QuerySet):
    def with_progress(self, day):
        """Each with ``actual`` and ``evidence_count``, from published records since its plan up to ``day``.

        ``actual`` is the sum of their amounts, in the target's unit; None where none states an amount. Of a
        rate it is the newest on record, ``measured_as`` precisely as that is.
        """
        told = is_told(since_its_plan(), day, "evidence")
        newest = self._rates(day).order_by("-activity__ends_on", "-pk")
        value, precision = (Subquery(newest.values(f"figure__{name}")[:1]) for name in ("value", "precision"))
        is_for_a_rate = Q(target_unit__in=self.model.RATE_UNITS)
        added = Sum("evidence__amount", filter=told)
        return self.annotate(
            actual=Case(When(is_for_a_rate, then=value), default=added, output_field=DecimalField()),
            measured_as=Case(When(is_for_a_rate, then=precision)),
            evidence_count=Count("evidence", filter=told),
        )

    def _rates(self, day):
        """The evidence for each commitment that names a rate."""
        evidence = self.model.evidence.rel.related_model.objects.told_until(day)
        return evidence.filter(commitment=OuterRef("pk"), figure__isnull=False)

    def unsettled(self, day):
        """Those that were neither done nor given up before ``day``."""
        eve = day - timedelta(days=1)
        settled = Q(said_status__in=SETTLED, said_on__lte=eve)
        return self.with_progress(eve).exclude(settled | REACHED)

    def overdue(self, day):
        """Those due before ``day`` and not done: by what staff said, else by their target."""
        settled = Q(said_status__in=SETTLED)
        return self.with_progress(day).filter(due_on__lt=day).exclude(settled | REACHED)

    def without_evidence(self):
        """Those that no record is linked to, published or not."""
        return self.filter(evidence__isnull=True)


class EvidenceQuerySet(models.QuerySet):
    def told_until(self, day):
        """Evidence by published records of the days since the plan that it belongs to."""
        return self.filter(is_told(since_its_plan("commitment"), day))

    def with_records(self):
        """With what a report names of their records."""
        rate = ("value", "high", "unit", "precision", "noun", "kind", "as_of", "wording")
        named = (
            "activity__ends_on",
            *(f"figure__{name}" for name in rate),
            "activity__title",
            "team__name",
            "commendation__title",
            "commendation__year",
        )
        return self.select_related("activity", "team", "commendation", "figure").only(
            "commitment", "amount", *named
        )

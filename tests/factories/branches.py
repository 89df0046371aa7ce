from datetime import date, timedelta
from decimal import Decimal

import factory
from django.utils.timezone import localdate
from factory.django import DjangoModelFactory, ImageField

from branches.models import (
    BranchReport,
    CensusAnswer,
    CensusQuestion,
    CensusReturn,
    CensusRound,
    ReportedPhoto,
)
from tests.factories.base import PUBLISHED_AT, StaffFactory
from tests.factories.organizations import OrganizationFactory


class BranchReportFactory(DjangoModelFactory):
    """A draft of 2020-03-05 unless told otherwise; ``reported=True`` waits for the district."""

    class Meta:
        model = BranchReport

    class Params:
        reported = factory.Trait(state="reported", reported_at=PUBLISHED_AT)
        decided = factory.Trait(
            reported_at=PUBLISHED_AT,
            decided_at=PUBLISHED_AT,
            decided_by=factory.SubFactory(StaffFactory),
        )

    organization = factory.SubFactory(OrganizationFactory)
    title = factory.Sequence(lambda n: f"来报{n}")
    summary = "组织志愿者走进社区。"
    starts_on = date(2020, 3, 5)
    ends_on = factory.SelfAttribute("starts_on")


class ReportedPhotoFactory(DjangoModelFactory):
    class Meta:
        model = ReportedPhoto

    report = factory.SubFactory(BranchReportFactory)
    image = ImageField(width=64, height=48, filename="photo.jpg")


class CensusRoundFactory(DjangoModelFactory):
    """About the first half of 2020, open today."""

    class Meta:
        model = CensusRound

    name = factory.Sequence(lambda n: f"普查{n}")
    starts_on = date(2020, 1, 1)
    ends_on = date(2020, 6, 30)
    opens_on = factory.LazyFunction(lambda: localdate() - timedelta(days=3))
    closes_on = factory.LazyFunction(lambda: localdate() + timedelta(days=3))


class CensusQuestionFactory(DjangoModelFactory):
    class Meta:
        model = CensusQuestion

    round = factory.SubFactory(CensusRoundFactory)
    name = factory.Sequence(lambda n: f"问题{n}")
    unit = "名"


class CensusReturnFactory(DjangoModelFactory):
    class Meta:
        model = CensusReturn

    class Params:
        submitted = factory.Trait(
            state="submitted", submitted_at=PUBLISHED_AT, submitted_by=factory.SubFactory(StaffFactory)
        )

    round = factory.SubFactory(CensusRoundFactory)
    organization = factory.SubFactory(OrganizationFactory)


class CensusAnswerFactory(DjangoModelFactory):
    """To a question of its round."""

    class Meta:
        model = CensusAnswer

    census_return = factory.SubFactory(CensusReturnFactory)
    question = factory.SubFactory(CensusQuestionFactory, round=factory.SelfAttribute("..census_return.round"))
    value = Decimal(120)

from datetime import date

import factory
from factory.django import DjangoModelFactory, ImageField

import counting
from activities.models import (
    Activity,
    Campaign,
    Figure,
    Indicator,
    Participant,
    Partnership,
    Photo,
    Tag,
    WorkArea,
)
from tests.factories.base import PUBLISHED_AT, PublishableFactory
from tests.factories.organizations import PartnerFactory


class WorkAreaFactory(DjangoModelFactory):
    class Meta:
        model = WorkArea

    name = factory.Sequence(lambda n: f"工作板块{n}")
    slug = factory.Sequence(lambda n: f"area-{n}")


class CampaignFactory(PublishableFactory):
    """Public unless told otherwise."""

    class Meta:
        model = Campaign

    state = "published"
    published_at = PUBLISHED_AT

    name = factory.Sequence(lambda n: f"品牌活动{n}")
    slug = factory.Sequence(lambda n: f"campaign-{n}")


class TagFactory(DjangoModelFactory):
    class Meta:
        model = Tag

    name = factory.Sequence(lambda n: f"标签{n}")


class ActivityFactory(PublishableFactory):
    """On one day, 2020-03-05, unless told otherwise; ``ends_on`` follows ``starts_on``."""

    class Meta:
        model = Activity

    title = factory.Sequence(lambda n: f"活动{n}")
    area = factory.SubFactory(WorkAreaFactory)
    starts_on = date(2020, 3, 5)
    ends_on = factory.SelfAttribute("starts_on")


class PartnershipFactory(DjangoModelFactory):
    class Meta:
        model = Partnership

    activity = factory.SubFactory(ActivityFactory)
    partner = factory.SubFactory(PartnerFactory)
    part = Partnership.Part.DONOR


class ParticipantFactory(DjangoModelFactory):
    class Meta:
        model = Participant

    activity = factory.SubFactory(ActivityFactory)
    name = factory.Sequence(lambda n: f"参与人{n}")


class IndicatorFactory(DjangoModelFactory):
    """One more total beside those that every site begins with; of 户 unless told otherwise."""

    class Meta:
        model = Indicator

    name = factory.Sequence(lambda n: f"指标{n}")
    slug = factory.Sequence(lambda n: f"indicator-{n}")
    unit = "户"
    position = 100


class FigureFactory(DjangoModelFactory):
    """Give it a ``wording``; value, unit, kind and precision follow from it."""

    class Meta:
        model = Figure

    class Params:
        count = factory.LazyAttribute(lambda figure: counting.read(figure.wording))

    activity = factory.SubFactory(ActivityFactory)
    name = factory.Sequence(lambda n: f"数据{n}")
    wording = "300余名"
    value = factory.SelfAttribute("count.value")
    unit = factory.SelfAttribute("count.unit")
    precision = factory.SelfAttribute("count.precision")
    high = factory.SelfAttribute("count.high")
    noun = factory.SelfAttribute("count.noun")
    as_of = factory.SelfAttribute("count.as_of")
    kind = factory.LazyAttribute(
        lambda figure: (
            figure.count.kind if figure.unit == figure.count.unit else counting.kind_of(figure.unit)
        )
    )


class PhotoFactory(DjangoModelFactory):
    class Meta:
        model = Photo

    activity = factory.SubFactory(ActivityFactory)
    image = ImageField(width=64, height=48, filename="photo.jpg")
    alt = factory.Sequence(lambda n: f"照片{n}")

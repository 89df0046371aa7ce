from datetime import date

import factory
from factory.django import DjangoModelFactory

from honors.models import Award, AwardTitle, Commendation, HonorReceived, HonorRecipient
from tests.factories.activities import WorkAreaFactory
from tests.factories.base import PublishableFactory


class CommendationFactory(PublishableFactory):
    class Meta:
        model = Commendation

    year = 2019
    title = factory.Sequence(lambda n: f"年度表彰{n}")
    area = factory.SubFactory(WorkAreaFactory)
    starts_on = date(2020, 5, 4)
    ends_on = factory.SelfAttribute("starts_on")


class AwardTitleFactory(DjangoModelFactory):
    class Meta:
        model = AwardTitle

    commendation = factory.SubFactory(CommendationFactory)
    name = factory.Sequence(lambda n: f"称号{n}")
    recipients = AwardTitle.Recipients.PEOPLE


class AwardFactory(DjangoModelFactory):
    class Meta:
        model = Award

    title = factory.SubFactory(AwardTitleFactory)
    name = factory.Sequence(lambda n: f"获奖者{n}")


class HonorReceivedFactory(PublishableFactory):
    class Meta:
        model = HonorReceived

    year = 2019
    title = factory.Sequence(lambda n: f"上级荣誉{n}")
    starts_on = date(2020, 1, 10)
    ends_on = factory.SelfAttribute("starts_on")


class HonorRecipientFactory(DjangoModelFactory):
    class Meta:
        model = HonorRecipient

    honor = factory.SubFactory(HonorReceivedFactory, given_to="people", announced_count=4)
    name = factory.Sequence(lambda n: f"获得者{n}")

from datetime import date

import factory
from factory.django import DjangoModelFactory

from tests.factories.base import PUBLISHED_AT, PublishableFactory
from volunteers.models import Membership, ServiceField, ServiceRecord, Team, Volunteer


class ServiceFieldFactory(DjangoModelFactory):
    class Meta:
        model = ServiceField

    name = factory.Sequence(lambda n: f"服务领域{n}")


class TeamFactory(PublishableFactory):
    class Meta:
        model = Team

    name = factory.Sequence(lambda n: f"服务队{n}")
    kind = Team.Kind.SERVICE_TEAM


class VolunteerFactory(DjangoModelFactory):
    class Meta:
        model = Volunteer

    name = factory.Sequence(lambda n: f"志愿者{n}")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    team = factory.SubFactory(TeamFactory)
    volunteer = factory.SubFactory(VolunteerFactory)


class ServiceRecordFactory(DjangoModelFactory):
    class Meta:
        model = ServiceRecord

    volunteer = factory.SubFactory(VolunteerFactory)
    served_on = date(2020, 3, 5)
    hours = 2
    evidence = "签到表照片"
    confirmed_at = PUBLISHED_AT

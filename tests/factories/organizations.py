import factory
from factory.django import DjangoModelFactory

from organizations.models import Committee, Organization, Partner, Person, PersonPost


class CommitteeFactory(DjangoModelFactory):
    class Meta:
        model = Committee

    name = "共青团西湖区委"
    site_name = "西湖区共青团"


class RootOrganizationFactory(DjangoModelFactory):
    """The committee at the root of the tree: made once, then found."""

    class Meta:
        model = Organization
        django_get_or_create = ("kind",)

    name = "共青团西湖区委"
    kind = Organization.Kind.COMMITTEE


class OrganizationFactory(DjangoModelFactory):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda n: f"第{n}团支部")
    kind = Organization.Kind.BRANCH
    parent = factory.SubFactory(RootOrganizationFactory)


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda n: f"合作单位{n}")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"人员{n}")


class PersonPostFactory(DjangoModelFactory):
    class Meta:
        model = PersonPost

    person = factory.SubFactory(PersonFactory)
    unit = "区城管局"
    post = factory.Sequence(lambda n: f"职务{n}")

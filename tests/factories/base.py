from datetime import UTC, datetime

import factory
from django.conf import settings
from factory.django import DjangoModelFactory, Password

from organizations.models import Membership
from tests.factories.organizations import RootOrganizationFactory

PUBLISHED_AT = datetime(2020, 5, 29, 1, 0, tzinfo=UTC)


class UserFactory(DjangoModelFactory):
    """Somebody with an account, who is not staff; pass ``password`` to sign in through the form.

    Staff are tied to the committee, or to the ``organizations`` that are given.
    """

    class Meta:
        model = settings.AUTH_USER_MODEL
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    password = Password(None)

    @factory.post_generation
    def organizations(account, create, given, **kwargs):
        if not create or not account.is_staff or account.is_superuser:
            return
        for organization in [RootOrganizationFactory()] if given is None else given:
            Membership.objects.create(account=account, organization=organization)


class StaffFactory(UserFactory):
    """Staff with every permission."""

    is_staff = True
    is_superuser = True


class PublishableFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        published = factory.Trait(state="published", published_at=PUBLISHED_AT)

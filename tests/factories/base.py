from datetime import UTC, datetime

import factory
from django.conf import settings
from factory.django import DjangoModelFactory, Password

PUBLISHED_AT = datetime(2020, 5, 29, 1, 0, tzinfo=UTC)


class UserFactory(DjangoModelFactory):
    """Somebody with an account, who is not staff; pass ``password`` to sign in through the form."""

    class Meta:
        model = settings.AUTH_USER_MODEL

    username = factory.Sequence(lambda n: f"user{n}")
    password = Password(None)


class StaffFactory(UserFactory):
    """Staff with every permission."""

    is_staff = True
    is_superuser = True


class PublishableFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        published = factory.Trait(state="published", published_at=PUBLISHED_AT)

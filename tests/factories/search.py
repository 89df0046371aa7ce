import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from search.models import Asked


class AskedFactory(DjangoModelFactory):
    class Meta:
        model = Asked

    words = factory.Sequence(lambda n: f"找{n}")
    is_found = False
    last_at = factory.LazyFunction(timezone.now)

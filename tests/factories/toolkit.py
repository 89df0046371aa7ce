import factory
from factory.django import DjangoModelFactory

from toolkit.models import FormerAddress


class FormerAddressFactory(DjangoModelFactory):
    class Meta:
        model = FormerAddress

    old = factory.Sequence(lambda n: f"/campaigns/old-{n}/")
    new = "/campaigns/new/"

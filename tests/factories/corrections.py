import factory
from factory.django import DjangoModelFactory

from corrections.models import Correction


class CorrectionFactory(DjangoModelFactory):
    class Meta:
        model = Correction

    page = "/activities/4/"
    text = factory.Sequence(lambda n: f"第{n}处错字")

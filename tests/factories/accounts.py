from factory.django import DjangoModelFactory

from accounts.models import Terms


class TermsFactory(DjangoModelFactory):
    class Meta:
        model = Terms

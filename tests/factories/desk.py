import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from desk.models import Step
from tests.factories.base import PUBLISHED_AT, StaffFactory


class StepFactory(DjangoModelFactory):
    """Give it the ``record`` that was sent for review."""

    class Meta:
        model = Step

    class Params:
        record = None

    content_type = factory.LazyAttribute(lambda step: ContentType.objects.get_for_model(step.record))
    object_id = factory.SelfAttribute("record.pk")
    act = "submit"
    by = factory.SubFactory(StaffFactory)
    at = PUBLISHED_AT
    from_state = "draft"
    to_state = "in_review"

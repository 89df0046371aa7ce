import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from desk.models import Overruled, Step
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


class OverruledFactory(DjangoModelFactory):
    """Give it the ``record`` whose words were let pass."""

    class Meta:
        model = Overruled

    class Params:
        record = None

    content_type = factory.LazyAttribute(lambda one: ContentType.objects.get_for_model(one.record))
    object_id = factory.SelfAttribute("record.pk")
    place = "标题"
    kind = "手机号码"
    words = "联系138…"
    fingerprint = "0" * 64
    reason = "本人公开的工作电话"
    by = factory.SubFactory(StaffFactory)
    at = PUBLISHED_AT

from datetime import timedelta

import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from activities.models import Activity
from desk.forms.held import Held
from desk.models import Draft, Overruled, Preview, Step
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


def kind_of(record):
    return ContentType.objects.get_for_model(record)


class DraftFactory(DjangoModelFactory):
    """Give it the published ``record`` that it changes; without one it is of an activity not yet complete."""

    class Meta:
        model = Draft

    class Params:
        record = None

    content_type = factory.LazyAttribute(
        lambda draft: ContentType.objects.get_for_model(draft.record or Activity)
    )
    object_id = factory.LazyAttribute(lambda draft: draft.record and draft.record.pk)
    title = "青春集市"
    held = factory.LazyFunction(lambda: Held({"title": ["青春集市"]}).as_json())
    base = factory.LazyAttribute(lambda draft: draft.record and Held().as_json())
    created_by = factory.SubFactory(StaffFactory)
    updated_by = factory.SelfAttribute("created_by")


class PreviewFactory(DjangoModelFactory):
    """Give it the ``record`` whose page it shows."""

    class Meta:
        model = Preview

    class Params:
        record = None

    content_type = factory.LazyAttribute(lambda preview: ContentType.objects.get_for_model(preview.record))
    object_id = factory.SelfAttribute("record.pk")
    title = "青春集市"
    key = factory.Sequence(lambda n: f"key-{n}")
    page = "<p>青春集市</p>"
    made_at = PUBLISHED_AT
    made_by = factory.SubFactory(StaffFactory)
    ends_at = factory.LazyAttribute(lambda preview: preview.made_at + timedelta(days=7))

from django import template
from django.urls import reverse

from intake.batches.rights import KINDS, may_enter, may_enter_hours

register = template.Library()
HOURS = ("activities.activity", "volunteers.team")


@register.simple_tag(takes_context=True)
def roster_address(context, record) -> str:
    """Where a roster is pasted for the record of a form; empty where that is not for the reader."""
    label = record._meta.label_lower if record and record.pk else ""
    if label not in KINDS or not may_enter(context["request"], record):
        return ""
    return reverse("admin:intake_batch_roster", args=[label, record.pk])


@register.simple_tag(takes_context=True)
def sheet_address(context, record) -> str:
    """Where the hours of many volunteers are entered for an activity or a team."""
    label = record._meta.label_lower if record and record.pk else ""
    if label not in HOURS or not may_enter_hours(context["request"], record):
        return ""
    return reverse("admin:intake_batch_sheet", args=[label, record.pk])

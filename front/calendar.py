from datetime import date

from django.utils import timezone
from django.views.decorators.http import require_safe

from activities.files import calendar_response
from activities.models import Activity
from organizations.models import Committee

MOST_EVENTS = 500


@require_safe
def calendar(request):
    """What goes on today or is still to come, for a calendar to subscribe to."""
    public = Activity.objects.published().on_known_days().held_between(timezone.localdate(), date.max)
    coming = public.order_by("starts_on", "pk").defer("body").prefetch_related("figures")[:MOST_EVENTS]
    committee = Committee.objects.current()
    name = f"{committee.site_name}：活动" if committee else "共青团活动"
    return calendar_response(request, coming, name=name)

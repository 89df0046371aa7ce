from django.utils import timezone
from django.views.decorators.http import require_safe

from activities.files import calendar_response
from activities.models import Activity
from organizations.models import Committee

MOST_EVENTS = 500


@require_safe
def calendar(request):
    """What goes on today or is to come, and what of it is called off, for a calendar to subscribe to."""
    today = timezone.localdate()
    activities = Activity.objects.defer("body")
    coming = activities.published().to_be_noted(today).prefetch_related("figures")[:MOST_EVENTS]
    called_off = activities.called_off(today)[:MOST_EVENTS]
    committee = Committee.objects.current()
    name = f"{committee.site_name}：活动" if committee else "共青团活动"
    return calendar_response(request, [*coming, *called_off], name=name)

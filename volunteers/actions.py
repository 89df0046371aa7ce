from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import QuerySet

from volunteers.models import ServiceRecord


@transaction.atomic
def confirm(*, records: QuerySet[ServiceRecord], by, at: datetime) -> int:
    """From now on the public is told of these hours; how many were not confirmed before."""
    waiting = list(records.filter(confirmed_at=None).order_by("pk").select_for_update(of=("self",)))
    rows = ServiceRecord.objects.filter(pk__in=[record.pk for record in waiting])
    rows.update(confirmed_at=at, confirmed_by=by)
    LogEntry.objects.log_actions(by.pk, waiting, CHANGE, change_message="确认服务时长。")
    return len(waiting)


@transaction.atomic
def take_back_confirmation(*, records: QuerySet[ServiceRecord], by, at: datetime) -> int:
    """Undo what ``confirm`` did at that moment, of those that nobody has changed since."""
    confirmed = list(records.filter(confirmed_at=at, confirmed_by=by).select_for_update(of=("self",)))
    rows = ServiceRecord.objects.filter(pk__in=[record.pk for record in confirmed])
    rows.update(confirmed_at=None, confirmed_by=None)
    LogEntry.objects.log_actions(by.pk, confirmed, CHANGE, change_message="撤销确认。")
    return len(confirmed)

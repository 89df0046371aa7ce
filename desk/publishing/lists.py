"""The state of records in their list: one column, and a filter by it."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, OuterRef, Subquery, Value, When

from desk.models import Draft
from toolkit.publishing import Publishable, has_status

Status = Publishable.Status
DRAFTED = {"drafted": "，有未发布的修改", "sent": "，修改待审"}
OF_DRAFT = {None: "", False: DRAFTED["drafted"], True: DRAFTED["sent"]}


def with_drafts(records):
    """The same, each with ``draft_sent``: whether its draft waits for review; None where it has no draft."""
    kind = ContentType.objects.get_for_model(records.model)
    draft = Draft.objects.filter(content_type=kind, object_id=OuterRef("pk"))
    is_sent = Case(When(sent_at__isnull=False, then=Value(True)), default=Value(False))
    return records.annotate(draft_sent=Subquery(draft.values(is_sent=is_sent)))


class StatusFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return (*Status.choices, *((name, words[1:]) for name, words in DRAFTED.items()))

    def queryset(self, request, queryset):
        status = self.value()
        if status in DRAFTED:
            return queryset.filter(draft_sent__in=[True, False] if status == "drafted" else [True])
        return queryset.filter(has_status(status)) if status in Status.values else queryset

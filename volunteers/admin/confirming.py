"""Hours are confirmed in the list: a page says first how many of whom; its message can undo it."""

from datetime import datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Sum
from django.http import Http404, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

import counting
from volunteers.actions import confirm, take_back_confirmation
from volunteers.models import ServiceRecord

RIGHT = "volunteers.confirm_servicerecord"
CONFIRMED = "_confirmed"
LIST = "admin:volunteers_servicerecord_changelist"


class ConfirmedFilter(admin.SimpleListFilter):
    title = "确认"
    parameter_name = "confirmed"

    def lookups(self, request, model_admin):
        return [("no", "待确认"), ("yes", "已确认")]

    def queryset(self, request, queryset):
        wanted = {"no": True, "yes": False}.get(self.value())
        return queryset if wanted is None else queryset.filter(confirmed_at__isnull=wanted)


class ConfirmingPages(admin.ModelAdmin):
    def get_actions(self, request):
        actions = super().get_actions(request)
        if request.GET.get("_popup") or not request.user.has_perm(RIGHT):
            return actions
        return actions | {"confirm_selected": (_confirm, "confirm_selected", "确认所选的时长")}

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.unconfirm_view))
        return [
            path("unconfirm/<str:moment>/", view, name="volunteers_servicerecord_unconfirm"),
            *super().get_urls(),
        ]

    def confirm_view(self, request, queryset):
        keys = list(queryset.values_list("pk", flat=True))
        records = ServiceRecord.objects.filter(pk__in=keys)
        if CONFIRMED not in request.POST:
            return self._confirm_page(request, records)
        at = timezone.now()
        number = confirm(records=records, by=request.user, at=at)
        address = reverse("admin:volunteers_servicerecord_unconfirm", args=[at.isoformat()])
        told = format_html(
            '<form method="post" action="{}">已确认 {} 条。'
            '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<button class="button">撤销</button></form>',
            address,
            number,
            get_token(request),
        )
        messages.success(request, told)
        return HttpResponseRedirect(request.get_full_path())

    def _confirm_page(self, request, records):
        waiting = records.filter(confirmed_at=None).order_by()
        told = waiting.aggregate(
            hours=Sum("hours"), people=Count("volunteer", distinct=True), number=Count("pk")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": "确认服务时长",
            "opts": self.opts,
            "number": told["number"],
            "people": told["people"],
            "hours": counting.plain(told["hours"]) if told["hours"] else "0",
            "others": records.count() - told["number"],
            "keys": list(records.values_list("pk", flat=True)),
            "back": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/volunteers/confirm.html", context)

    def unconfirm_view(self, request, moment):
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        try:
            at = datetime.fromisoformat(moment)
        except ValueError:
            raise Http404 from None
        number = take_back_confirmation(records=self.get_queryset(request), by=request.user, at=at)
        messages.success(request, f"已撤销，{number} 条待确认。")
        return HttpResponseRedirect(reverse(LIST))


def _confirm(model_admin, request, queryset):
    return model_admin.confirm_view(request, queryset)

"""可能已经录入: told while title and day are typed, and once more on saving to whoever was not told."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path, reverse

from activities.alike import alike
from activities.models import Activity
from desk.forms.days import DayField
from desk.publishing.admin import PublishableAdmin
from desk.publishing.previews.pages import SHOW

SEEN = "desk_alike"  # the hidden field with the keys of those that were told
ASKS = "可能已经录入，见下面列出的活动。是同一个的，请打开那一条修改；确是另一个活动，再保存一次即可。"


class AlikeForm(forms.Form):
    title = forms.CharField(max_length=Activity._meta.get_field("title").max_length)
    starts_on = DayField()
    ends_on = DayField(required=False)


class AlikeActivities(PublishableAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.alike_view)
        return [path("alike/", view, name="activities_activity_alike"), *super().get_urls()]

    def alike_view(self, request):
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        found = self._alike(request, request.GET, request.GET.get("key"))
        return JsonResponse({"found": [_told(one) for one in found]})

    def _alike(self, request, data, key=None) -> list[Activity]:
        """Of those that this person may see."""
        form = AlikeForm(data)
        if not form.is_valid():
            return []
        told = form.cleaned_data
        activities = self.get_queryset(request).select_related(None)
        others = activities.exclude(pk=key) if key and key.isdecimal() and len(key) < 19 else activities
        start = told["starts_on"]
        return alike(others, title=told["title"], start=start, end=max(told["ends_on"] or start, start))

    def instead_of_saving(self, request, object_id, save):
        """Ask once before one more is entered; what was told while it was typed is asked for no more."""
        if object_id is None and not {"_popup", SHOW} & request.POST.keys():
            found = self._alike(request, request.POST)
            told = request.POST.get(SEEN, "").split(",")
            if any(str(one.pk) not in told for one in found):
                request.alike = found
                request.sitting.refusal = request.sitting.refusal or ASKS
        return super().instead_of_saving(request, object_id, save)

    def render_change_form(self, request, context, *args, **kwargs):
        context["alike"] = [_told(one) for one in getattr(request, "alike", [])]
        context["alike_field"] = SEEN
        context["alike_seen"] = ",".join(str(one["key"]) for one in context["alike"])
        return super().render_change_form(request, context, *args, **kwargs)


def _told(activity: Activity) -> dict:
    address = reverse("admin:activities_activity_change", args=[activity.pk])
    return {
        "key": activity.pk,
        "title": activity.title,
        "note": f"{activity.when_text}，{activity.status_text}",
        "address": address,
    }

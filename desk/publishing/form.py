"""The acts at the foot of a record's form: what was typed is saved, and then the act done, or neither."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from desk.models import UPDATE, Step
from desk.publishing.acts import ALL, NOTHING, Act, Status, meanwhile, seen, times_after, why_not
from desk.records import StampedAdmin
from toolkit.publishing import Publishable

ACT, SEEN = "_act", "_state"


class ActingForm(forms.ModelForm):
    """A record's form that knows which act is to follow, and what it was opened for."""

    act: Act | None = None
    was_seen: str | None = None

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            words = meanwhile(self.instance, self.was_seen, is_read=self.act is not None)
            if words or (self.act and (words := why_not(self.act, self.instance))):
                self.add_error(None, words)
        return cleaned

    def _get_validation_exclusions(self):
        """The rules on the time of publication hold although no field of the form is one."""
        return super()._get_validation_exclusions() - {"state", "published_at"}

    def _post_clean(self):
        """What is to be published is held against the rules as it will be."""
        record = self.instance
        before = record.state, record.published_at, record.expires_at
        if self.act is not None and self.act.name == "publish":
            record.state = self.act.to
            record.published_at, record.expires_at = times_after(self.act, record, NOTHING, timezone.now())
        try:
            super()._post_clean()
        finally:
            record.state, record.published_at, record.expires_at = before


class ActsOnForm(StampedAdmin):
    """Offers the acts that the user may do now, and does the one that was pressed."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        act = self.act_of(request)
        told = {"act": act, "was_seen": request.POST.get(SEEN, "" if act else None)}
        return type(form.__name__, (ActingForm, form), told)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "status_told")

    def act_of(self, request) -> Act | None:
        """The act that was pressed; whoever has no right to it is turned away."""
        name = request.POST.get(ACT)
        if not name:
            return None
        if name not in ALL or not self.may_act(request, ALL[name]):
            raise PermissionDenied
        return ALL[name]

    def open_acts(self, request, record: Publishable | None) -> list[tuple[Act, str]]:
        """The acts that the user may do with the record, as they are called; of None, once it is saved."""
        status = record.status if record else Status.DRAFT
        allowed = (act for act in ALL.values() if status in act.of and self.may_act(request, act, record))
        if not self.has_change_permission(request, record):  # changes are published from their form alone
            allowed = (act for act in allowed if act.name != UPDATE)
        return [(act, act.label_for(record)) for act in allowed]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if not context["is_popup"]:
            saved = self.model._base_manager.filter(pk=obj.pk).first() if obj is not None else None
            context["acts"] = self.open_acts(request, saved)
            context["seen"] = seen(saved) if saved else ""
            context["way"] = list(Step.objects.of(saved).select_related("by")) if saved else []
        return super().render_change_form(request, context, add, change, form_url, obj)

"""Forms of what is public as soon as it is saved: what is private is refused beside its field."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from desk.gate.finding import Hit, hits_in_own
from desk.gate.overruling import RIGHT, overrule
from desk.gate.registry import is_public, root_of
from desk.models import Overruled

REASON = "_overrule"  # posted with a form or an act: why what is private may be public


class Gate:
    """What one request found in its forms, and whether it lets that pass."""

    def __init__(self, *, reason: str, may_overrule: bool):
        self.reason, self.may_overrule = reason, may_overrule
        self.found: list[Hit] = []

    @classmethod
    def of(cls, request) -> "Gate":
        if not hasattr(request, "gate"):
            reason = request.POST.get(REASON, "").strip()[:_LONGEST]
            request.gate = cls(reason=reason, may_overrule=request.user.has_perm(RIGHT))
        return request.gate

    @property
    def lets_pass(self) -> bool:
        return bool(self.reason and self.may_overrule)

    def hold(self, form: forms.ModelForm) -> None:
        """Refuse what the form would make public; unless that is let pass."""
        if not is_public(form.instance):
            return
        hits = hits_in_own(form.instance)
        self.found += hits
        for hit in hits if not self.lets_pass else ():
            form.add_error(hit.field if hit.field in form.fields else None, _refusal(hit))

    def keep(self, record: models.Model, *, by) -> None:
        """Note what was let pass, once the record is saved."""
        if self.found and self.lets_pass:
            overrule(
                dict.fromkeys(self.found),
                record=root_of(record),
                by=by,
                at=timezone.now(),
                reason=self.reason,
            )
            self.found = []


_LONGEST = Overruled._meta.get_field("reason").max_length


def _refusal(hit: Hit) -> ValidationError:
    return ValidationError(hit.sentence, code="private")


class GatedForms:
    """For the admin of every kind of record."""

    def is_shown_once_saved(self, request) -> bool:
        """Whether what was typed becomes the record that the public reads; not where it stays a draft."""
        return request.method == "POST"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if not self.is_shown_once_saved(request):
            return form
        gate = Gate.of(request)

        class GatedForm(form):
            def _post_clean(self):
                super()._post_clean()
                gate.hold(self)

        return GatedForm

    def _create_formsets(self, request, obj, change):
        formsets, inlines = super()._create_formsets(request, obj, change)
        if self.is_shown_once_saved(request):
            for formset in formsets:
                formset.gate = Gate.of(request)
        return formsets, inlines

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        Gate.of(request).keep(form.instance, by=request.user)

    def render_change_form(self, request, context, *args, **kwargs):
        context["gate"] = getattr(request, "gate", None)
        return super().render_change_form(request, context, *args, **kwargs)

"""Forms that know which revision of a report they were made from, so that nobody overwrites unawares.

Every field carries, hidden, the value it was shown with. What counts as typed is
only what differs from that: when somebody else changed the report in between,
nothing is written, everything typed stays in the form with the other's text
beside it, and a second button saves over, but only the fields typed in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone

from desk.templatetags.people import person
from reports.editing.holding import Changed, locked
from reports.models import Report

CLOSED = "所在的总结已经送审或签发，它的计划不能再删除。"
TOO_LONG = "最多 %(limit_value)d 个字，现在有 %(show_value)d 个。"


class FromRevision(forms.Form):
    """A form on a report's draft; subclasses add their fields in ``build``, told what it is about."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    required_css_class = "required"
    template = ""  # of the page that shows it
    given_up_by: tuple[str, ...] = ()  # buttons that leave unwritten what was typed
    changed = ""  # who changed the report in the meantime, in a sentence
    pressed = ""  # the button to repeat when saving over
    numbers: Mapping[str, tuple[str, str]] = MappingProxyType({})  # fields for the origins of numbers

    def __init__(self, report: Report, data=None, **about):
        super().__init__(data=data, initial={"revision": report.revision}, label_suffix="")
        self.report, self.about = report, about
        if self.is_bound:
            self.data = dict(self.data.items())
        self.build(**about)

    def build(self, **about) -> None:
        raise NotImplementedError

    def add(self, name: str, field: forms.Field, initial="") -> None:
        """A field, and in what was posted before there was such a field, its present value."""
        field.show_hidden_initial = True
        field.initial = initial
        self.fields[name] = field
        if self.is_bound and name not in self.data:
            self.data |= _as_shown(name, initial)

    @property
    def based_on(self) -> int:
        """The revision to write upon: the one read, or a later one that the editor was told of."""
        over = self.data.get("over", "")
        if over.isdecimal() and len(over) < 10:
            return int(over)
        return self.cleaned_data.get("revision", -1)

    @property
    def vanished(self) -> list[str]:
        """What the form was made with that the report does not hold any more."""
        return []

    @property
    def origins(self) -> list[forms.BoundField]:
        """The fields that tell what the numbers in staff's own words were taken from."""
        return [self[name] for name in self.numbers]

    @property
    def typed(self) -> dict[str, object]:
        """The values of the fields that differ from what was shown."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name != "revision"}

    def rebased(self, fresh: "FromRevision") -> "FromRevision":
        """What was typed here over what ``fresh`` says now; a field that both changed shows theirs too."""
        data = {"revision": self.data.get("revision")}
        theirs = {}
        for name, field in fresh.fields.items():
            if name == "revision":
                continue
            data |= _as_shown(name, field.initial)
            if name in self.changed_data:
                data[name] = self.data.get(name)
                now = data[f"initial-{name}"]
                if now not in (_lines(self.data.get(f"initial-{name}", "")), _lines(data[name])):
                    theirs[name] = dict(getattr(field, "choices", ())).get(now, now)
        form = type(self)(fresh.report, data, **fresh.about)
        for name, now in theirs.items():
            form.fields[name].theirs = now or "（空）"
        return form


def _as_shown(name: str, initial) -> dict[str, str]:
    value = "" if initial is None else _lines(str(initial))
    return {name: value, f"initial-{name}": value}


def _lines(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n")


def who_changed(report: Report) -> str:
    """A sentence: who changed the report last or took it a step further, and when."""
    by, at, what = report.updated_by, report.updated_at, "改过这份总结"
    step = report.steps.select_related("by").last()
    if step and step.at >= at:
        by, at, what = step.by, step.at, f"把这份总结{step.get_action_display()}"
    name = person(by) if by else "有人"
    return f"在你打开这一页以后，{name}于{timezone.localtime(at):%Y年%-m月%-d日 %H:%M}{what}。"


class ModelFromRevision(forms.ModelForm):
    """The same for a page of the stock admin; ``report_of`` finds the report of its record."""

    made_from = forms.IntegerField(label="", widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.changed = None
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "made_from"
            field.error_messages["max_length"] = TOO_LONG
        report = self.report_of(self.instance)
        if report:
            self.initial["made_from"] = report.revision

    @staticmethod
    def report_of(instance) -> Report | None:
        return instance if instance.pk else None

    def clean(self):
        super().clean()
        report = self.report_of(self.instance)
        if report:
            self._refuse_if_changed(locked(report))
            for name in set(self.cleaned_data) - set(self.changed_data) - {"made_from"}:
                self.cleaned_data[name] = _kept(self.instance, name)
        return self.cleaned_data

    def _refuse_if_changed(self, report: Report) -> None:
        based_on = {str(self.cleaned_data.get("made_from")), self.data.get("over", "")}
        if str(report.revision) in based_on:
            return
        self.changed = Changed(report)
        for name in set(self.changed_data) - {"made_from"}:
            now, shown = self.initial.get(name), self.data.get(f"initial-{name}")
            if str(now or "") not in (shown, self.data.get(name)):
                words = "、".join(map(str, now)) if isinstance(now, list) else now
                self.add_error(name, ValidationError(f"现在的内容：{words or '（空）'}"))
        raise ValidationError(who_changed(report) + "你填写的都还在，没有写入。")


def _kept(instance, name: str):
    """What a field holds in the database now; of a field of several records, those records."""
    value = getattr(instance, name)
    return value.all() if hasattr(value, "all") else value


class ClosesWithReport:
    """Of a stock admin: whoever posts to a record that is closed by now is led back with a sentence."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return self._refusal(request, object_id) or super().changeform_view(
            request, object_id, form_url, extra_context
        )

    def delete_view(self, request, object_id, extra_context=None):
        return self._refusal(request, object_id) or super().delete_view(request, object_id, extra_context)

    def _refusal(self, request, object_id):
        record = self.get_object(request, object_id) if object_id and request.method == "POST" else None
        return self.refused(request, record) if record else None


class FromRevisionAdmin(admin.ModelAdmin):
    """Around such a form: where it may only be read, the revision is nothing to show."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, {**options, "fields": [name for name in options["fields"] if name != "made_from"]})
            for title, options in fieldsets
        ]

"""The page of an act: asks for its reason or its times, and once more before something is published."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from desk.models import UPDATE, Step
from desk.publishing.acts import ALL, NOTHING, Act, Refused, Said, seen, take
from desk.publishing.form import SEEN, ActsOnForm
from desk.records import tell
from toolkit.dates.moments import moment_text
from toolkit.publishing import Publishable

ASKED = "_asked"  # posted by the page itself: what it asks has been read
LATE = "这个时间已经过去。补录以前已经公开过的内容，请勾选“补录”；否则请写以后的时间。"


class ReasonForm(forms.Form):
    reason = Step._meta.get_field("reason").formfield(
        label="原因", required=True, widget=forms.Textarea(attrs={"rows": 4})
    )

    def said(self) -> Said:
        return Said(reason=self.cleaned_data["reason"])


def _moment(label: str, help_text: str, required: bool):
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, help_text=help_text, required=required, widget=widget)


class TimesForm(forms.Form):
    """From when and until when a record is to be public; one entered late is published under its old time."""

    moment = _moment("公开的时间", "到了这个时间，页面自动出现在网站上。", required=True)
    is_late = forms.BooleanField(
        label="补录", required=False, help_text="这条内容以前已经公开过，现在就公开，页面写当时的发布时间。"
    )
    until = _moment("到期时间", Publishable._meta.get_field("expires_at").help_text, required=False)

    def __init__(self, *args, record: Publishable, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"until": record.expires_at}
        if record.is_published:
            del self.fields["moment"], self.fields["is_late"]
        elif record.published_at and record.published_at > timezone.now():
            self.initial["moment"] = record.published_at

    def clean_is_late(self):
        is_late, moment = self.cleaned_data["is_late"], self.cleaned_data.get("moment")
        if moment and moment <= timezone.now() and not is_late:
            self.add_error("moment", LATE)
        elif moment and moment > timezone.now() and is_late:
            raise forms.ValidationError("补录的，请写以前的时间。")
        return is_late

    def said(self) -> Said:
        told = self.cleaned_data
        return Said(moment=told.get("moment"), until=told["until"])


class ActPages(ActsOnForm):
    """The addresses of the acts, and where a form goes once its act is done."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.act_view)
        address = path("<path:object_id>/act/<slug:name>/", view, name=self._page_name("act"))
        return [address, *super().get_urls()]

    def _page_name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _page_address(self, page: str, *args) -> str:
        return reverse(f"admin:{self._page_name(page)}", args=args)

    def needs_page(self, act: Act, record: Publishable) -> bool:
        if act.wants:
            return True
        return (
            act.publishes
            and act.name != UPDATE
            and bool(self.asks_before_publishing(record) or self.refusals_before_publishing(record))
        )

    def act_view(self, request, object_id, name):
        record, act = self.record_at(request, object_id), ALL.get(name)
        if act is None or act.name == UPDATE:  # which takes what its form holds
            raise Http404
        if not self.may_act(request, act, record):
            raise PermissionDenied
        is_sent = request.method == "POST" and ASKED in request.POST
        form = self._form_of(act, record, request.POST if is_sent else None)
        said = NOTHING
        if form is not None:
            said = form.said() if form.is_bound and form.is_valid() else None
        pressed = request.method == "POST" and (ASKED in request.POST or not self.needs_page(act, record))
        if pressed and said is not None and self._is_taken(request, act, record, said):
            if form is not None:
                tell(request, form)
            return HttpResponseRedirect(self._page_address("changelist"))
        return self._act_page(request, act, record, form)

    def _form_of(self, act, record, data):
        if act.wants == "reason":
            return ReasonForm(data, label_suffix="")
        return TimesForm(data, record=record, label_suffix="") if act.wants == "times" else None

    def _is_taken(self, request, act, record, said) -> bool:
        if said.moment and said.moment <= timezone.now():
            act = ALL["publish"]
            if not self.may_act(request, act, record):
                raise PermissionDenied
        try:
            self.take_act(request, act, record, was_seen=request.POST.get(SEEN, ""), said=said)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return False
        messages.success(request, self.done_text(act, record))
        return True

    def _act_page(self, request, act, record, form):
        is_new = act.publishes and not record.is_published
        context = {
            **self.admin_site.each_context(request),
            "title": f"{act.label_for(record)}：{record}",
            "opts": self.opts,
            "record": record,
            "act": act,
            "label": act.label_for(record),
            "form": form,
            "seen": seen(record),
            "refusals": self.refusals_before_publishing(record) if is_new else [],
            "may_overrule": is_new and self.may_overrule(request, record),
            "asks": self.asks_before_publishing(record) if is_new else [],
            "back": self._page_address("change", quote(record.pk)),
        }
        return TemplateResponse(request, "admin/desk/act.html", context)

    def take_act(self, request, act: Act, record: Publishable, *, was_seen=None, said: Said = NOTHING):
        """Do the act with one record; Refused where it may not be done, or something stands against it."""
        shows = act.publishes and (act.name == UPDATE or not record.is_published)
        if shows and (words := self.refusals_before_publishing(record)):
            raise Refused("".join(words))
        return take(act, record=record, by=request.user, at=timezone.now(), was_seen=was_seen, said=said)

    def done_text(self, act: Act, record: Publishable) -> str:
        named = format_html('<a href="{}">{}</a>', self._page_address("change", quote(record.pk)), record)
        if act.publishes and record.published_at > timezone.now():
            return format_html("已定时发布（{}起公开）：{}", moment_text(record.published_at), named)
        if record.is_published and record.expires_at:
            return format_html("已发布（{}到期）：{}", moment_text(record.expires_at), named)
        return format_html("已{}：{}", act.label, named)

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_saving(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._after_saving(request, obj) or super().response_change(request, obj)

    def _after_saving(self, request, record):
        """Do the act that was pressed and go back to the list; where it has to ask, on to its page.

        Here, where what was typed is saved and kept already, and still in the same transaction.
        """
        act = self.act_of(request)
        if act is None:
            return None
        if self.needs_page(act, record):
            if not hasattr(request, "said_instead"):
                messages.success(request, "填写的内容已保存。")
            return HttpResponseRedirect(self._page_address("act", quote(record.pk), act.name))
        try:
            self.take_act(request, act, record)
        except Refused as refusal:
            if act.name == UPDATE:  # what was typed is public: it is taken back, and the form says why
                raise
            messages.error(request, str(refusal))
            return HttpResponseRedirect(self._page_address("change", quote(record.pk)))
        messages.success(request, self.done_text(act, record))
        return self.response_post_save_change(request, record)

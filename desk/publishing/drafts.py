"""Drafts beside what the public sees, and the acts: which of them make a draft the record."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils import timezone

from desk.forms.drafted import DO, SEND, DraftedForms
from desk.models import UPDATE, Draft
from desk.publishing.acts import ALL, Refused
from desk.publishing.form import ACT
from desk.publishing.page import ActPages

MOST_LISTED = 50  # drafts above a list
PUT_LIVE = ("publish", UPDATE)


class DraftsOfRecords(DraftedForms, ActPages):
    """What was typed becomes the record when it is published; with any other act it stays a draft."""

    def may_wait(self, request, is_live):
        act = request.POST.get(ACT, "")
        return not act or (is_live and act not in PUT_LIVE)

    def is_upon_what_was_read(self, request, record):
        act = request.POST.get(ACT)
        return (
            act == UPDATE
            or bool(act and self.draft_of(request, record))
            or super().is_upon_what_was_read(request, record)
        )

    def save(self, request, save):
        """Nothing of it is saved where something stands against publishing it."""
        try:
            with transaction.atomic():
                return super().save(request, save)
        except Refused as refusal:
            request.sitting.refusal = str(refusal)
            return super().save(request, save)

    def changelist_view(self, request, extra_context=None):
        drafts = Draft.objects.none()
        if self.has_add_permission(request):
            drafts = self.unstored(request)
        return super().changelist_view(request, {"drafts": drafts[:MOST_LISTED], **(extra_context or {})})

    def before_get(self, request, object_id):
        super().before_get(request, object_id)
        if draft := request.sitting.draft:
            may = {name: self.may_act(request, ALL[name]) for name in ("submit", "return")}
            request.sitting.may_send = draft.object_id and not draft.sent_at and may["submit"]
            request.sitting.may_return = draft.sent_at and may["return"]

    def instead_of_saving(self, request, object_id, save):
        if request.POST.get(DO) == "return":
            return self._draft_returned(request, object_id)
        return super().instead_of_saving(request, object_id, save)

    def back_from(self, request, record, draft):
        if record is not None and draft is not None and request.POST.get(DO) == SEND:
            self._send(request, record, draft)
        if record is None or self.act_of(request) is None:
            return super().back_from(request, record, draft)
        return self.response_change(request, record)

    def _send(self, request, record, draft):
        if self.may_act(request, ALL["submit"]):
            draft.sent_at, draft.returned_for = timezone.now(), ""
            draft.save()
            self.log_change(request, record, "修改送审。")

    def _draft_returned(self, request, object_id):
        record = self.get_object(request, object_id)
        draft, reason = self.draft_of(request, record), request.POST.get("_reason", "").strip()
        if draft is None or not draft.sent_at or not self.may_act(request, ALL["return"]):
            self.message_user(request, "这份修改没有送审，或者你不能退回。", messages.ERROR)
        elif not reason or len(reason) > Draft._meta.get_field("returned_for").max_length:
            self.message_user(request, "请写明退回的原因，不超过300个字。", messages.ERROR)
        else:
            draft.sent_at, draft.returned_for = None, reason
            draft.save()
            self.log_change(request, record, f"退回修改。原因：{reason}")
            self.message_user(request, "修改已退回。", messages.SUCCESS)
        return HttpResponseRedirect(request.path)

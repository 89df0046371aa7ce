"""Of records with a public page: what is typed beside a page that the public sees stays a draft.

A draft is what the form held (desk.forms.held), kept as it was sent. It is shown in place of the record
whenever the form is opened, and becomes the record, rows, photos and all, when it is published. What cannot
be stored yet, since something required is missing, is kept in the same way.
"""

from copy import copy

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse

from desk.forms.drafts import discard, held_anew, keep, keep_files_of
from desk.forms.files import hand_on_files, keep_files
from desk.forms.guarded import GuardedForms, by_and_when
from desk.forms.held import Held
from desk.forms.merging import merge
from desk.forms.telling import Page
from desk.history.restoring import Refused, restore
from desk.models import Draft
from desk.scope.registry import within

MISSING = ("required", "blank", "null")  # the codes of what may wait until it is to be published
DRAFT = "draft"  # in the address of a form: the draft of a record that could not be stored yet
DO = "_draft"  # the button for the draft itself
SEND = "send"
TO_SEND = "填好下面标出的几项，再送审。"
OVER_A_DRAFT = "没有恢复：这条内容有{}保存的、没有发布的修改。请先发布或放弃那份修改，再恢复旧版本。"
GONE = "这份草稿已经存成记录，或者被放弃了。你填写的都还在下面，保存会新建一条。"


class DraftedForms(GuardedForms):
    def is_live(self, record) -> bool:
        """Whether what is typed must not become the record before somebody publishes it."""
        return record.state == record.State.PUBLISHED

    def may_wait(self, request, is_live: bool) -> bool:
        """Whether the button that was pressed lets what was typed stay a draft."""
        return not is_live or request.POST.get(DO) != "publish"

    def is_shown_once_saved(self, request) -> bool:
        """What stays a draft passes no gate yet (desk.gate)."""
        return super().is_shown_once_saved(request) and not self.may_wait(request, True)

    def may_publish_changes(self, request, record) -> bool:
        """Whether the form of a record without acts of its own offers 发布修改."""
        return False

    def draft_of(self, request, record) -> Draft | None:
        if record is not None:
            return Draft.objects.select_related("updated_by").of(record).first()
        key = request.GET.get(DRAFT, "")
        return self.unstored(request).filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None

    def unstored(self, request):
        """The drafts of records that were never stored, as far as they reach."""
        return within(Draft.objects.unstored(self.model), request.user).select_related("updated_by")

    def held_now(self, request, form, formsets, record) -> Held:
        live = super().held_now(request, form, formsets, record)
        draft = self.draft_of(request, record)
        if draft is None:
            return live
        mine = Held.from_json(draft.held)
        return mine if record is None else merge(base=Held.from_json(draft.base), mine=mine, theirs=live).held

    def is_shared(self, request, record) -> bool:
        if record is None:
            return self.draft_of(request, None) is not None
        return super().is_shared(request, record)

    def is_upon_what_was_read(self, request, record) -> bool:
        """Nobody publishes, sends or gives up a draft that another changed since."""
        return DO in request.POST and self.draft_of(request, record) is not None

    def before_post(self, request, object_id, form_url):
        answer = super().before_post(request, object_id, form_url)
        if object_id is None and request.GET.get(DRAFT) and self.draft_of(request, None) is None:
            request.sitting.refusal = GONE
            return None, reverse(self._address_of("add"))
        return answer

    def last_change(self, request, record) -> str:
        if record is not None:
            return super().last_change(request, record)
        draft = self.draft_of(request, None)
        return by_and_when(draft.updated_by, draft.updated_at)

    def before_get(self, request, object_id):
        if object_id and not Draft.objects.of_key(self.model, object_id).exists():
            return
        record = self.get_object(request, object_id) if object_id else None
        if object_id and (record is None or not self.has_change_permission(request, record)):
            return
        if draft := self.draft_of(request, record):
            form, formsets = self.forms_of(request, record)
            held = self.held_now(request, form, formsets, record)
            request.sitting.show(held, draft)
            if record is not None:
                live = super().held_now(request, form, formsets, record)
                changes = merge(base=live, mine=live, theirs=held).differences
                request.sitting.pending = Page(form, formsets).tell(changes, held)

    def instead_of_saving(self, request, object_id, save):
        """Keep as a draft what must not, or cannot yet, become the record."""
        record = self.get_object(request, object_id) if object_id else None
        is_live = record is not None and self.is_live(record)
        if request.sitting.refusal or (IS_POPUP_VAR in request.POST and not is_live):
            return None
        draft, wanted = self.draft_of(request, record), request.POST.get(DO)
        if wanted == "discard" and draft:
            return self._discarded(request, record, draft)
        if wanted == "publish" and not (record and self.may_publish_changes(request, record)):
            raise PermissionDenied
        form, formsets = self.judged(request, record)
        missing, is_wrong = faults(form, formsets)
        if missing and wanted == SEND:
            request.sitting.refusal, request.sitting.asks_for_missing = TO_SEND, True
            return None
        if is_wrong or not self.may_wait(request, is_live) or not (missing or is_live):
            return None
        return self._kept(request, record, (form, formsets), missing)

    def judged(self, request, record):
        form, formsets = self.forms_of(request, record, is_sent=True)
        form.is_valid()
        for one in (form, *(row for formset in formsets for row in formset.forms)):
            one.is_valid()
            hand_on_files(one, request.FILES)
        return form, formsets

    def restore_into_draft(self, request, record, state, columns):
        """What is public stays: the version is written, read as its form holds it, and taken back."""
        if draft := self.draft_of(request, record):
            raise Refused(OVER_A_DRAFT.format(by_and_when(draft.updated_by, draft.updated_at)))
        live = Held.of_forms(*self.forms_of(request, record))
        writing = copy(request)  # what it notes of the writing is not so
        with transaction.atomic():
            restore(
                self.get_object(request, str(record.pk)),
                state,
                columns,
                by=request.user,
                save=lambda one: self.save_model(writing, one, None, True),
            )
            forms = self.forms_of(request, self.get_object(request, str(record.pk)))
            held, files = held_anew(*forms, known=live)
            transaction.set_rollback(True)
        keep_files_of(files, by=request.user)
        keep(
            None,
            model=self.model,
            record=record,
            held=held,
            base=live,
            by=request.user,
        )
        self.log_change(request, record, "旧版本恢复成草稿，没有发布。")
        return "把旧版本恢复成草稿，网站上的内容没有变；核对后点“发布修改”。"

    def _kept(self, request, record, forms, missing):
        form, formsets = forms
        for one in (form, *(row for formset in formsets for row in formset.forms)):
            keep_files(one, request.POST, by=request.user)
        opened, opened_rows = self.forms_of(request, record)
        held = Held.of_post(request.POST, opened, opened_rows)
        live = super().held_now(request, opened, opened_rows, record) if record else None
        draft = self.draft_of(request, record)
        if held == live:
            if draft:
                discard(draft)
            self.message_user(request, "没有改动，网站上的内容不变。", messages.INFO)
            return self.back_from(request, record, None)
        kept = keep(draft, model=self.model, record=record, held=held, base=live, by=request.user)
        if record:
            self.log_change(request, record, "修改存为草稿，没有发布。")
        self.message_user(request, _kept_words(kept, record, missing), messages.SUCCESS)
        return self.back_from(request, record, kept)

    def _discarded(self, request, record, draft):
        discard(draft)
        if record:
            self.log_change(request, record, "放弃了没有发布的修改。")
        self.message_user(request, "没有发布的修改已经放弃。", messages.SUCCESS)
        return self.back_from(request, record, None)

    def back_from(self, request, record, draft):
        """Where the button that was pressed leads to."""
        if IS_POPUP_VAR in request.POST:
            return self.response_change(request, record)
        if "_addanother" in request.POST:
            return HttpResponseRedirect(reverse(self._address_of("add")))
        if "_continue" in request.POST and record is not None:
            return HttpResponseRedirect(request.path)
        if "_continue" in request.POST and draft is not None:
            return HttpResponseRedirect(f"{reverse(self._address_of('add'))}?{DRAFT}={draft.pk}")
        return self.response_post_save_change(request, record)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        is_live = bool(obj and obj.pk and not context["is_popup"] and self.is_live(obj))
        context["is_live"] = is_live
        context["may_publish_changes"] = is_live and self.may_publish_changes(request, obj)
        is_left = request.method == "POST" and not context["is_popup"]
        if is_left and self.may_wait(request, is_live) and not request.sitting.asks_for_missing:
            for rows in context["inline_admin_formsets"]:
                for form in rows.formset.forms:
                    leave_missing(form)
            leave_missing(context["adminform"].form)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _address_of(self, page: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"

    def after_saving(self, request, object_id):
        super().after_saving(request, object_id)
        record = self.get_object(request, object_id) if object_id else None
        if draft := self.draft_of(request, record):
            discard(draft)


def faults(form, formsets) -> tuple[list[str], bool]:
    """The labels of what is missing, and whether anything else is wrong."""
    missing, is_wrong = [], False
    kept = (row for formset in formsets for row in formset.forms if not formset._should_delete_form(row))
    for one in (form, *kept):
        for name, errors in one.errors.as_data().items():
            if is_missing(one, name, errors):
                missing.append(str(one.fields[name].label))
            else:
                is_wrong = True
    return list(dict.fromkeys(missing)), is_wrong or any(formset.non_form_errors() for formset in formsets)


def is_missing(form, name: str, errors) -> bool:
    has_label = name in form.fields and form.fields[name].label  # the key of a row has none
    return bool(has_label) and all(error.code in MISSING for error in errors)


def leave_missing(form) -> None:
    """Say nothing of what may wait: it would only hide what may not."""
    for name, errors in form.errors.as_data().items():
        if is_missing(form, name, errors):
            del form.errors[name]


def _kept_words(draft: Draft, record, missing: list[str]) -> str:
    more = f"发布前还要填写：{'、'.join(missing)}。" if missing else ""
    if record is None:
        return f"已存为草稿。{more}"
    return f"“{draft}”的修改已存为草稿，网站上的内容没有变。{more}"

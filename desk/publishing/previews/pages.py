"""The buttons of a form that show its page beforehand, and the links that show it to others."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from desk.forms.drafted import faults
from desk.models import Preview
from desk.publishing.drafts import DraftsOfRecords
from desk.publishing.previews.rendering import page_of_form

SHOW, SHARE, REVOKE = "_preview", "_share", "_revoke"
LASTS = timedelta(days=7)
NOT_YET = "填好下面标出的几项，就能预览。"


class PreviewPages(DraftsOfRecords):
    def instead_of_saving(self, request, object_id, save):
        if REVOKE in request.POST:
            return self._revoked(request, object_id)
        if (SHOW in request.POST or SHARE in request.POST) and not request.sitting.refusal:
            record = self.get_object(request, object_id) if object_id else None
            missing, is_wrong = faults(*self.judged(request, record))
            if missing or is_wrong:
                request.sitting.refusal, request.sitting.asks_for_missing = NOT_YET, True
                return None
            page = page_of_form(request, save)
            if SHOW in request.POST:
                return preview_answer(
                    request, page, title=f"预览：{request.POST.get('title', '')}", record=record
                )
            request.shared_page = page
            request.POST["_continue"] = "1"
        return super().instead_of_saving(request, object_id, save)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        rows = (row for formset in formsets for row in formset.forms if row.has_changed())
        request.saved_forms = [form, *(row for row in rows if row.instance.pk)]

    def response_add(self, request, obj, post_url_continue=None):
        self._share(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self._share(request, obj)
        return super().response_change(request, obj)

    def back_from(self, request, record, draft):
        if record is not None:
            self._share(request, record)
        return super().back_from(request, record, draft)

    def _share(self, request, record):
        if not hasattr(request, "shared_page"):
            return
        now = timezone.now()
        Preview.objects.create(
            content_type=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            title=str(record)[:200],
            page=request.shared_page,
            made_at=now,
            made_by=request.user,
            ends_at=now + LASTS,
        )
        del request.shared_page
        self.log_change(request, record, "生成了预览链接。")
        self.message_user(request, "已生成预览链接，在本页末尾，七天内有效。", messages.SUCCESS)

    def _revoked(self, request, object_id):
        record = self.get_object(request, object_id)
        key = request.POST[REVOKE]
        if record is not None and key.isdecimal() and len(key) < 19:
            open_links = Preview.objects.of(record).filter(pk=key, revoked_at=None)
            if open_links.update(revoked_at=timezone.now()):
                self.log_change(request, record, "作废了预览链接。")
                self.message_user(request, "预览链接已作废。", messages.SUCCESS)
        return HttpResponseRedirect(request.path)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and not context["is_popup"]:
            links = Preview.objects.of(obj).select_related("made_by").defer("page")
            context["previews"] = links.prefetch_related("opinions")
            context["now"] = timezone.now()
        context["may_preview"] = not context["is_popup"]
        return super().render_change_form(request, context, add, change, form_url, obj)


def preview_answer(request, page: str, **about):
    """The page in a frame, in which nothing leads away from it."""
    answer = render(request, "desk/preview.html", {"page": page, **about})
    answer._csp_update = {"img-src": ["'self'", "data:"]}
    answer.headers["X-Robots-Tag"] = "noindex"
    # Its address leaves with nobody; "no-referrer" would send an opinion as if from nowhere, to be refused.
    answer.headers["Referrer-Policy"] = "same-origin"
    add_never_cache_headers(answer)
    return answer

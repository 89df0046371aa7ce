"""The editor: a whole draft on one page, and a page for each item of it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers

from desk.records import tell
from reports.admin.draft import Draft
from reports.admin.editor_forms import DraftForm, RecordForm, WrittenForm
from reports.admin.rail import rail
from reports.admin.revisions import who_changed
from reports.editing.draft import GONE, Gone
from reports.editing.draft import Draft as Editing
from reports.editing.holding import Changed, edit
from reports.issuing.actions import Refused
from reports.models import Report
from toolkit.texts.quoting import quoted

# What a button of the editor does, and what is said afterwards.
BUTTONS = {
    "save": (lambda draft, key: None, "已保存。"),
    "up": (lambda draft, key: draft.shift(key, -1), "已上移。"),
    "down": (lambda draft, key: draft.shift(key, 1), "已下移。"),
    "leave_out": (Editing.leave_out, "已移出总结，可以在页面最下方放回。"),
    "put_back": (Editing.put_back, "已放回总结。"),
    "remove": (Editing.remove_part, "已去掉这一部分。"),
    "split": (Editing.split, "已拆出，重新单独成条。"),
    "restore": (Editing.restore, "已恢复原文。"),
    "confirm": (Editing.confirm, "已核对，保留改写的文字。"),
    "delete": (Editing.delete, "已删除这一条。"),
}


class EditorPages(admin.ModelAdmin):
    """The editor's addresses, added to those of the stock admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/edit/", wrap(self.edit_view), name="reports_report_edit"),
            path("<int:pk>/edit/new/", wrap(self.write_view), name="reports_report_write"),
            path("<int:pk>/edit/<str:key>/", wrap(self.entry_view), name="reports_report_entry"),
            *super().get_urls(),
        ]

    def report_of(self, request, pk) -> Report:
        """The report, for staff who may see it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request).select_related("type", "updated_by"), pk=pk)

    def edit_view(self, request, pk):
        def form_of(report, data=None):
            return DraftForm(report, data, draft=Draft(report))

        return self._answer(request, self.report_of(request, pk), form_of)

    def entry_view(self, request, pk, key):
        def form_of(report, data=None):
            draft = Draft(report)
            shown = draft.entry(key)
            if shown is None or shown.entry is None:
                raise Gone(GONE)
            form = WrittenForm if shown.entry.written else RecordForm
            return form(report, data, draft=draft, shown=shown)

        report = self.report_of(request, pk)
        try:
            return self._answer(request, report, form_of, key)
        except Gone as gone:
            return self._after_gone(request, report, gone)

    def write_view(self, request, pk):
        def form_of(report, data=None):
            return WrittenForm(report, data, draft=Draft(report), section=request.GET.get("section", ""))

        return self._answer(request, self.report_of(request, pk), form_of)

    def _answer(self, request, report, form_of, key=""):
        form = form_of(report, request.POST if request.method == "POST" else None)
        if form.is_bound:
            for title in form.vanished:
                messages.warning(request, f"{quoted(title)}：{GONE}")
            verb, target = _pressed(request.POST, key)
            place = _place(form, verb, target)
            form = self._save(request, form, form_of, verb, target)
            if form is None:
                return redirect(f"{reverse('admin:reports_report_edit', args=[report.pk])}#{place}")
        return self.page(request, form.report, form.template, form=form, **form.about)

    def _save(self, request, form, form_of, verb, target):
        """Write what was typed and do what was pressed: None when done, or the form to show again."""
        if not request.user.has_perm("reports.change_report"):
            raise PermissionDenied
        gives_up = verb in form.given_up_by
        if not form.is_valid() and not gives_up:
            return form
        do, sentence = BUTTONS[verb]
        try:
            with edit(report=form.report, by=request.user, revision=form.based_on) as draft:
                if not gives_up:
                    form.apply(draft)
                do(draft, target)
        except Changed as changed:
            form = form.rebased(form_of(changed.report))
            form.changed, form.pressed = who_changed(changed.report), f"{verb} {target}"
            return form
        except Refused as refusal:
            messages.error(request, str(refusal))
            return form
        self.log_change(request, form.report, f"编辑页：{sentence}")
        messages.success(request, sentence)
        if not gives_up:
            tell(request, form)
        return None

    def _after_gone(self, request, report, gone):
        """Back to the draft; words typed over a record that is gone are offered as an item of their own."""
        messages.warning(request, str(gone))
        words = (request.POST.get("title", ""), request.POST.get("text", ""))
        if not any(words):
            return redirect("admin:reports_report_edit", report.pk)
        draft = Draft(report)
        form = WrittenForm(report, draft=draft, words=words, section=request.POST.get("section", ""))
        messages.info(request, "你写的文字还在下面，需要时可以存为自己撰写的条目。")
        address = reverse("admin:reports_report_write", args=[report.pk])
        return self.page(request, report, form.template, form=form, action=address, **form.about)

    def page(self, request, report, template, **context):
        """A page of the desk about one report, never cached."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "report": report,
            "title": report.title,
            **context,
        }
        if template == DraftForm.template:
            context |= rail(request, context["draft"])
        elif "shown" in context:
            context["title"] = context["shown"].item.title
        elif template == WrittenForm.template:
            context["title"] = "添加自己撰写的条目"
        context["is_nav_sidebar_enabled"] = False  # the draft needs the room
        # What was typed stays to be copied where the report was closed in the meantime.
        is_typed = "form" in context and context["form"].is_bound
        context["may_edit"] = request.user.has_perm("reports.change_report") and (report.is_open or is_typed)
        response = render(request, f"admin/reports/report/{template}", context)
        add_never_cache_headers(response)
        return response


def _pressed(posted, key: str) -> tuple[str, str]:
    """The button and what it is about: up activity-4. Saving over repeats the button pressed before."""
    verb, _, target = posted.get("pressed" if "over" in posted else "do", "save").partition(" ")
    return (verb, target or key) if verb in BUTTONS else ("save", key)


def _place(form, verb: str, target: str) -> str:
    """Where on the page to go on: where it stood, when it is not there any more."""
    part = form.about["draft"].part_of(target)
    return part.key if part and verb in ("leave_out", "delete") else target

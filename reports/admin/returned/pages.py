"""The desk's page for a Word file that comes back: what it says otherwise, and what of that to take over.

Nothing is kept between the two steps but what was read of the file, signed, in the page itself: it
needs no cleaning up, and is compared anew with the draft as it stands when staff choose.
"""

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html, format_html_join

from organizations.models import Committee
from reports.admin.returned.shown import Returned
from reports.admin.revisions import who_changed
from reports.editing.draft import Draft
from reports.editing.holding import Changed, edit
from reports.issuing.actions import Refused
from reports.models import Report
from reports.returning.ordering import put_in_order
from reports.returning.taking import add, frame, take
from reports.returning.word.package import MOST_BYTES, Unreadable
from reports.returning.word.reading import Reading, from_json, read

NOTHING_CHOSEN = "没有选要采用的改动，总结没有改动。"
ONLY_NUMBERS = (
    "选中的只改了数字，数字仍用记录的，所以总结没有改动。文件写的对，就先更正记录；也可以选“照文件写”。"
)


class FileForm(forms.Form):
    file = forms.FileField(
        label="改过的 Word 文件",
        help_text="在总结页面“下载”的 DOCX，用 WPS 或 Word 改过、保存过的。",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": "请选择文件。",
            "missing": "请选择文件。",
            "empty": "文件是空的，请核对选的是不是这一份。",
            "invalid": "没有收到文件，请再选一次。",
        },
    )
    required_css_class = "required"

    def __init__(self, report: Report, *args):
        super().__init__(*args, label_suffix="")
        self.report = report
        self.reading: Reading | None = None

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            self.reading = read(file.read(MOST_BYTES + 1))
            self.reading.refuse_of_another(slug=self.report.slug, office=_office())
        except Unreadable as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return file


class ReturnedPages(admin.ModelAdmin):
    """The address of the page, added to those of the editor."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.returned_view)
        return [path("<int:pk>/returned/", view, name="reports_report_returned"), *super().get_urls()]

    def returned_view(self, request, pk):
        report = self.report_of(request, pk)
        if not request.user.has_perm("reports.change_report"):
            raise PermissionDenied
        if "reading" in request.POST:
            return self._take_over(request, report)
        if not report.is_open:
            messages.error(request, _closed(report))
            return redirect("admin:reports_report_edit", report.pk)
        form = FileForm(report, *((request.POST, request.FILES) if request.method == "POST" else ()))
        if form.is_bound and form.is_valid():
            return self._show_returned(request, Returned(report, form.reading, {}))
        return self.page(request, report, "returned.html", form=form, title="读入改过的 Word 文件")

    def _show_returned(self, request, returned: Returned, revision: int | None = None, changed: str = ""):
        return self.page(
            request,
            returned.report,
            "returned.html",
            title="文件里的改动",
            returned=returned,
            reading=signing.dumps(returned.reading.to_json(), salt=_salt(returned.report), compress=True),
            revision=returned.report.revision if revision is None else revision,
            changed=changed,
        )

    def _take_over(self, request, report):
        """Write what was chosen, upon the revision that was shown; else show all of it again."""
        try:
            data = signing.loads(request.POST["reading"], salt=_salt(report))
        except signing.BadSignature:
            messages.error(request, "这一页没有完整地交回来，请再上传一次文件；总结没有改动。")
            return redirect("admin:reports_report_returned", report.pk)
        returned = Returned(report, from_json(data), request.POST)
        if not returned.taken:
            is_chosen = any(one.is_taken and not one.wish.refusal for one in returned.proposals)
            messages.warning(request, ONLY_NUMBERS if is_chosen else NOTHING_CHOSEN)
            return self._show_returned(request, returned)
        try:
            with edit(
                report=report, by=request.user, revision=_number(request.POST.get("revision"))
            ) as draft:
                _write(draft, returned)
        except Changed as late:
            again = Returned(late.report, returned.reading, request.POST)
            return self._show_returned(request, again, changed=who_changed(late.report))
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self._show_returned(request, returned)
        self._tell(request, returned)
        return redirect("admin:reports_report_edit", report.pk)

    def _tell(self, request, returned: Returned) -> None:
        """What was written, and where numbers that are words now have to be borne out."""
        places = returned.taken
        self.log_change(request, returned.report, f"采用了改过的 Word 文件：{'、'.join(places)}。")
        messages.success(request, f"已采用文件里的 {len(places)} 处改动，其余的没有动。")
        typed = [(one.edit_url, one.proposal.place) for one in returned.typed]
        if typed:
            links = format_html_join("、", '<a href="{}">{}</a>', typed)
            messages.warning(request, format_html("这几条里有数字写成了自己的文字，请核对出处：{}", links))


def _write(draft: Draft, returned: Returned) -> None:
    """What was chosen; the order first, for what is added stands behind all else."""
    if returned.order:
        put_in_order(draft, returned.order)
    for wish in returned.wishes:
        take(draft, wish)
    for changed in returned.framed:
        frame(draft, changed)
    for aside in returned.added:
        add(draft, aside)


def _office() -> str:
    committee = Committee.objects.current()
    return committee.name if committee else ""


def _salt(report: Report) -> str:
    return f"reports.returned.{report.pk}"


def _closed(report: Report) -> str:
    return (
        f"这份总结现在是“{report.get_state_display()}”，不能修改。要采用文件里的改动，先退回，或者发起更正。"
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else -1

"""The desk's page for a Word file that comes back: what it says otherwise, and what of that to take over.

Nothing is kept between the two steps but what was read of the file, signed, in the page itself: it
needs no cleaning up, and is compared anew with the draft as it stands when staff choose.
"""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse

from organizations.models import Committee
from reports.admin.revisions import who_changed
from reports.admin.traces import Origins, Trace
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document import Document
from reports.editing.draft import Changed, edit
from reports.issuing.actions import Refused
from reports.models import Report
from reports.returning.comparing import Comparison, Proposal, compare
from reports.returning.present import presents
from reports.returning.taking import Wish, take, wish_of
from reports.returning.word.package import MOST_BYTES, Unreadable
from reports.returning.word.reading import Reading, from_json, read

NOTHING_CHOSEN = "没有选要采用的改动，总结没有改动。"
ONLY_NUMBERS = (
    "选中的只改了数字，数字仍用记录的，所以总结没有改动。文件写的对，就先更正记录；也可以选“照文件写”。"
)
_OF_PARTS = ("heading-", "lead-", "items-", "campaign-")  # before the key of a part, or of an item's first
_TAKE, _AS_TYPED = "take", "typed"  # before the key of a proposal; before that and the place of a number


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


@dataclass
class ShownNumber:
    """A number that the file has otherwise than its record."""

    name: str  # of its field
    now: str
    said: str
    trace: Trace
    is_typed: bool


@dataclass
class ShownProposal:
    proposal: Proposal
    wish: Wish
    is_taken: bool
    edit_url: str
    numbers: list[ShownNumber]
    new_numbers: list[str]  # typed in the file, and no figure that the item could name

    @property
    def name(self) -> str:
        return f"{_TAKE}-{self.proposal.key}"


class Returned:
    """A file beside the draft as it is now, and what was chosen of it so far."""

    def __init__(self, report: Report, reading: Reading, chosen):
        self.report, self.reading = report, reading
        self.material = gather(report)
        self.document: Document = composed_from(self.material)
        self.comparison: Comparison = compare(reading, self.document)
        self._presents = presents(self.material, self.document)
        self._origins = Origins(self.document)
        self.proposals = [self._shown(one, chosen) for one in self.comparison.proposals]

    @property
    def signed(self) -> str:
        return signing.dumps(self.reading.to_json(), salt=_salt(self.report), compress=True)

    @property
    def wishes(self) -> list[Wish]:
        chosen = [one.wish for one in self.proposals if one.is_taken]
        return [wish for wish in chosen if not wish.refusal and not wish.is_empty]

    def _shown(self, proposal: Proposal, chosen) -> ShownProposal:
        numbers = self._numbers(proposal, chosen)
        as_typed = {at for at, number in numbers if number.is_typed}
        wish = wish_of(proposal, self._presents.get(proposal.key), self.document, as_typed)
        is_taken = f"{_TAKE}-{proposal.key}" in chosen
        return ShownProposal(
            proposal,
            wish,
            is_taken,
            edit_url(self.report, proposal.key),
            [number for _, number in numbers],
            self._new_numbers(proposal),
        )

    def _new_numbers(self, proposal: Proposal) -> list[str]:
        present = self._presents.get(proposal.key)
        typed = proposal.text.numbers.new if proposal.text and present else ()
        return [one.text for one in typed if not present.name_of(one.text)]

    def _numbers(self, proposal: Proposal, chosen) -> list[tuple[int, ShownNumber]]:
        found = []
        for at, number, figure in proposal.text.changed_numbers if proposal.text else ():
            name = f"{_AS_TYPED}-{proposal.key}-{at}"
            trace = self._origins.trace(figure, name)
            found.append((at, ShownNumber(name, number.now, number.said, trace, chosen.get(name) == "yes")))
        return found


def edit_url(report: Report, key: str) -> str:
    """Where a text is changed by hand."""
    kind, _, pk = key.rpartition("-")
    if kind in ("activity", "commendation", "written"):
        return reverse("admin:reports_report_entry", args=[report.pk, key])
    if kind.removeprefix("earlier-") in ("planitem", "commitment"):
        return reverse(f"admin:reports_{kind.removeprefix('earlier-')}_change", args=[pk])
    place = key.partition("-")[2] if key.startswith(_OF_PARTS) else key
    return f"{reverse('admin:reports_report_edit', args=[report.pk])}#{place}"


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
        wishes = returned.wishes
        if not wishes:
            is_chosen = any(one.is_taken and not one.wish.refusal for one in returned.proposals)
            messages.warning(request, ONLY_NUMBERS if is_chosen else NOTHING_CHOSEN)
            return self._show_returned(request, returned)
        try:
            with edit(
                report=report, by=request.user, revision=_number(request.POST.get("revision"))
            ) as draft:
                for wish in wishes:
                    take(draft, wish)
        except Changed as late:
            again = Returned(late.report, returned.reading, request.POST)
            return self._show_returned(request, again, changed=who_changed(late.report))
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self._show_returned(request, returned)
        places = "、".join(wish.proposal.place for wish in wishes)
        self.log_change(request, report, f"采用了改过的 Word 文件：{places}。")
        messages.success(request, f"已采用文件里的 {len(wishes)} 处改动，其余的没有动。")
        return redirect("admin:reports_report_edit", report.pk)


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

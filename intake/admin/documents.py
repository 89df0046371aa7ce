"""The desk's pages for documents: the list, taking one in, its review, one proposal by itself."""

import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers

from desk.records import TellingAdmin
from desk.scope.registry import within
from intake import actions
from intake.admin.editing import Editing
from intake.admin.paragraph import ParagraphPages
from intake.admin.review import Review
from intake.admin.sentences import breaks_of
from intake.admin.taking_in import TakingInPages
from intake.models import Document, Proposal
from intake.recording import Refused

State = Proposal.State
CHANGED = "在你打开这一页以后，有人改过这一条。你填写的都还在，没有保存；再点一次，就按你填写的保存。"
NUMBER = "[0-9]{1,18}"
BUTTONS = {"accept": actions.accept, "drop": actions.drop, "back": actions.take_back, "merge": actions.merge}


@admin.register(Document)
class DocumentAdmin(TakingInPages, ParagraphPages, TellingAdmin):
    list_display = ("name", "status", "waiting", "accepted", "created_at", "created_by")
    list_filter = ("status",)
    list_select_related = ("created_by",)
    list_per_page = 50
    date_hierarchy = "created_at"
    search_fields = ("name",)
    search_help_text = "按文件名称查找。"
    fields = ("name",)

    def get_queryset(self, request):
        counts = {
            f"{state.value}_count": Count("proposals", filter=Q(proposals__state=state)) for state in State
        }
        return super().get_queryset(request).defer("text", "reading").annotate(**counts)

    @admin.display(description="待定")
    def waiting(self, document):
        return document.open_count

    @admin.display(description="已采用")
    def accepted(self, document):
        return document.accepted_count

    def get_urls(self):
        wrap = self.admin_site.admin_view
        address = "<int:pk>/proposals/<int:proposal_pk>/"
        return [path(address, wrap(self.proposal_view), name="intake_document_proposal"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The review; half done, it waits as it stands."""
        document = self._document(request, object_id)
        review = Review(document, request.GET.get("page"))
        if request.method != "POST":
            return self._page(request, "review.html", review=review, document=document, title=document.name)
        self._require_change(request, document)
        self._file_sections(request, review)
        self._choose_campaigns(request, review)
        verb, _, key = request.POST.get("do", "").partition(" ")
        if verb == "date":
            anchor = self._date_by(request, document)
        elif verb == "arrange":
            anchor = self._arrange(request, document)
        elif verb == "all":
            anchor = self._accept_all(request, Review(document, request.GET.get("page")))
        else:
            anchor = self._press(request, review, verb, key)
            if anchor is None:
                return redirect(f"{self._proposal_address(document, key)}?check=1")
        page = f"?page={review.page.number}" if review.page.number > 1 else ""
        return redirect(f"{document.review_address}{page}{anchor}")

    def _date_by(self, request, document: Document) -> str:
        typed = request.POST.get("year", "").strip()
        if re.fullmatch("19[0-9]{2}|20[0-9]{2}", typed):
            actions.date_by(document=document, year=int(typed), by=request.user)
        else:
            messages.error(request, "请填写四位数的年份，例如 2019。")
        return ""

    def _arrange(self, request, document: Document) -> str:
        try:
            report = actions.arrange_report(document=document, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"《{report}》已照这份文件的标题和先后编排，采用的草稿发布后写入。")
        return ""

    def _file_sections(self, request, review: Review) -> None:
        """What was chosen for a whole section holds for whatever button was pressed."""
        areas = {str(area.pk): area for area in review.areas}
        for part in review.parts:
            chosen = areas.get(request.POST.get(part.field, ""))
            if chosen and chosen.pk != part.area_id:
                actions.choose_area(
                    document=review.document, section=part.number, area=chosen, by=request.user
                )

    def _choose_campaigns(self, request, review: Review) -> None:
        """Likewise what was chosen for campaigns that are not on record."""
        named = {str(one.pk): one.name for one in review.bodies.campaigns.values()}
        chosen = {}
        for one in review.proposals:
            pressed = request.POST.get(f"campaign-{one.pk}")
            if pressed in named:
                chosen[one.pk] = {"campaign": named[pressed], "new_campaign": False}
            elif pressed and (pressed == "new") != one.values.get("new_campaign", False):
                chosen[one.pk] = {"new_campaign": pressed == "new"}
        if chosen:
            actions.choose_campaigns(document=review.document, chosen=chosen, by=request.user)

    def _accept_all(self, request, review: Review) -> str:
        made, refused = actions.accept_each(proposals=review.without_notice, by=request.user)
        if made:
            messages.success(request, f"已采用 {len(made)} 条，都存为草稿。")
        for sentence in refused[:5]:
            messages.warning(request, sentence)
        if not made and not refused:
            messages.info(request, "没有可以一并采用的：剩下的都有提醒，请逐条看。")
        return ""

    def _press(self, request, review: Review, verb: str, key: str) -> str | None:
        """Do what was pressed and say where to go on; None where a form has to be filled in first."""
        rows = {str(one.pk): one for one in review.proposals}
        if verb not in BUTTONS or key not in rows:
            return ""
        later = [one for one in review.proposals if one.state == State.OPEN]
        proposal = Proposal.objects.select_related("document", "area").filter(pk=key).first() or rows[key]
        try:
            done = BUTTONS[verb](proposal=proposal, by=request.user)
        except Refused as refusal:
            if verb == "accept" and (refusal.fields or refusal.rows):
                return None
            messages.error(request, str(refusal))
            return f"#p-{key}"
        if verb == "merge":
            return f"#p-{done.pk}"
        at = next((place for place, one in enumerate(later) if str(one.pk) == key), len(later))
        following = later[at + 1 :]
        return f"#p-{following[0].pk}" if following and verb != "back" else f"#p-{key}"

    def proposal_view(self, request, pk, proposal_pk):
        document = self._document(request, pk)
        self._require_change(request, document)
        rows = document.proposals.select_related("document", "area")
        proposal = get_object_or_404(rows, pk=proposal_pk)
        if proposal.state != State.OPEN:
            messages.info(request, actions.GONE)
            return redirect(f"{document.review_address}#p-{proposal.pk}")
        if request.method == "POST":
            return self._save(request, proposal)
        editing = Editing.as_kept(proposal) if "check" in request.GET else Editing(proposal)
        if "check" in request.GET and (refusal := actions.why_not(proposal=proposal, by=request.user)):
            editing.say(refusal)
        return self._proposal_page(request, proposal, editing)

    def _save(self, request, proposal: Proposal):
        editing = Editing(proposal, request.POST)
        verb, _, at = request.POST.get("do", "save").partition(" ")
        address = f"{proposal.document.review_address}#p-{proposal.pk}"
        try:
            if verb == "split":
                at = request.POST.get("at", "")
                place = int(at) if re.fullmatch(NUMBER, at) else 0
                made = actions.split(proposal=proposal, at=place, by=request.user)
                messages.success(request, f"已拆成 {len(made)} 条。")
                return redirect(f"{proposal.document.review_address}#p-{made[0].pk}")
            if not editing.is_valid():
                return self._proposal_page(request, proposal, editing)
            if request.POST.get("stamp", editing.stamp) != editing.stamp:
                raise Refused(CHANGED)
            do = actions.change_and_accept if verb == "accept" else actions.change
            do(proposal=proposal, values=editing.values, area=self._area(proposal, editing), by=request.user)
        except Refused as refusal:
            editing.is_valid()
            editing.say(refusal)
            return self._proposal_page(request, proposal, editing)
        messages.success(request, "已采用，存为草稿。" if verb == "accept" else "已改好，还没有采用。")
        return redirect(address)

    def _area(self, proposal: Proposal, editing: Editing):
        return editing.area if "area" in editing.form.fields else proposal.area

    def _proposal_page(self, request, proposal: Proposal, editing: Editing):
        breaks = breaks_of(proposal) if proposal.kind == Proposal.Kind.ACTIVITY else []
        return self._page(
            request,
            "proposal.html",
            proposal=proposal,
            document=proposal.document,
            editing=editing,
            breaks=breaks,
            title=proposal.title,
        )

    def _document(self, request, pk) -> Document:
        if not re.fullmatch(NUMBER, str(pk)):
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(within(Document.objects.all(), request.user), pk=pk)

    def _require_change(self, request, document: Document) -> None:
        if not self.has_change_permission(request, document):
            raise PermissionDenied

    def _proposal_address(self, document: Document, key) -> str:
        return reverse("admin:intake_document_proposal", args=[document.pk, key])

    def _page(self, request, template: str, **context):
        """A page of the desk about a document, never cached."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "may_change": self.has_change_permission(request),
            "is_nav_sidebar_enabled": False,  # the text and its proposals need the room
            **context,
        }
        response = render(request, f"admin/intake/{template}", context)
        add_never_cache_headers(response)
        return response

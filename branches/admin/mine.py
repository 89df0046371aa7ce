"""The page of whoever reports for a branch: what came back, what is asked, what was reported and its fate."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.urls import path

from branches.fate import fates_of
from branches.models import BranchReport, CensusReturn
from desk.scope.registry import within

ON_A_PAGE = 20


class MinePages(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.mine_view)
        return [path("mine/", view, name="branches_branchreport_mine"), *super().get_urls()]

    def mine_view(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        reports = self.get_queryset(request).select_related("organization", "activity").order_by("-pk")
        returned = list(reports.filter(state=BranchReport.State.RETURNED)[:ON_A_PAGE])
        page = Paginator(reports.exclude(state=BranchReport.State.RETURNED), ON_A_PAGE).get_page(
            request.GET.get("page")
        )
        fates = fates_of([*returned, *page])
        context = {
            **self.admin_site.each_context(request),
            "title": "支部来报",
            "opts": self.opts,
            "returned": [(one, fates[one.pk]) for one in returned],
            "reports": [(one, fates[one.pk]) for one in page],
            "page": page,
            "asked": within(CensusReturn.objects.to_fill_in(), request.user),
            "may_add": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/branches/mine.html", context)

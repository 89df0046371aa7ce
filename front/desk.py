"""The staff desk: its name, the order of its index, and how records are named in a search."""

from functools import partial, wraps

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.http import Http404, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.timezone import localdate


class DeskConfig(AdminConfig):
    default_site = "front.desk.Desk"


class LabelledSearch(AutocompleteJsonView):
    def serialize_result(self, obj, to_field_name):
        """As the stock view, but an admin with ``label_in_search`` says how to tell its records apart."""
        result = super().serialize_result(obj, to_field_name)
        label = getattr(self.model_admin, "label_in_search", str)
        return {**result, "text": label(obj)}


class Desk(AdminSite):
    site_header = "共青团工作台"
    site_title = "共青团工作台"
    index_title = "今天要做什么"

    # The index, in the order of the work.
    ORDER = {
        "activities": ("Activity", "Figure", "Indicator", "Campaign", "WorkArea", "Tag"),
        "reports": ("Report", "PlanItem", "Commitment", "ReportType"),
        "branches": ("BranchReport", "CensusRound", "CensusReturn"),
        "intake": ("Document", "Batch", "SheetImport"),
        "notices": ("Notice",),
        "honors": ("Commendation", "AwardTitle", "HonorReceived"),
        "volunteers": ("Team", "Volunteer", "ServiceRecord", "ServiceField"),
        "corrections": ("Correction",),
        "organizations": ("Committee", "Organization", "Partner", "Person"),
        "search": ("Asked",),
        "toolkit": ("FormerAddress",),
        "desk": ("LogLine", "Overruled", "Binned"),
        "auth": ("User", "Group"),
        "accounts": ("Terms",),
    }

    def index(self, request, extra_context=None):
        """Whoever begins the day here empties the bin of what is over, and reads what is to be done."""
        from desk.bin.actions import empty  # here: this module is read before there are models
        from desk.scope.reach import sees_any
        from desk.today.board import board_of
        from front.so_far import half_so_far

        empty()
        told = {"board": board_of(self.desks(), request), "so_far": half_so_far(request.user, localdate())}
        told["is_tied"] = sees_any(request.user)
        return super().index(request, told | (extra_context or {}))

    def on_site(self, request, content_type_id, object_id):
        """The public page of a record, for whoever sees it here; Django's own tells of any record."""
        from django.contrib.contenttypes.models import ContentType

        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        if model not in self._registry or not hasattr(model, "get_absolute_url"):
            raise Http404
        return redirect(self._registry[model].record_at(request, object_id))

    def desks(self) -> list[ModelAdmin]:
        """Those of all kinds of records, in the order of the index."""
        of_names = {(model._meta.app_label, model.__name__): desk for model, desk in self._registry.items()}
        return [of_names[app, name] for app, names in self.ORDER.items() for name in names]

    def get_urls(self):
        from accounts.views import own_pages
        from reports.questions.pages import answer_file, answer_page

        def questions(page):
            return self.admin_view(partial(page, site=self))

        stock = (one for one in super().get_urls() if getattr(one, "name", "") != "view_on_site")
        on_site = self.admin_view(self.on_site)
        return [
            *own_pages(),
            path("questions/", questions(answer_page), name="questions"),
            path("questions/file/", questions(answer_file), name="questions-file"),
            path("r/<int:content_type_id>/<path:object_id>/", on_site, name="view_on_site"),
            *stock,
        ]

    def login(self, request, extra_context=None):
        from accounts.arriving import arrive
        from branches.reach import only_reports
        from desk.log.events import note, note_refused_sign_in
        from desk.models import Kind

        answer = super().login(request, extra_context)
        if request.method == "POST" and request.user.is_authenticated and answer.status_code == 302:
            arrive(request)
            note(Kind.SIGNED_IN, by=request.user)
            if answer.url == reverse("admin:index") and only_reports(request.user):
                answer = HttpResponseRedirect(reverse("admin:branches_branchreport_mine"))
        elif request.method == "POST":
            note_refused_sign_in(request.POST.get("username", ""))
        return answer

    def logout(self, request, extra_context=None):
        from desk.log.events import note
        from desk.models import Kind

        if request.method == "POST" and request.user.is_authenticated:
            note(Kind.SIGNED_OUT, by=request.user)
        return super().logout(request, extra_context)

    def password_change(self, request, extra_context=None):
        from accounts.arriving import PASSWORD, done

        answer = super().password_change(request, extra_context)
        if request.method == "POST" and answer.status_code == 302:
            done(request, PASSWORD)
        return answer

    def get_app_list(self, request, app_label=None):
        apps = self._build_app_dict(request, app_label)
        for label, app in apps.items():
            app["models"].sort(key=lambda model, order=self.ORDER[label]: order.index(model["object_name"]))
        return [apps[label] for label in self.ORDER if label in apps]

    def admin_view(self, view, cacheable=False):
        """As the stock wrapper, but without NUL bytes in a query, which PostgreSQL refuses to read."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def answer(request, *args, **kwargs):
            query = request.META.get("QUERY_STRING", "")
            if "%00" in query:
                request.GET = QueryDict(query.replace("%00", ""))
            return guarded(request, *args, **kwargs)

        return answer

    def autocomplete_view(self, request):
        return LabelledSearch.as_view(admin_site=self)(request)

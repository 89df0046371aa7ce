from django.db.models import Count, OuterRef
from django.http import Http404

import counting
from activities.covers import cover_of, newest_cover
from activities.series import bars_of, series_of
from toolkit.public_pages import Column, ColumnView, RecordView
from toolkit.publishing import is_published
from volunteers.models import ServiceRecord, Team


class TeamListView(ColumnView):
    """Teams, commandos, stations and vehicles: all of them, or one kind (?kind=)."""

    column = Column(
        "志愿服务", "志愿服务队、青年突击队、服务站和服务车", ("共青团", "志愿者", "志愿服务"), "志愿服务"
    )

    def get_queryset(self):
        self.kind = self._chosen_kind()
        teams = Team.objects.published().select_related("organization").prefetch_related("fields")
        teams = teams.annotate(
            activity_count=Count("activities", filter=is_published("activities")),
            told_cover=newest_cover(activity__teams=OuterRef("pk")),
        )
        teams = teams.defer("body").order_by("kind", "name")
        return teams.filter(kind=self.kind) if self.kind else teams

    def get_context_data(self, **kwargs):
        sizes = Team.objects.published().sizes()
        context = super().get_context_data(
            kind=self.kind,
            sizes=[size | {"label": Team.Kind(size["kind"]).label} for size in sizes],
            hours=ServiceRecord.objects.told().hours(),
            **kwargs,
        )
        for team in context["object_list"]:
            team.photo = cover_of(team.told_cover)
        return context

    def _chosen_kind(self):
        kind = self.request.GET.get("kind")
        if not kind:
            return None
        if kind not in Team.Kind.values:
            raise Http404
        return Team.Kind(kind)


class TeamView(RecordView):
    """A team and what it did over time: its activities, and the hours that were recorded for it."""

    model = Team

    def get_queryset(self):
        teams = Team.objects.select_related("organization").prefetch_related("fields")
        return teams.annotate(told_cover=newest_cover(activity__teams=OuterRef("pk")))

    def get_context_data(self, **kwargs):
        series = series_of(self.object.activities.published(), self.request)
        hours = self.object.service_records.told().hours_by_year()
        notes = {year: f"服务时长 {counting.plain(total)} 小时" for year, total in hours.items()}
        return super().get_context_data(
            **series,
            photo=cover_of(self.object.told_cover),
            hours=sum(hours.values()),
            years=bars_of(series["by_year"], notes),
            **kwargs,
        )

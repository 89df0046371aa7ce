from django.http import Http404

import counting
from activities.covers import covers_of
from activities.series import bars_of, series_of
from toolkit.pages.public import Column, ColumnView, RecordView
from volunteers.models import ServiceRecord, Team


class TeamListView(ColumnView):
    """Teams, commandos, stations and vehicles: all of them, or one kind (?kind=)."""

    column = Column(
        "志愿服务", "志愿服务队、青年突击队、服务站和服务车", ("共青团", "志愿者", "志愿服务"), "志愿服务"
    )

    def get_queryset(self):
        self.kind = self._chosen_kind()
        self.sizes = list(Team.objects.published().sizes())
        self.number = sum(size["rows"] for size in self.sizes if self.kind in (None, size["kind"]))
        teams = Team.objects.published().as_cards().order_by("kind", "name")
        return teams.filter(kind=self.kind) if self.kind else teams

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            kind=self.kind,
            sizes=[size | {"label": Team.Kind(size["kind"]).label} for size in self.sizes],
            hours=ServiceRecord.objects.told().hours(),
            **kwargs,
        )
        covers = covers_of(context["object_list"])
        for team in context["object_list"]:
            team.photo = covers.get(team.pk)
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
    queryset = Team.objects.select_related("organization").with_field_names()

    def get_context_data(self, **kwargs):
        series = series_of(self.object.activities.published(), self.request)
        hours = self.object.service_records.told().hours_by_year()
        notes = {year: f"服务时长 {counting.plain(total)} 小时" for year, total in hours.items()}
        return super().get_context_data(
            **series,
            photo=covers_of([self.object]).get(self.object.pk),
            hours=sum(hours.values()),
            years=bars_of(series["by_year"], notes),
            **kwargs,
        )

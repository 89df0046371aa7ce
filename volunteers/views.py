from decimal import Decimal

from django.http import Http404
from django.utils import timezone

import counting
from activities.series import bars_of, series_of, told_of
from toolkit.kept.told import rows_of, told
from toolkit.pages.public import Column, ColumnView, RecordView, page_number
from volunteers.lists import TEAM, TEAMS, hours_by_year, numbers_by_years, team_list
from volunteers.models import Team


class TeamListView(ColumnView):
    """Teams, commandos, stations and vehicles: all of them, or one kind (?kind=)."""

    column = Column(
        "志愿服务", "志愿服务队、青年突击队、服务站和服务车", ("共青团", "志愿者", "志愿服务"), "志愿服务"
    )

    template_name = "volunteers/team_list.html"

    def get_queryset(self):
        self.kind = self._chosen_kind()
        first = (page_number(self.request) - 1) * self.paginate_by
        asked = {"kind": self.kind, "first": first, "most": self.paginate_by}
        self.found = told(TEAMS, now=timezone.now(), **asked)
        self.sizes = rows_of(self.found["sizes"])
        return range(sum(size["rows"] for size in self.sizes if self.kind in (None, size["kind"])))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            kind=self.kind,
            sizes=[size | {"label": Team.Kind(size["kind"]).label} for size in self.sizes],
            hours=rows_of(self.found["hours"])[0]["hours"],
            shown=team_list(self.found["teams"], self.found["covers"]),
            **kwargs,
        )

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
        numbers = numbers_by_years()
        found = told_of(TEAM, self.object.pk, self.request, numbers=numbers, hours=hours_by_year())
        series = series_of(found, self.request)
        hours = {row["year"]: row["total"] for row in rows_of(found["hours"])}
        notes = {year: f"服务时长 {counting.plain(Decimal(total))} 小时" for year, total in hours.items()}
        return super().get_context_data(
            **series,
            hours=sum(hours.values()),
            years=bars_of(series["by_year"], notes),
            **kwargs,
        )

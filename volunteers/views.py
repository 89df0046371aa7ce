from django.http import Http404

from toolkit.public_pages import Column, ColumnView, RecordView
from volunteers.models import ServiceRecord, Team


class TeamListView(ColumnView):
    """Teams, commandos, stations and vehicles: all of them, or one kind (?kind=)."""

    column = Column(
        "志愿服务", "志愿服务队、青年突击队、服务站和服务车", ("共青团", "志愿者", "志愿服务"), "志愿服务"
    )

    def get_queryset(self):
        self.kind = self._chosen_kind()
        teams = Team.objects.published().select_related("organization").prefetch_related("fields")
        teams = teams.defer("body").order_by("kind", "name")
        return teams.filter(kind=self.kind) if self.kind else teams

    def get_context_data(self, **kwargs):
        sizes = Team.objects.published().sizes()
        return super().get_context_data(
            kind=self.kind,
            sizes=[size | {"label": Team.Kind(size["kind"]).label} for size in sizes],
            hours=ServiceRecord.objects.told().hours(),
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
    model = Team
    queryset = Team.objects.select_related("organization").prefetch_related("fields")

    def get_context_data(self, **kwargs):
        activities = self.object.activities.published().with_cover().prefetch_related("figures")
        return super().get_context_data(activities=activities.newest_first()[:10], **kwargs)

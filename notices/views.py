from django.http import Http404

from notices.models import Notice
from toolkit.pages.public import Column, ColumnView, RecordView
from toolkit.publishing import name_of

OTHERS = 4  # a notice leads on to so many


class NoticeListView(ColumnView):
    """Notices, the newest first: all of them, or one kind (?kind=)."""

    column = Column(
        "通知公告", "团区委发布的通知、公告和公示", ("共青团", "通知", "公告", "公示"), "通知公告"
    )

    def get_queryset(self):
        self.kind = self._chosen_kind()
        notices = Notice.objects.published().select_related("organization").defer("body").newest_first()
        return notices.filter(kind=self.kind) if self.kind else notices

    def get_context_data(self, **kwargs):
        return super().get_context_data(kind=self.kind, kinds=list(Notice.Kind), **kwargs)

    def _chosen_kind(self):
        kind = self.request.GET.get("kind")
        if not kind:
            return None
        if kind not in Notice.Kind.values:
            raise Http404
        return Notice.Kind(kind)


class NoticeView(RecordView):
    model = Notice
    queryset = Notice.objects.select_related("organization").annotate(approver=name_of("approved_by"))

    def get_context_data(self, **kwargs):
        others = Notice.objects.published().exclude(pk=self.object.pk).newest_first()
        told = others.only("title", "kind", "published_at")[:OTHERS]
        return super().get_context_data(others=told, **kwargs)

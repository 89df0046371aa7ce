from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe

from notices.models import Attachment, Notice
from toolkit.attached.judging import CONTENT_TYPES
from toolkit.pages.public import Column, ColumnView, RecordView, may_preview
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
        files = self.object.attachments.defer("words")
        return super().get_context_data(others=told, files=files, **kwargs)


@require_safe
def attachment(request, pk, file):
    """A document of a notice that the reader may see, to be saved and never shown in the page.

    Nobody's but the reader's own browser keeps it, and asks again, so that what was withdrawn is gone.
    """
    asked = Attachment.objects.select_related("notice").defer("words", "notice__body")
    found = get_object_or_404(asked, pk=file, notice=pk)
    is_public = found.notice.is_published
    if not is_public and not may_preview(request.user, found.notice):
        raise Http404
    try:
        content = found.file.storage.open(found.file.name)
    except OSError:
        raise Http404 from None
    response = FileResponse(
        content, as_attachment=True, filename=found.file_name, content_type=CONTENT_TYPES[found.kind]
    )
    if is_public:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        add_never_cache_headers(response)
    return response

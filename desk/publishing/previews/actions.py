"""What follows from an opinion on a page that was shown beforehand."""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

from desk.models import Draft, Opinion, Preview
from desk.publishing.acts import ALL, Said, Status, take


@transaction.atomic
def give_opinion(*, preview: Preview, opinion: Opinion, at: datetime) -> None:
    """Keep what somebody said; what is returned while it waits for review goes back to its writer.

    Whoever has a link has no account: the log names the person who made the link, and quotes the name given.
    """
    opinion.preview, opinion.at = preview, at
    opinion.save()
    record = preview.content_type.model_class()._base_manager.select_for_update().get(pk=preview.object_id)
    words = f"{opinion.name}通过预览链接{opinion.get_kind_display()}。"
    if opinion.reason:
        words += f"原因：{opinion.reason}"
    LogEntry.objects.log_actions(
        preview.made_by_id, [record], CHANGE, change_message=words, single_object=True
    )
    if opinion.kind != Opinion.Kind.RETURNED:
        return
    reason = f"{opinion.name}（预览链接）：{opinion.reason}"[:300]
    # A draft that was begun after the link was made is none that its holder has seen.
    drafts = Draft.objects.of(record).filter(sent_at__isnull=False, created_at__lte=preview.made_at)
    if not drafts.update(sent_at=None, returned_for=reason) and record.status == Status.IN_REVIEW:
        take(ALL["return"], record=record, by=preview.made_by, at=at, said=Said(reason=reason))

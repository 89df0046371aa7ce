"""What somebody with the right let become public all the same; holds for just those words."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from desk.models import Overruled

RIGHT = "desk.overrule_privacy"


def overruled(records: Sequence[Model]) -> set[tuple[int, str]]:
    """What was let pass: keys of records with fingerprints. A text that was changed has others."""
    if not records:
        return set()
    kind = ContentType.objects.get_for_model(records[0])
    rows = Overruled.objects.filter(content_type=kind, object_id__in=[record.pk for record in records])
    return set(rows.values_list("object_id", "fingerprint"))


def overrule(hits: Iterable, *, record: Model, by, at: datetime, reason: str) -> None:
    kind = ContentType.objects.get_for_model(record)
    Overruled.objects.bulk_create(
        Overruled(
            content_type=kind,
            object_id=record.pk,
            place=hit.place,
            kind=hit.kind,
            words=hit.words,
            fingerprint=hit.fingerprint,
            reason=reason,
            by=by,
            at=at,
        )
        for hit in hits
    )

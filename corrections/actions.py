from datetime import timedelta

from django.db import transaction

from corrections.models import Correction, Sending

STRETCH = timedelta(minutes=10)
MOST_IN_A_STRETCH = 20  # a whole school may stand behind one network address
FORGOTTEN_AFTER = timedelta(days=1)


@transaction.atomic
def move(*, corrections, to, by, at) -> list[Correction]:
    """Note that these corrections are now ``to``, through whom and when; returns those that were not yet."""
    moved = list(
        corrections.model.objects.filter(pk__in=corrections.values("pk"))
        .select_for_update()
        .exclude(state=to)
    )
    for correction in moved:
        correction.state, correction.handled_by, correction.handled_at = to, by, at
    Correction.objects.bulk_update(moved, ("state", "handled_by", "handled_at"))
    return moved


@transaction.atomic
def count_sending(*, client: str, at) -> int:
    """Count one more form from a client; the seconds it has to wait when that was too many, else 0."""
    starts_at = at - timedelta(seconds=at.timestamp() % STRETCH.total_seconds())
    sending, is_first = Sending.objects.select_for_update().get_or_create(client=client, starts_at=starts_at)
    sending.number += 1
    sending.save(update_fields=("number",))
    if is_first:
        Sending.objects.filter(starts_at__lt=at - FORGOTTEN_AFTER).delete()
    if sending.number <= MOST_IN_A_STRETCH:
        return 0
    return max(1, round((starts_at + STRETCH - at).total_seconds()))

from django.db import transaction

from honors.models import Award, AwardTitle, HonorReceived, HonorRecipient


@transaction.atomic
def add_recipients(*, title: AwardTitle, names: list[str]) -> list[Award]:
    """Enter people under a title, after those already there; who is there is not entered twice.

    ``names`` are as toolkit.names keeps those of persons.
    """
    return Award.objects.bulk_create(
        Award(title=title, name=name, position=place) for place, name in _new(title.awards, names)
    )


@transaction.atomic
def name_recipients(*, honor: HonorReceived, names: list[str]) -> list[HonorRecipient]:
    """Enter who bears an honour from above, as under a title of the committee's own."""
    return HonorRecipient.objects.bulk_create(
        HonorRecipient(honor=honor, name=name, position=place)
        for place, name in _new(honor.recipients, names)
    )


def _new(rows, names: list[str]):
    """Those of the names that are not among the rows, each with its place behind them."""
    there = set(rows.values_list("name", flat=True))
    new = [name for name in dict.fromkeys(names) if name not in there]
    last = rows.order_by("position").values_list("position", flat=True).last() or 0
    return list(enumerate(new, last + 1))

from django.db import transaction

from honors.models import Award, AwardTitle


@transaction.atomic
def add_recipients(*, title: AwardTitle, names: list[str]) -> list[Award]:
    """Enter people under a title, after those already there; who is there is not entered twice.

    ``names`` are as toolkit.names keeps those of persons.
    """
    there = set(title.awards.values_list("name", flat=True))
    new = [name for name in dict.fromkeys(names) if name not in there]
    last = title.awards.order_by("position").values_list("position", flat=True).last() or 0
    return Award.objects.bulk_create(
        Award(title=title, name=name, position=place) for place, name in enumerate(new, last + 1)
    )

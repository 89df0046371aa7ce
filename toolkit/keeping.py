"""For migrations: rows written before toolkit.names knew how their words are kept.

Migrations use the rules as they are on the day that they run, on purpose: a row reads afterwards as if it
were saved that day, and nothing later rests on what the rules were.
"""

from collections.abc import Callable

from django.db import DataError, IntegrityError, transaction


def keep_anew(model, **keep: Callable[[str], str]) -> None:
    """Rewrite these columns of every row, each by its function; rows are read by thousands.

    A row stays as it is where a form would refuse the other one: it would say what another says
    already (whether they are one is for staff to tell), say nothing, or be too long.
    """
    for key, *values in model.objects.order_by("pk").values_list("pk", *keep).iterator():
        kept = {name: keep[name](value) for name, value in zip(keep, values, strict=True)}
        if [*kept.values()] != values and not _rewritten(model, key, kept):
            print(f"{model._meta.verbose_name} {key}：整理后会与另一条相同，或者不合规则，没有改动，请核对。")


def _rewritten(model, key, kept: dict[str, str]) -> bool:
    if any(not value and not model._meta.get_field(name).blank for name, value in kept.items()):
        return False
    try:
        with transaction.atomic():
            model.objects.filter(pk=key).update(**kept)
    except (IntegrityError, DataError):
        return False
    return True

"""For migrations: rows written before toolkit.names knew how their words are kept."""

from collections.abc import Callable

from django.db import IntegrityError, transaction


def keep_anew(model, **keep: Callable[[str], str]) -> None:
    """Rewrite these columns of every row, each by its function.

    Where a row would then say what another says already, both stay as they are: whether they
    are one is for staff to tell.
    """
    for key, *values in model.objects.order_by("pk").values_list("pk", *keep).iterator():
        kept = {name: keep[name](value) for name, value in zip(keep, values, strict=True)}
        if [*kept.values()] != values:
            try:
                with transaction.atomic():
                    model.objects.filter(pk=key).update(**kept)
            except IntegrityError:
                print(f"{model._meta.verbose_name} {key}：整理后与另一条相同，请在后台核对。")

"""Which total (指标) a figure enters: the one that staff chose for it, else the one whose rule tells most.

A rule that names words tells more than one that names what is counted, and that more than the unit alone.
Where two tell as much, nobody but staff can choose, and the figure enters none. The rule is told twice, to
Python and to the database; a test holds the two together.
"""

from collections.abc import Iterable, Sequence
from functools import cache, reduce
from itertools import groupby
from operator import or_

from django.db.models import Case, IntegerField, Q, Value, When

import counting
from activities.models import Figure, Indicator
from toolkit.kept.told import records_of, rows_of, statement_of, told


def indicator_of(figure: Figure, indicators: Sequence[Indicator]) -> Indicator | None:
    """The total that the figure enters; None where it enters none."""
    found = candidates(figure, indicators)
    return found[0] if len(found) == 1 else None


def candidates(figure: Figure, indicators: Sequence[Indicator]) -> list[Indicator]:
    """The totals that the figure may enter, of which nothing but staff's choice could prefer one."""
    if figure.indicator_id:
        chosen = [one for one in indicators if one.pk == figure.indicator_id]
        return [one for one in chosen if _is_alike(figure, one)]
    fitting = [one for one in indicators if _fits(figure, one)]
    most = max(map(_weight, fitting), default=None)
    return [one for one in fitting if _weight(one) == most]


# All of a figure that says which total it enters.
_TOLD_BY = ("indicator_id", "kind", "unit", "counts", "name", "noun", "as_of")


def by_indicator(figures: Iterable, indicators: Sequence[Indicator]) -> dict[int, list]:
    """The figures that enter each of the totals, by its key."""
    found: dict[int, list] = {one.pk: [] for one in indicators}
    known: dict[tuple, Indicator | None] = {}  # many figures are alike
    for figure in figures:
        alike = tuple(getattr(figure, name) for name in _TOLD_BY)
        if alike not in known:
            known[alike] = indicator_of(figure, indicators)
        if entered := known[alike]:
            found[entered.pk].append(figure)
    return found


def entered(indicators: Sequence[Indicator]) -> Case:
    """The key of the total that a figure enters, for the database to find."""
    whens = [When(_alike(one) & Q(indicator=one.pk), then=one.pk) for one in indicators]
    whens.append(When(indicator__isnull=False, then=None))
    by_rule = sorted((one for one in indicators if not one.is_chosen_only), key=_weight, reverse=True)
    for _, group in groupby(by_rule, key=_weight):
        of_weight = list(group)
        for one in of_weight:
            others = [_rule(other) for other in of_weight if other != one]
            whens.append(When(_rule(one) & ~reduce(or_, others) if others else _rule(one), then=one.pk))
        whens.append(When(reduce(or_, map(_rule, of_weight)), then=None))
    return Case(*whens, default=Value(None), output_field=IntegerField())


def service_of(indicators: Iterable[Indicator]) -> Indicator | None:
    """The total that hours on record enter."""
    return next((one for one in indicators if one.takes_service), None)


def told_indicators() -> str:
    """All of them as a text, for whoever keeps what rests on them."""
    return told(_all_indicators())["indicators"]


@cache
def _all_indicators() -> dict[str, str]:
    return {"indicators": statement_of(Indicator.objects.values())}


def indicators_of(text: str) -> list[Indicator]:
    return records_of(Indicator, rows_of(text))


def added_up(figures: Iterable) -> counting.Count | None:
    """The sum of those figures that enter it; None where none does, for nothing is not a number."""
    parts = counting.entering(figures)
    return counting.sum_of(parts) if parts else None


def _weight(indicator: Indicator) -> tuple[bool, bool]:
    return bool(indicator.told_words), bool(indicator.counts)


def _fits(figure: Figure, indicator: Indicator) -> bool:
    words = indicator.told_words
    return (
        not indicator.is_chosen_only
        and figure.kind == indicator.kind
        and _is_alike(figure, indicator)
        and indicator.counts in ("", figure.counts)
        and (not words or any(word in text for word in words for text in (figure.name, figure.noun)))
    )


def _is_alike(figure: Figure, indicator: Indicator) -> bool:
    is_of_its_sort = counting.sort_of(figure.unit) == counting.sort_of(indicator.unit)
    return is_of_its_sort and bool(figure.as_of) == indicator.is_stock


def _rule(indicator: Indicator) -> Q:
    rule = _alike(indicator) & (Q(counts=indicator.counts) if indicator.counts else Q())
    words = [Q(name__contains=word) | Q(noun__contains=word) for word in indicator.told_words]
    return rule & reduce(or_, words) if words else rule


def _alike(indicator: Indicator) -> Q:
    """Of one kind, and of one unit where units of the kind may not be added; stocks, or what is added."""
    alike = ~Q(as_of="") if indicator.is_stock else Q(as_of="")
    is_people = indicator.kind == counting.PEOPLE
    return alike & (Q(kind=indicator.kind) if is_people else Q(kind=indicator.kind, unit=indicator.unit))

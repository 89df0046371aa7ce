"""The half-year so far on the desk's first page: its totals, and how many activities each month had."""

from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

import counting
from activities.models import Activity, Indicator
from desk.scope.reach import reach_of
from desk.scope.registry import within
from reports.composing.totals import ACTIVITIES
from reports.document.periods import HalfYear, Month
from reports.over_time.numbers import OverTime, begun
from reports.questions.answer import Answer
from reports.questions.asking import periods_offered, question_of_all
from toolkit.pages.numbers import Bar, scaled


def half_so_far(user, today: date) -> dict:
    """What is published of the half-year that it is, as far as the account reaches.

    Each number leads to the page that asks for it.
    """
    half = HalfYear.containing(today)
    questions = reverse("admin:questions")
    return {
        "half": half,
        "totals": _totals(today, half) if reach_of(user).is_whole else _totals_within(half, user),
        "bars": _bars(today, half, user, questions),
        "address": f"{questions}?period={half.slug}",
        "periods": [(name, f"{questions}?period={slug}") for slug, name in periods_offered(today)],
    }


def _totals(today: date, half: HalfYear) -> list[tuple[str, str]]:
    """Of all, from few rows; there may be very many activities."""
    indicators = list(Indicator.objects.all())
    on_desk = [one for one in indicators if one.is_on_desk]
    numbers = OverTime(today, on_desk, indicators=indicators, within=half)
    found = [(name, numbers.number(name, half)) for name in (ACTIVITIES, *(one.name for one in on_desk))]
    return [(name, counting.write_total(count)) for name, count in found if count]


def _totals_within(half: HalfYear, user) -> list[tuple[str, str]]:
    answer = Answer(question_of_all(half, user))
    shown = {ACTIVITIES, *(one.name for one in answer.indicators if one.is_on_desk)}
    return [(figure.label, figure.text) for figure in answer.totals if figure.label in shown]


def _bars(today: date, half: HalfYear, user, questions: str) -> list[tuple[Bar, int]]:
    """The months that have begun; what lies in two of them is in both, as in a report of each."""
    first = Month.containing(half.first_day).number
    months = [Month(half.year, number) for number in range(first, today.month + 1)]
    activities = within(begun(Activity, today).held_between(half.first_day, today), user)
    numbers = activities.aggregate(**{f"in_{month.number}": _held_in(month) for month in months})
    bars = [_bar(month, numbers[f"in_{month.number}"], questions) for month in months]
    return scaled(bars) if any(bar.value for bar in bars) else []


def _held_in(month: Month) -> Count:
    return Count("pk", filter=Q(starts_on__lte=month.last_day, ends_on__gte=month.first_day))


def _bar(month: Month, number: int, questions: str) -> Bar:
    name = month.NAMES[month.number - 1]
    if not number:
        return Bar(name, None, "没有活动")
    return Bar(name, number, f"{number}项", f"{questions}?period={month.slug}")

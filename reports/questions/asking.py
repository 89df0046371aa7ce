"""A question as the filters of the list of activities put it: which days, and which of their activities."""

from dataclasses import dataclass
from datetime import date

from django.contrib.admin import AdminSite
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from activities.admin.activity import ActivityAdmin
from activities.models import Activity
from desk.filtering import Days, Related
from desk.filtering.days import PERIOD, SINCE, UNTIL
from desk.scope.registry import within
from reports.document.periods import FIRST_YEAR, HalfYear, Month, Period, Quarter, Year
from toolkit.dates.timing import range_text
from volunteers.models import ServiceRecord

FIRST_DAY = date(FIRST_YEAR, 1, 1)
ASKED_BY = (PERIOD, SINCE, UNTIL, "area__id__exact", "campaigns", "tags", "organizers")


class QuestionDesk(ActivityAdmin):
    """The list of activities for a question: as far as the reader may see them, without their drafts."""

    list_filter = (
        Days.held(),
        "area",
        Related.by("campaigns"),
        Related.by("tags"),
        Related.by("organizers", "主办"),
    )
    list_per_page = 1
    date_hierarchy = None

    def get_list_filter(self, request):
        return self.list_filter


@dataclass
class Question:
    """The days, the activities that are asked for, and what narrows them, in words."""

    start: date
    end: date
    as_of: date
    days: str  # in words
    narrowed: dict[str, str]  # by the name of a filter, what is chosen
    activities: QuerySet
    unpublished: int  # activities that meet the same conditions, and that nobody outside may see
    service: QuerySet
    query: str  # of the list of the same activities

    @property
    def is_running(self) -> bool:
        return self.as_of < self.end

    @property
    def is_of_all(self) -> bool:
        return not self.narrowed


def understood(asked: QueryDict) -> QueryDict:
    """What of an address asks for something; without any days for the half-year that it is."""
    known = QueryDict(mutable=True)
    for name in ASKED_BY:
        if name in asked:
            known[name] = asked[name]
    if not any(known.get(name) for name in (PERIOD, SINCE, UNTIL)):
        known[PERIOD] = HalfYear.containing(timezone.localdate()).slug
    return known


def question_of_all(period: Period, user) -> Question:
    """Of all that the account reaches in a period."""
    as_of = min(period.last_day, timezone.localdate())
    seen = within(Activity.objects.held_between(period.first_day, as_of), user)
    service = within(ServiceRecord.objects.served_between(period.first_day, as_of), user)
    return Question(
        period.first_day, period.last_day, as_of, str(period), {}, seen.published(), 0, service, ""
    )


def question_of(request, site: AdminSite):
    """The list that is narrowed, and the question; None for it where its days were not understood."""
    changelist = QuestionDesk(Activity, site).get_changelist_instance(request)
    days = changelist.filter_specs[0]
    if days.refusal:
        return changelist, None
    return changelist, _question(request, changelist, days)


def _question(request, changelist, days) -> Question:
    today = timezone.localdate()
    start, end = days.start or FIRST_DAY, days.end or today
    as_of = min(end, today)
    meant = changelist.queryset.order_by().filter(starts_on__lte=as_of)
    activities = Activity.objects.filter(pk__in=meant.values("pk"))
    narrowed = {spec.title: told for spec in changelist.filter_specs[1:] if (told := _told(spec, changelist))}
    return Question(
        start=start,
        end=end,
        as_of=as_of,
        days=_days_in_words(days, start, end, as_of),
        narrowed=narrowed,
        activities=activities.published(),
        unpublished=activities.count() - activities.published().count(),
        service=within(ServiceRecord.objects.served_between(start, as_of), request.user),
        query=changelist.get_query_string(
            {SINCE: start.isoformat(), UNTIL: as_of.isoformat(), "status": Activity.Status.PUBLISHED},
            [PERIOD, SINCE, UNTIL],
        ),
    )


def _told(spec, changelist) -> str:
    if isinstance(spec, Related):
        return spec.told
    chosen = [choice["display"] for choice in list(spec.choices(changelist))[1:] if choice["selected"]]
    return "".join(map(str, chosen))


def _days_in_words(days: Days, start: date, end: date, as_of: date) -> str:
    """2026年上半年; of what is not over: 2026年下半年（截至11月26日）."""
    if not days.used_parameters.get(PERIOD):
        return f"截至{range_text(as_of, as_of)}" if start == FIRST_DAY else range_text(start, as_of)
    running = f"（截至{as_of.month}月{as_of.day}日）" if as_of < end else ""
    return f"{days.told}{running}"


def periods_offered(today: date) -> list[tuple[str, str]]:
    """What is asked for most, in the office's words: (slug, words)."""
    half, year = HalfYear.containing(today), Year.containing(today)
    halves = [(one.slug, one.NAMES[one.number - 1]) for one in year.halves if one.number <= half.number]
    return [
        (Month.containing(today).slug, "本月"),
        (Quarter.containing(today).slug, "本季度"),
        *reversed(halves),
        (year.slug, "今年"),
        (half.previous.slug, f"去年{half.previous.NAMES[1]}")
        if half.number == 1
        else (year.previous.slug, "去年"),
    ]

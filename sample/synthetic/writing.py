"""Writes the synthetic site: many activities in bulk, and once what stands around them.

Activities are written without the checks of a form, so what is written of them must keep
every rule by itself.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, islice

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from activities.models import Activity, Figure, Photo
from honors.models import Commendation, HonorReceived
from notices.models import Notice
from reports.document.periods import HalfYear
from reports.models import Report
from sample import activities, examples, honors, later_examples, notices, report, volunteers
from sample.issuing import APPROVER, AUTHOR
from sample.synthetic import reporting, scenes, surroundings
from sample.synthetic.kinds import KINDS
from sample.synthetic.stories import Teller
from sample.synthetic.words import MARK, TAG
from toolkit.pictures.fields import KeptPicture
from toolkit.publishing import Stamped
from volunteers.models import Team, Volunteer

BATCH = 2000
HALF_YEARS = [HalfYear(year, half) for year in range(2016, 2026) for half in (1, 2)]
MOST_TOLD = 40  # activities in a half-year of which a summary tells; a longer one nobody would write
PICTURED = 120  # activities with photos, the newest; each photo is a file

_SAMPLE_ACTIVITIES = (*activities.ACTIVITIES, *examples.ACTIVITIES, *later_examples.ACTIVITIES)


def real_records() -> list[str]:
    """The Chinese names of the models that hold more than sample and synthetic rows."""
    marked = Q(title__startswith=MARK)
    ours = {
        Activity: marked | Q(title__in=[row["title"] for row in _SAMPLE_ACTIVITIES]),
        Commendation: marked | Q(title__in=[row["title"] for row in honors.COMMENDATIONS]),
        HonorReceived: marked | Q(title__in=[row["title"] for row in honors.HONORS_RECEIVED]),
        Notice: marked | Q(title__in=[row["title"] for row in notices.NOTICES]),
        Team: Q(name__startswith=MARK) | Q(name__in=[row["name"] for row in volunteers.TEAMS]),
        Report: marked | Q(slug__in=[told.REPORT["slug"] for told in (report, examples, later_examples)]),
        Volunteer: Q(pk__in=[]),
    }
    accounts = get_user_model().objects.exclude(username__in=[AUTHOR["username"], APPROVER["username"]])
    by_staff = Q(created_by__in=accounts) | Q(updated_by__in=accounts)
    found = []
    for model in apps.get_models():
        if not issubclass(model, Stamped):
            continue
        real = by_staff | ~ours[model] if model in ours else by_staff
        if model.objects.filter(real).exists():
            found.append(str(model._meta.verbose_name))
    return found


def in_period(period: HalfYear):
    """The synthetic activities of a half-year."""
    return Activity.objects.filter(
        title__startswith=MARK, starts_on__range=(period.first_day, period.last_day)
    )


@transaction.atomic
def write(*, days: list[date], told: Callable[[int], None]) -> None:
    """Write one published activity with its figures for each of the ``days``, all or none.

    ``told`` hears after each batch how many are written.
    """
    areas, joins = surroundings.areas(), _Joins()
    teller = Teller(Activity.objects.filter(title__startswith=MARK).count(), areas)
    now = timezone.now()
    for start in range(0, len(days), BATCH):
        batch = sorted(days[start : start + BATCH])
        stories = [teller.story(day, now) for day in batch]
        Activity.objects.bulk_create([activity for activity, _ in stories])
        Figure.objects.bulk_create(figure for story in stories for figure in teller.figures(*story))
        joins.write(stories)
        told(start + len(batch))
    _picture()
    surroundings.write_once()
    reporting.write(areas)


class _Joins:
    """What activities are joined to: their campaign, their tags, who organised them."""

    def __init__(self):
        self.campaigns = surroundings.campaigns()
        self.tags = surroundings.tags(KINDS)
        self.organizers = surroundings.organizers()

    def write(self, stories):
        campaigns, tags, organizers = (
            getattr(Activity, name).through for name in ("campaigns", "tags", "organizers")
        )
        campaigns.objects.bulk_create(
            campaigns(activity=activity, campaign=self.campaigns[kind.campaign])
            for activity, kind in stories
            if kind.campaign
        )
        tags.objects.bulk_create(
            tags(activity=activity, tag=self.tags[name])
            for activity, kind in stories
            for name in {TAG, kind.tag}
        )
        if self.organizers:
            organizers.objects.bulk_create(
                organizers(activity=activity, organization=self.organizers[place % len(self.organizers)])
                for place, (activity, _) in enumerate(stories)
            )


def _picture():
    """A photo or a few for the newest activities, unless a load before gave them to others."""
    if Photo.objects.filter(activity__title__startswith=MARK).exists():
        return
    used = Counter()
    newest = Activity.objects.filter(title__startswith=MARK).newest_first().prefetch_related("tags")
    scene_of = {title: kind.scene for kind in KINDS for title in kind.summaries}
    for place, activity in enumerate(newest[:PICTURED]):
        scene = scene_of[activity.summary.replace(activity.place, "$place")]
        for position in range(1, 2 + (place % 4 == 0) + (place % 8 == 0)):
            used[scene] += 1
            Photo.objects.create(
                activity=activity,
                image=KeptPicture(scenes.drawn(scene, used[scene]), name=f"{scene}.jpg"),
                alt=scenes.ALT[scene],
                caption="示意图，不是活动现场照片",
                position=position,
            )


def spread(number: int, *, period: HalfYear | None = None, in_it: int = 0) -> list[date]:
    """As many days as activities: ``in_it`` of them in ``period``, the others over ten years beside it.

    Half-years that a report covers are left alone: its text would change. Raises
    ValueError where none is left.
    """
    reported = Report.objects.values_list("starts_on", "ends_on")
    free = [
        half
        for half in HALF_YEARS
        if half != period
        and not any(half.first_day <= end and half.last_day >= start for start, end in reported)
    ]
    if not free and number > in_it:
        raise ValueError("no half-year without a report is left")
    inside = islice(_days([period]), in_it)
    return [*inside, *islice(_days(free), number - in_it)]


def _days(halves: list[HalfYear]) -> Iterator[date]:
    """Days from each of the half-years in turn, some days further each time round.

    A half-year that will have a summary gets no more than MOST_TOLD, while another is left.
    """
    endless = [half for half in halves if half not in reporting.HALVES] or halves
    for turn in count():
        for half in halves if turn < MOST_TOLD else endless:
            length = (half.last_day - half.first_day).days + 1
            yield half.first_day + timedelta(days=(turn * 17 + half.year * 5 + half.number) % length)

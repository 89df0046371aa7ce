"""Synthetic activities for measuring: many rows of the usual size, each marked as test data.

The same rows every time. They are written in bulk, without the checks of a form,
so what is written here must keep every rule by itself.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count, islice

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

import counting
from activities.models import Activity, Campaign, Figure, WorkArea
from honors.models import Commendation, HonorReceived
from notices.models import Notice
from reports.document.periods import HalfYear
from reports.models import Report
from sample import activities, examples, honors, later_examples, notices, report, volunteers
from sample.issuing import APPROVER, AUTHOR
from toolkit.publishing import Stamped
from volunteers.models import Team, Volunteer

MARK = "【测试数据】"
BATCH = 2000
HALF_YEARS = [HalfYear(year, half) for year in range(2016, 2026) for half in (1, 2)]

_SAMPLE_ACTIVITIES = (*activities.ACTIVITIES, *examples.ACTIVITIES, *later_examples.ACTIVITIES)

THEMES = ("河道清洁", "图书漂流", "健康宣讲", "敬老服务", "交通引导", "植树护绿", "技能培训")
PLACES = ("社区广场", "青年空间", "车站", "学校操场", "江边步道")
SUMMARY = (
    "{{参加人员}}参加在{place}举行的{theme}，其中{{志愿者}}为现场服务，发放{{宣传材料}}。"
    "这段话由程序生成，长度与日常的活动概要相近，只用来测量网站和总结在数据很多时的快慢，不记载任何真实的活动。"
)
BODY = (
    "<p>这是程序生成的测试数据，不是真实的活动。</p>"
    "<p>为了与日常的新闻一样长，这里写上几段话：活动在{place}举行，内容是{theme}，参加者先听说明，再分组行动。</p>"
    "<p>活动结束以后清点物品、整理场地。以上文字没有任何事实依据，测量完成后可以整批删除。</p>"
)


def real_records() -> list[str]:
    """The Chinese names of the models that hold more than sample and synthetic rows."""
    ours = {
        Activity: Q(title__startswith=MARK) | Q(title__in=[row["title"] for row in _SAMPLE_ACTIVITIES]),
        Commendation: Q(title__in=[row["title"] for row in honors.COMMENDATIONS]),
        HonorReceived: Q(title__in=[row["title"] for row in honors.HONORS_RECEIVED]),
        Notice: Q(title__in=[row["title"] for row in notices.NOTICES]),
        Team: Q(name__in=[row["name"] for row in volunteers.TEAMS]),
        Report: Q(slug__in=[told.REPORT["slug"] for told in (report, examples, later_examples)]),
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
    campaign, _ = Campaign.objects.get_or_create(
        name="测试数据", defaults={"slug": "synthetic", "summary": "程序生成，只用于测量。"}
    )
    areas = list(WorkArea.objects.all()) or [WorkArea.objects.create(name="测试数据", slug="synthetic")]
    first = Activity.objects.filter(title__startswith=MARK).count()
    now = timezone.now()
    for start in range(0, len(days), BATCH):
        numbered = enumerate(days[start : start + BATCH], first + start + 1)
        rows = [_activity(number, day, areas[number % len(areas)], now) for number, day in numbered]
        Activity.objects.bulk_create(rows)
        Figure.objects.bulk_create(figure for row in rows for figure in _figures(row))
        joins = Activity.campaigns.through
        joins.objects.bulk_create(joins(activity=row, campaign=campaign) for row in rows)
        told(start + len(rows))


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
    """Days from each of the half-years in turn, a week further each time round."""
    for turn in count():
        half = halves[turn % len(halves)]
        length = (half.last_day - half.first_day).days + 1
        yield half.first_day + timedelta(days=turn // len(halves) * 7 % length)


def _activity(number, day, area, now):
    words = {"theme": THEMES[number % len(THEMES)], "place": PLACES[number % len(PLACES)]}
    morning = timezone.make_aware(datetime.combine(day, time(9)))
    return Activity(
        title=f"{MARK}{words['theme']} {number:06}",
        area=area,
        starts_on=day,
        ends_on=day,
        place=words["place"],
        summary=SUMMARY.format(**words),
        body=BODY.format(**words),
        source="程序生成的测试数据",
        state=Activity.State.PUBLISHED,
        published_at=min(morning, now),
    )


def _figures(activity):
    number = int(activity.title[-6:])
    kinds = (
        ("参加人员", f"{40 + number % 160}人", Figure.Counts.PARTICIPANTS),
        ("志愿者", f"{10 + number % 30}余名", Figure.Counts.VOLUNTEERS),
        ("宣传材料", f"{100 + number % 400}份", Figure.Counts.GOODS),
    )
    for position, (name, wording, counts) in enumerate(kinds, 1):
        read = counting.read(wording)
        yield Figure(
            activity=activity,
            name=name,
            wording=wording,
            value=read.value,
            unit=read.unit,
            kind=counting.kind_of(read.unit),
            precision=read.precision,
            counts=counts,
            position=position,
        )

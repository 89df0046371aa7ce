"""The stories of the synthetic site."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random
from string import Template

from django.utils import timezone

import counting
from activities.models import Activity, Figure
from reports.document.periods import HalfYear
from sample.synthetic.kinds import KINDS
from sample.synthetic.kinds.kind import Kind
from sample.synthetic.words import MARK, NOTICE, SOURCE
from toolkit.dates.calendar import month_of

_BY_MONTH = {
    month: [place for place, kind in enumerate(KINDS) if month in kind.months] for month in range(1, 13)
}
_OPENINGS = (
    "$when，$place比平时热闹一些。",
    "“一起来吧！”$when，$place聚起了一群年轻人。",
    "$when，团区委在$place开展了这次活动。",
    "准备了半个多月，这次活动于$when在$place如期举行。",
)
_CLOSINGS = (
    "团区委有关负责同志表示，将把这项工作坚持下去，请青年出题、由青年参与、让青年受益。",
    "下一次活动的时间和报名办法，将在本网站“通知公告”栏目另行发布。",
    "参加活动的青年说，做的都是小事，可小事坚持做，就能看得见变化。",
    "活动结束后，工作人员收回了意见表，大家提得最多的建议是“多办几场，早点通知”。",
)
_DAY_PARTS = ("morning", "morning", "afternoon", "")


class Teller:
    """Tells one story after another; told in the order of their days, neighbours differ."""

    def __init__(self, seed: int, areas: dict):
        self.chance = Random(seed)
        self.areas = areas
        self.told = Counter()  # how often each kind, by its place in KINDS
        self.last = [-1] * len(KINDS)  # and the number of the story that was of it

    def story(self, day: date, now: datetime) -> tuple[Activity, Kind]:
        """An activity, not saved, and its kind; published in the evening of its last day."""
        kind, turn = self._kind(day)
        words = {"place": kind.places[(turn + turn // len(kind.places)) % len(kind.places)]}
        title = turn % len(kind.titles)
        activity = Activity(
            title=MARK + Template(kind.titles[title]).substitute(words),
            area=self.areas[kind.area],
            place=words["place"],
            audience=kind.audience,
            summary=Template(kind.summaries[title % len(kind.summaries)]).substitute(words),
            source=SOURCE,
            state=Activity.State.PUBLISHED,
            **_time(self.chance, day),
        )
        activity.body = _body(self.chance, kind, words | {"when": activity.when_text})
        evening = datetime.combine(activity.ends_on, time(17, self.chance.randrange(60)))
        activity.published_at = min(timezone.make_aware(evening), now)
        return activity, kind

    def _kind(self, day):
        """One of those that were not told of for longest, and how often it was told of before."""
        rested = sorted(_BY_MONTH[day.month], key=self.last.__getitem__)
        place = self.chance.choice(rested[:4])
        turn = self.told[place]
        self.told[place] += 1
        self.last[place] = self.told.total()
        return KINDS[place], turn

    def figures(self, activity: Activity, kind: Kind) -> list[Figure]:
        """Those that the summary calls for, in the order of the kind."""
        called_for = [count for count in kind.counts if f"{{{count.name}}}" in activity.summary]
        return [
            _figure(activity, count, _wording(self.chance, count), position)
            for position, count in enumerate(called_for, 1)
        ]


def _time(chance, day):
    """Most are of one day; some of a few, or of a month of which nobody noted the day."""
    shape = chance.random()
    if shape < 0.06:
        first, last = month_of(day)
        return {"date_precision": "month", "starts_on": first, "ends_on": last}
    if shape < 0.15:
        last = min(day + timedelta(days=chance.randint(1, 3)), HalfYear.containing(day).last_day)
        if last > day:
            return {"date_precision": "range", "starts_on": day, "ends_on": last}
    part = chance.choice(_DAY_PARTS)
    return {"date_precision": "day", "starts_on": day, "ends_on": day, "day_part": part}


def _body(chance, kind, words):
    some = sorted(chance.sample(range(len(kind.paragraphs)), min(len(kind.paragraphs), chance.randint(2, 4))))
    told = [kind.paragraphs[place] for place in some]
    paragraphs = [chance.choice(_OPENINGS), *told, chance.choice(_CLOSINGS)]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<p><em>{NOTICE}</em></p>" + Template(text).substitute(words)


def _wording(chance, count):
    number = chance.randint(count.least, count.most)
    manner = chance.random()
    if manner < 0.25 and number >= 20:
        return f"{number // 10 * 10}余{count.unit}"
    if manner < 0.35 and number >= 50:
        return f"近{-(-number // 10) * 10}{count.unit}"
    return f"{number}{count.unit}"


def _figure(activity, count, wording, position):
    read = counting.read(wording)
    return Figure(
        activity=activity,
        name=count.name,
        wording=wording,
        value=read.value,
        unit=read.unit,
        kind=counting.kind_of(read.unit),
        precision=read.precision,
        counts=count.counts,
        position=position,
    )

"""The register of persons begun from those whom activities name already, with the posts that stand there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from activities.models import Participant
from desk.history.keeping import keep_new, kept
from organizations.models import Person, PersonPost

WORDS = "登记到人员库。"


@dataclass(frozen=True)
class Held:
    """A post, and the first and the last day on which somebody bore it in an activity."""

    post: str
    first: date
    last: date


@dataclass(frozen=True)
class Named:
    name: str
    posts: tuple[Held, ...]  # the earliest first
    participants: tuple[Participant, ...]

    @property
    def is_one_person(self) -> bool:
        """Where the days of two posts mingle, they may be of namesakes."""
        return all(one.last < after.first for one, after in zip(self.posts, self.posts[1:], strict=False))


def named_often(times: int) -> list[Named]:
    """Adults named with a post in so many activities, who are not on the register."""
    rows = Participant.objects.filter(person=None, is_minor=False).exclude(post="").select_related("activity")
    known = set(Person.objects.values_list("name", flat=True))
    by_name = defaultdict(list)
    for row in rows.order_by("name", "activity__starts_on", "pk"):
        if row.name not in known:
            by_name[row.name].append(row)
    often = {name: rows for name, rows in by_name.items() if len({row.activity_id for row in rows}) >= times}
    return [Named(name, _posts_of(rows), tuple(rows)) for name, rows in often.items()]


def _posts_of(rows: Iterable[Participant]) -> tuple[Held, ...]:
    days = defaultdict(list)
    for row in rows:
        days[row.post] += [row.activity.starts_on, row.activity.ends_on]
    held = [Held(post, min(of_post), max(of_post)) for post, of_post in days.items()]
    return tuple(sorted(held, key=lambda one: (one.first, one.last)))


def enlist(named: Named) -> Person:
    """Enter a person, and tie those who are named to it; the first and the last day of all stay open."""
    with kept(named.participants, by=None, words=WORDS):
        person = Person.objects.create(name=named.name)
        last = len(named.posts) - 1
        for at, held in enumerate(named.posts):
            since = held.first if at else None
            until = held.last if at < last else None
            PersonPost.objects.create(person=person, post=held.post, since=since, until=until)
        keep_new([person], by=None, words=WORDS)
        for participant in named.participants:
            participant.person = person
            participant.save(update_fields=["person"])
    return person

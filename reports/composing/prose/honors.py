"""What bodies and people of the district received from above, in one sentence without its end."""

import re
from collections.abc import Sequence

from honors.models import HonorReceived
from reports.composing.figures import added
from reports.composing.totals import count_of
from reports.document import Figure

MOST = 3  # honours are told one by one; of more, how many bear them, and these
NAMED = 4  # names are told, if these are all
Level = HonorReceived.Level

Words = list[str | Figure]


def told_of_others(honors: Sequence[HonorReceived], committee: str) -> Words:
    """区内2名青年（张三、李四）荣获2020年度“…”，34名个人荣获2019年度“…”."""
    where = place_of(committee)
    first = sorted(honors, key=_weight)[:MOST]
    each = _joined([_one(honor) for honor in first])
    if len(honors) <= MOST:
        return [where, *each]
    return [where, *_joined(_sums(honors), "、"), f"获{_from(honors)}表彰，其中", *each]


def place_of(committee: str) -> str:
    """区内, as the committee is called: 共青团西湖区委."""
    found = re.findall(r"([区县旗市])(?:委|$)", committee)
    return f"{found[-1]}内" if found else "本地"


def _one(honor: HonorReceived) -> Words:
    names = [one.public_name for one in honor.recipients.all()]
    are_all = len(names) == honor.announced_count
    if are_all and len(names) <= NAMED:
        return [count_of(honor), f"{honor.called}（{'、'.join(names)}）荣获{honor.what}"]
    return [f"{names[0]}等" if names else "", count_of(honor), f"{honor.called}荣获{honor.what}"]


def _sums(honors: Sequence[HonorReceived]) -> list[Words]:
    """How many there are of each: 4名青年, 34名个人, 12个集体."""
    alike: dict[tuple, list[Figure]] = {}
    for honor in honors:
        alike.setdefault((honor.measure, honor.called), []).append(count_of(honor))
    return [[added(called, parts), called] for (_, called), parts in alike.items()]


def _from(honors: Sequence[HonorReceived]) -> str:
    """省级, 省级以上; 上级 where it is not known of each."""
    levels = {honor.level for honor in honors}
    if "" in levels:
        return "上级"
    lowest = max(levels, key=_rank)
    return Level(lowest).label + ("以上" if len(levels) > 1 else "")


def _weight(honor: HonorReceived) -> tuple:
    """The highest first; then those whose bearers are named."""
    return _rank(honor.level), not honor.recipients.all(), honor.starts_on, honor.pk


def _rank(level: str) -> int:
    return Level.values.index(level) if level else len(Level.values)


def _joined(parts: Sequence[Words], mark: str = "，") -> Words:
    return [word for place, part in enumerate(parts) for word in ([mark] if place else []) + part if word]

"""What many records come to, told part by part: a part is read again only once one of its records changed.

The database gives a part a new name with each change of its records (``PartState``), and forgets no way of
writing. What was read under a name is kept with it, in the memory of the process, until a record of the part
is published or expires by the clock; what begins on a day is asked for anew on each day.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date, datetime
from threading import Lock
from typing import NamedTuple

from django.db import connection

from toolkit.kept.told import FINDS_NOTHING, NOTHING, rows_of, told
from toolkit.models import PartState

ANY_PART = -20  # stands in for the parts that are asked for: ``one_of_parts``
MOST_KEPT = 1_000  # parts, of some twenty kilobytes

_STATES = f"""
    SELECT number AS of_part, string_agg(id::text, ',' ORDER BY id) AS state
    FROM {PartState._meta.db_table} WHERE kind = '{{kind}}' {{which}} GROUP BY number
"""
_ROWS = """
    SELECT '{name}', of_part::bigint, json_agg(to_jsonb(told) - 'of_part')::text
    FROM ({one}) AS told GROUP BY of_part
"""
_OWN = """
    SELECT '', of_part, state FROM ({states}) AS told
    UNION ALL SELECT ' ', of_part::bigint, extract(epoch FROM min(least(
        CASE WHEN published_at > %(now)s THEN published_at END,
        CASE WHEN expires_at > %(now)s THEN expires_at END
    )))::text FROM ({moments}) AS told GROUP BY of_part
"""


def one_of_parts(statement: str) -> str:
    """The statement of a queryset that asks by ``of_part=ANY_PART``."""
    return statement.replace("= %(of_part)s", "= ANY(%(parts)s)")


def joined(texts: list[str]) -> str:
    """Lists told as JSON, as one."""
    return f"[{','.join(text[1:-1] for text in texts if text != NOTHING)}]"


class Kept(NamedTuple):
    state: str
    today: date
    since: float
    until: float  # by then a record of the part is published or expires
    texts: dict[str, str]

    def holds(self, state: str, today: date, now: float) -> bool:
        return (self.state, self.today) == (state, today) and self.since <= now < self.until


class KeptParts:
    """The parts of one kind; ``moments`` tells when its published records begin or cease to be seen."""

    def __init__(self, kind: str, moments: Callable[[], str]):
        self._kind = kind
        self._moments = moments
        self._kept: OrderedDict[tuple, Kept] = OrderedDict()
        self._lock = Lock()

    def states(self, which: str = "") -> str:
        """The statement that tells the parts there are, or ``which`` of them, and what each is called now."""
        return _STATES.format(kind=self._kind, which=which)

    def told_of_all(self, statements: Mapping[str, str], *, now: datetime, today: date) -> dict:
        """``told`` of all the parts there are."""
        states = self.states_of(told({"states": self.states()})["states"])
        return self.told(statements, states, now=now, today=today)

    @staticmethod
    def states_of(text: str) -> dict[int, str]:
        return {row["of_part"]: row["state"] for row in rows_of(text)}

    def told(
        self, statements: Mapping[str, str], states: Mapping[int, str], *, now: datetime, today: date
    ) -> dict[int, dict[str, str]]:
        """Of each part the rows of each statement as JSON; what has changed is read in one query.

        Each statement tells in a column ``of_part`` whose a row is, and asks for ``one_of_parts``.
        """
        key = tuple(statements.items())
        with self._lock:
            kept = {part: self._kept.get((key, part)) for part in states}
        found = {
            part: one for part, one in kept.items() if one and one.holds(states[part], today, now.timestamp())
        }
        if stale := [part for part in states if part not in found]:
            read = self._read(statements, stale, now, today)
            self._keep(key, read)
            found |= read
        return {part: found[part].texts for part in states}

    def _read(self, statements, parts, now, today) -> dict[int, Kept]:
        """With what the parts are called by now, since it may be another name than the one that was told."""
        own = _OWN.format(states=self.states("AND number = ANY(%(parts)s)"), moments=self._moments())
        asked = {name: one for name, one in statements.items() if one != FINDS_NOTHING}
        rows = (_ROWS.format(name=name, one=one) for name, one in asked.items())
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([own, *rows]), {"parts": parts, "now": now, "today": today})
            texts = {(name, part): text for name, part, text in cursor.fetchall()}
        return {
            part: Kept(
                texts.get(("", part), ""),
                today,
                now.timestamp(),
                float(texts.get((" ", part)) or "inf"),
                {name: texts.get((name, part), NOTHING) for name in statements},
            )
            for part in parts
        }

    def _keep(self, key, read):
        with self._lock:
            for part, one in read.items():
                self._kept[key, part] = one
                self._kept.move_to_end((key, part))
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

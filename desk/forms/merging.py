"""Two people's words over one form, brought together field by field."""

from dataclasses import dataclass, replace
from enum import Enum

from desk.forms.held import DELETE, NEW, Held, Rows, Values


class Change(Enum):
    FIELD = "field"  # another value
    ADDED = "added"  # they added the row
    REMOVED = "removed"  # they removed the row
    REMOVED_YET_TYPED = "removed_yet_typed"  # they removed the row that you typed in: it is kept as a new one


@dataclass(frozen=True)
class Difference:
    """What they changed since you opened the form, and what you made of the same."""

    prefix: str
    key: str  # of the row in what is brought together
    name: str  # of the field; empty where it is about a whole row
    change: Change
    mine: list[str]
    theirs: list[str]
    is_contested: bool = False  # both changed it, and not to the same


@dataclass(frozen=True)
class Merged:
    held: Held
    differences: list[Difference]


def merge(*, base: Held, mine: Held, theirs: Held) -> Merged:
    """What I changed since ``base`` over what they say now; where both changed a field, mine stands first."""
    differences = []
    fields = _merge_values(base.fields, mine.fields, theirs.fields, ("", ""), differences)
    kinds = {}
    for prefix, kind in theirs.kinds.items():
        empty = Rows(kind.key_field)
        rows = _merge_rows(
            prefix,
            base.kinds.get(prefix, empty).rows,
            mine.kinds.get(prefix, empty).rows,
            kind.rows,
            differences,
        )
        kinds[prefix] = Rows(kind.key_field, rows)
    return Merged(Held(fields, kinds), differences)


def _merge_values(base: Values, mine: Values, theirs: Values, place, differences) -> Values:
    merged = {}
    for name in sorted({*base, *mine, *theirs}):
        was, my, their = (values.get(name, []) for values in (base, mine, theirs))
        chosen = their if my == was else my
        if chosen:
            merged[name] = chosen
        if their != was and name != DELETE:
            is_contested = my not in (was, their)
            differences.append(Difference(*place, name, Change.FIELD, my, their, is_contested))
    return merged


def _merge_rows(prefix, base, mine, theirs, differences) -> dict[str, Values]:
    mine, theirs = _keyed_as(base, mine, "mine"), _keyed_as(base, theirs, "theirs")
    merged, told = {}, []
    for key, their in theirs.items():
        was = base.get(key)
        if was is None or (key not in mine and key.startswith(NEW) and their != was):
            told.append(Difference(prefix, key, "", Change.ADDED, [], []))
            merged[key] = their
        elif key in mine or not key.startswith(NEW):
            merged[key] = _merge_values(was, mine.get(key, was), their, (prefix, key), told)
    merged |= {key: values for key, values in mine.items() if key.startswith(NEW) and key not in base}
    for key in base.keys() - theirs.keys():
        my = mine.get(key, {DELETE: ["on"]} if key.startswith(NEW) else base[key])
        if DELETE in my:
            continue
        if my == base[key]:
            place = "" if key.startswith(NEW) else key
            told.append(Difference(prefix, place, "", Change.REMOVED, [], []))
        else:
            place = f"{NEW}kept-{key}"
            merged[place] = my
            told.append(Difference(prefix, place, "", Change.REMOVED_YET_TYPED, [], []))
    numbers = _numbers(merged)
    differences += [replace(one, key=numbers.get(one.key, one.key)) for one in told]
    return {numbers.get(key, key): values for key, values in merged.items()}


def _keyed_as(base: dict[str, Values], rows: dict[str, Values], side: str) -> dict[str, Values]:
    """New rows have no key of their own: those that ``base`` knows get the key that they have there.

    A draft that two people opened holds such rows, of which each may have changed or removed some.
    """
    left = {key: values for key, values in base.items() if key.startswith(NEW)}
    names = {}
    for is_same in (_are_equal, _are_close):
        for key, values in rows.items():
            if not key.startswith(NEW) or key in names:
                continue
            if found := next((known for known, was in left.items() if is_same(was, values)), ""):
                names[key] = found
                del left[found]
    return {
        names.get(key, f"{NEW}{side}-{key}") if key.startswith(NEW) else key: values
        for key, values in rows.items()
    }


def _are_equal(one: Values, other: Values) -> bool:
    return one == other


def _are_close(one: Values, other: Values) -> bool:
    names = {*one, *other}
    return 2 * sum(one.get(name) == other.get(name) for name in names) > len(names)


def _numbers(rows: dict[str, Values]) -> dict[str, str]:
    """The keys of new rows as they are shown: new-0, new-1 …"""
    added = [key for key in rows if key.startswith(NEW)]
    return {key: f"{NEW}{number}" for number, key in enumerate(added)}

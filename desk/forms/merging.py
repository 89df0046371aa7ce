"""Two people's words over one form, brought together field by field."""

from dataclasses import dataclass
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
    merged = {}
    for key, their in theirs.items():
        if key in base:
            was = base[key]
            merged[key] = _merge_values(was, mine.get(key, was), their, (prefix, key), differences)
        else:
            merged[key] = their
            differences.append(Difference(prefix, key, "", Change.ADDED, [], []))
    added = [values for key, values in mine.items() if key.startswith(NEW)]
    for key in base.keys() - theirs.keys():
        my = mine.get(key, base[key])
        if DELETE in my:
            continue
        if my == base[key]:
            differences.append(Difference(prefix, key, "", Change.REMOVED, [], []))
        else:
            place = f"{NEW}{len(added)}"
            added.append(my)
            differences.append(Difference(prefix, place, "", Change.REMOVED_YET_TYPED, [], []))
    return merged | {f"{NEW}{number}": values for number, values in enumerate(added)}

"""What a form of the desk holds, rows included: the very words that a browser would send of it.

Drafts, collisions and previews all rest on this one value. Being what the browser sends, it can be bound to
the form again at any time, so every rule and every refusal stays where it is: in the form and the database.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core import signing
from django.forms import BoundField, CheckboxInput, FileInput, MultiWidget
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

Values = dict[str, list[str]]  # by the name of the field; what is empty is left out

NEW = "new-"  # the key of a row that is not stored yet: new-0, new-1 …
DELETE = "DELETE"
FILE = "desk_file-"  # + the name of a field: the file chosen for it, kept until the form is saved
_PART = re.compile(r"_[0-9]$")  # an input of a field that has several
_SIGNER = signing.Signer(salt="desk.forms.held")


@dataclass(frozen=True)
class Rows:
    """The rows of one kind: stored ones by their key, then new ones, in the order shown."""

    key_field: str
    rows: dict[str, Values] = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    fields: Values = field(default_factory=dict)
    kinds: dict[str, Rows] = field(default_factory=dict)  # by the prefix of their formset

    @classmethod
    def of_forms(cls, form, formsets: Iterable) -> "Held":
        """What these forms would send as they were made, before anything is typed."""
        kinds = {}
        for formset in formsets:
            key_field, record = keys_of(formset)
            rows = {}
            for row in formset.initial_forms:
                rows[str(row.instance.pk)] = _of_form(row, leaving={key_field, record, DELETE})
            kinds[formset.prefix] = Rows(key_field, rows)
        return cls(_of_form(form, leaving=set()), kinds)

    @classmethod
    def of_post(cls, data: QueryDict, form, formsets: Iterable) -> "Held":
        """What was sent for these forms."""
        kinds, fields = {}, form.fields
        for formset in formsets:
            prefix, keys = formset.prefix, keys_of(formset)
            mine = {name for name in data if name.removeprefix(FILE).startswith(f"{prefix}-")}
            rows = _rows_of_post(data, prefix, keys, mine)
            of_row = formset.form.base_fields
            kinds[prefix] = Rows(keys[0], {key: _plain(values, of_row) for key, values in rows.items()})
        own = {name for name in data if name.removeprefix(FILE) in fields or _PART.sub("", name) in fields}
        return cls(_plain(_values(data, own), fields), kinds)

    def as_post(self) -> QueryDict:
        """The same as a browser would send it."""
        data = QueryDict(mutable=True)
        _put(data, "", self.fields)
        for prefix, kind in self.kinds.items():
            stored = [key for key in kind.rows if not key.startswith(NEW)]
            added = [key for key in kind.rows if key.startswith(NEW)]
            for name, count in (("TOTAL", len(kind.rows)), ("INITIAL", len(stored)), ("MIN_NUM", 0)):
                data[f"{prefix}-{name}_FORMS"] = str(count)
            data[f"{prefix}-MAX_NUM_FORMS"] = "1000"
            for number, key in enumerate([*stored, *added]):
                data[f"{prefix}-{number}-{kind.key_field}"] = "" if key.startswith(NEW) else key
                _put(data, f"{prefix}-{number}-", kind.rows[key])
        return data

    def as_new(self) -> "Held":
        """The same of a record that is to be stored anew, its rows too; those marked for deletion fall."""
        kinds = {}
        for prefix, kind in self.kinds.items():
            kept = [values for values in kind.rows.values() if DELETE not in values]
            kinds[prefix] = Rows(kind.key_field, {f"{NEW}{i}": values for i, values in enumerate(kept)})
        return Held(self.fields, kinds)

    def places(self) -> Iterator[tuple[str, str, Values]]:
        """Each part with the prefix and the key of its row; both are empty for the record itself."""
        yield "", "", self.fields
        for prefix, kind in self.kinds.items():
            for key, values in kind.rows.items():
                yield prefix, key, values

    def as_json(self) -> dict:
        kinds = {prefix: [kind.key_field, list(kind.rows.items())] for prefix, kind in self.kinds.items()}
        return {"fields": self.fields, "kinds": kinds}

    @classmethod
    def from_json(cls, told: dict) -> "Held":
        kinds = {prefix: Rows(key, dict(rows)) for prefix, (key, rows) in told["kinds"].items()}
        return cls(told["fields"], kinds)

    def sealed(self) -> str:
        """For a hidden field of the page: only this site can make it."""
        return _SIGNER.sign_object(self.as_json(), compress=True)

    @classmethod
    def unsealed(cls, words: str) -> "Held | None":
        try:
            return cls.from_json(_SIGNER.unsign_object(words))
        except signing.BadSignature:
            return None


def keys_of(formset) -> tuple[str, str]:
    """The names of the fields that hold the key of a row, and that of its record."""
    return formset.model._meta.pk.name, formset.fk.name


def _of_form(form, leaving: set[str]) -> Values:
    values = MultiValueDict()
    for name in form.fields:
        if name not in leaving:
            for sent, value in sent_of(form[name]):
                values.appendlist(sent.removeprefix(f"{form.prefix}-"), value)
    return {name: _lines(said) for name, said in values.lists() if any(said)}


def sent_of(bound: BoundField) -> Iterator[tuple[str, str]]:
    """What a browser would send of a field as it is shown, by the names of its inputs."""
    widget = getattr(bound.field.widget, "widget", bound.field.widget)  # inside the link to add one
    if bound.field.disabled or getattr(widget, "read_only", False):
        return
    yield from _sent(widget, bound.html_name, bound.value())


def _sent(widget, name, value) -> Iterator[tuple[str, str]]:
    if isinstance(widget, FileInput):
        return
    if isinstance(widget, MultiWidget):
        values = value if isinstance(value, list | tuple) else widget.decompress(value)
        for part, ending, one in zip(widget.widgets, widget.widgets_names, values, strict=True):
            yield from _sent(part, name + ending, one)
    elif isinstance(widget, CheckboxInput):
        if widget.check_test(value):
            yield name, "on"
    else:
        formatted = widget.format_value(value)
        for one in formatted if isinstance(formatted, list | tuple) else [formatted]:
            yield name, "" if one is None else str(one)


def _rows_of_post(data, prefix, keys, names) -> dict[str, Values]:
    rows, added = {}, 0
    for number in range(_count(data.get(f"{prefix}-TOTAL_FORMS"))):
        start = f"{prefix}-{number}-"
        values = _values(data, {name for name in names if name.removeprefix(FILE).startswith(start)}, start)
        key, _ = ("".join(values.pop(name, [])) for name in keys)
        if not key and DELETE in values:
            continue  # added and taken away again
        if not key:
            key, added = f"{NEW}{added}", added + 1
        rows[key] = values
    return rows


def _count(said) -> int:
    return min(int(said), 1000) if said and said.isascii() and said.isdecimal() else 0


def _values(data, names, prefix="") -> Values:
    """What is said under these names, which lose ``prefix``; a file kept for a field stands for it."""
    values = {}
    for name in names:
        said = _lines(data.getlist(name))
        if any(said):
            within = name.removeprefix(FILE).removeprefix(prefix)
            values[FILE + within if name.startswith(FILE) else within] = said
    return dict(sorted(values.items()))


def _plain(values: Values, fields) -> Values:
    """With days in the shape that means the same at any time: 上周五 is another one next week."""
    days = [name for name in values if hasattr(fields.get(name), "plain")]
    return values | {name: [fields[name].plain(typed) for typed in values[name]] for name in days}


def _lines(said) -> list[str]:
    """Browsers send two characters for the end of a line."""
    return [value.replace("\r\n", "\n") for value in said]


def _put(data, prefix, values) -> None:
    for name, said in values.items():
        if name.startswith(FILE):
            data.setlist(f"{FILE}{prefix}{name.removeprefix(FILE)}", said)
        else:
            data.setlist(prefix + name, said)

"""What differs between two states of a record: columns by their labels, rows one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Field, FileField, ForeignKey, ManyToManyField, Model
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from reversion.models import Version

from desk.history.states import State, Values, changed_fields, told_fields
from desk.models import Binned
from toolkit.texts.differing import ADDED, REMOVED, pieces_of
from toolkit.texts.rich_text import RichTextField, plain_text

FORMAT_ONLY = "只改了格式，文字没有变。"
GONE = "（已删除的记录）"
EMPTY = "（空）"
CAME, WENT, CHANGED = "增加", "删除", "修改"
_AROUND = 30  # characters of what stayed that are shown beside a change

Pieces = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Told:
    """A column that differs: its text cut into what stayed, went and came; or a remark instead."""

    label: str
    pieces: Pieces = ()
    remark: str = ""

    @property
    def in_short(self) -> Pieces:
        """Without the long stretches that stayed."""
        cut = [(kind, _cut(text) if kind not in (ADDED, REMOVED) else text) for kind, text in self.pieces]
        return tuple(cut)


@dataclass(frozen=True)
class ToldRow:
    """A row that came, went or was changed."""

    label: str
    name: str
    how: str
    columns: tuple[Told, ...]


@dataclass(frozen=True)
class Columns:
    """What of a record, and of its rows by their model, may be told to somebody; in the order of the form."""

    own: tuple[Field, ...]
    rows: dict[type[Model], tuple[Field, ...]]


def changes(model: type[Model], before: State, after: State, columns: Columns, names: "Names") -> list:
    """Each column and row that differs, in the order of the form."""
    found: list[Told | ToldRow] = _told(model, before.values, after.values, columns.own, names)
    for kind, shown in columns.rows.items():
        old, new = before.rows.get(kind, {}), after.rows.get(kind, {})
        for key in [*new, *(key for key in old if key not in new)]:
            row = _row(kind, old.get(key), new.get(key), shown, names)
            found += [row] if row else []
    return found


def _row(kind, old: Values | None, new: Values | None, shown, names) -> ToldRow | None:
    label = str(kind._meta.verbose_name)
    name = _name_of(old if old is not None else new, shown, names)
    if old is None or new is None:
        held = _filled(kind, new if old is None else old, shown)
        told = [Told(str(one.verbose_name), (), names.text(one, value)) for one, value in held]
        return ToldRow(label, name, CAME if old is None else WENT, tuple(told))
    told = _told(kind, old, new, shown, names)
    return ToldRow(label, name, CHANGED, tuple(told)) if told else None


def _told(model, before: Values, after: Values, shown: Iterable[Field], names) -> list[Told]:
    differing = {one.name for one in changed_fields(model, before, after)}
    return [_column(one, before[one.name], after[one.name], names) for one in shown if one.name in differing]


def _column(column: Field, before, after, names) -> Told:
    label = str(column.verbose_name)
    old, new = names.text(column, before), names.text(column, after)
    if old == new:
        return Told(label, remark=FORMAT_ONLY)
    if isinstance(column, (models.CharField, models.TextField)) and not column.choices and old and new:
        return Told(label, pieces_of(old, new))
    return Told(label, ((REMOVED, old or EMPTY), (ADDED, new or EMPTY)))


def _filled(model, values: Values, shown) -> list[tuple[Field, object]]:
    """What a row that came or went holds, without what nobody filled in."""
    known = [(one, values[one.name]) for one in shown if one.name in values and one.name != "position"]
    return [(one, value) for one, value in known if value not in (None, "", False, [], one.get_default())]


def _name_of(values: Values, shown, names) -> str:
    """A row is called by the first thing that it says."""
    for column in shown:
        value = values.get(column.name)
        if value not in (None, "") and not isinstance(column, (FileField, models.BooleanField)):
            return _cut(names.text(column, value))
    return ""


def _cut(text: str) -> str:
    return text if len(text) <= 2 * _AROUND + 2 else f"{text[:_AROUND]}……{text[-_AROUND:]}"


class Names:
    """How values are said; the records that they name are read at once."""

    def __init__(self, model: type[Model], states: Iterable[State]):
        self._names: dict[type[Model], dict[str, str]] = {}
        for target, keys in self._wanted(model, states).items():
            found = {str(one.pk): str(one) for one in target._base_manager.filter(pk__in=keys)}
            gone = [str(key) for key in keys if str(key) not in found]
            self._names[target] = found | (_last_names(target, gone) if gone else {})

    def _wanted(self, model, states) -> dict[type[Model], set]:
        wanted: dict[type[Model], set] = {}
        for state in states:
            kinds = [(model, [state.values]), *((kind, rows.values()) for kind, rows in state.rows.items())]
            for kind, held in kinds:
                for column in told_fields(kind):
                    if isinstance(column, (ForeignKey, ManyToManyField)):
                        keys = [key for values in held for key in _keys(values.get(column.name))]
                        wanted.setdefault(column.related_model, set()).update(keys)
        return {target: keys for target, keys in wanted.items() if keys}

    def text(self, column: Field, value) -> str:
        if isinstance(column, (ForeignKey, ManyToManyField)):
            known = self._names.get(column.related_model, {})
            return "、".join(known.get(str(key), GONE) for key in _keys(value))
        if value is None or value == "":
            return ""
        return _said(column, value)


def _last_names(target: type[Model], keys: list[str]) -> dict[str, str]:
    """What records that are gone were called, as long as the bin or their history knows."""
    kind = ContentType.objects.get_for_model(target)
    versions = Version.objects.filter(content_type=kind, object_id__in=keys).order_by("pk")
    binned = Binned.objects.filter(content_type=kind, object_id__in=keys)
    named = [*versions.values_list("object_id", "object_repr"), *binned.values_list("object_id", "name")]
    return {key: f"{name}（已删除）" for key, name in named}


def _keys(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def _said(column: Field, value) -> str:
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(column, models.BooleanField):
        return "是" if value else "否"
    if isinstance(column, models.DateTimeField):
        return f"{timezone.localtime(parse_datetime(value)):%Y年%-m月%-d日 %H:%M}"
    if isinstance(column, models.DateField):
        return f"{date.fromisoformat(value):%Y年%-m月%-d日}"
    if isinstance(column, models.DecimalField):
        return f"{Decimal(value).normalize():f}"
    if isinstance(column, FileField):
        return _file_name(value)
    return plain_text(value) if isinstance(column, RichTextField) else str(value)


def _file_name(path: str) -> str:
    """All photos are stored under one name, in folders whose names say nothing: a few signs of them do."""
    folder, _, name = path.rpartition("/")
    return f"{name}（{folder.rpartition('/')[2][:6]}）" if folder else name

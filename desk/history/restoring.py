"""A record made again what it was in an earlier version, with its rows; all of it or nothing."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Field, FileField, ForeignKey, ManyToManyField, Model

from desk.gate.finding import hits_in
from desk.gate.registry import is_public, root_of
from desk.history.comparing import Columns
from desk.history.registry import Rows, rows_of
from desk.history.states import BY_ACTS, State, Values
from toolkit.publishing import Stamped, stamp

# Being public is an act of its own (desk.publishing), never a side effect.
NOT_RESTORED = BY_ACTS | {"is_published"}


class Refused(Exception):
    """Why a version cannot be restored, in a sentence for staff."""


@transaction.atomic
def _refuse_what_is_private(record: Model) -> None:
    """Of what is public as soon as it is saved, an old version may say what the public must not read."""
    if is_public(record) and (found := hits_in(root_of(record))):
        raise Refused(f"没有恢复。{found[0].sentence}")


def restore(record: Model, state: State, columns: Columns, *, by, save: Callable[[Model], None]) -> None:
    """Write these columns and rows as they were. Raises Refused, and then changes nothing."""
    own = [one for one in columns.own if one.name in state.values and not isinstance(one, ManyToManyField)]
    _put_all(record, own, state.values)
    try:
        with transaction.atomic():
            record.full_clean(exclude=_others(record, columns.own))
            save(record)
            _set_several(record, columns.own, state.values)
            for rows in rows_of(type(record)):
                if rows.model in columns.rows:
                    _restore_rows(record, rows, state.rows.get(rows.model, {}), by)
    except ValidationError as refusal:
        raise Refused(f"这个版本不合现在的规则：{' '.join(refusal.messages)}") from None
    except IntegrityError:
        raise Refused("这个版本与现在的其他记录冲突，没有恢复。") from None
    _refuse_what_is_private(record)


def _others(record, columns) -> set[str]:
    return {one.name for one in record._meta.fields} - {one.name for one in columns}


def _set_several(record, columns, values: Values) -> None:
    for column in columns:
        if isinstance(column, ManyToManyField) and column.name in values:
            getattr(record, column.name).set(
                column.related_model._base_manager.filter(pk__in=values[column.name])
            )


def _restore_rows(record, rows: Rows, wanted: dict[str, Values], by) -> None:
    standing = {str(row.pk): row for row in getattr(record, rows.accessor).all()}
    for key in standing.keys() - wanted.keys():
        if not _holds_rows(standing[key]):
            standing[key].delete()
    # Rows may name one another: all are there before any does.
    in_itself = {one for one in rows.model._meta.fields if one.related_model is rows.model}
    restored = {}
    for key, values in wanted.items():
        row = standing.get(key) or rows.model(pk=_free_key(rows.model, key), **{rows.owner: record})
        columns = [one for one in row._meta.concrete_fields if one.name in values and one not in in_itself]
        columns = [one for one in columns if not one.primary_key and one.name != rows.owner]
        _save_if(_put_all(row, columns, values) or row._state.adding, row, by, exclude=[rows.owner])
        _set_several(row, row._meta.many_to_many, values)
        restored[key] = row
    for key, row in restored.items():
        columns = [one for one in in_itself if one.name in wanted[key]]
        _save_if(_put_all(row, columns, wanted[key]), row, by, exclude=[rows.owner])


def _put_all(record: Model, columns, values: Values) -> bool:
    """Whether any of them was otherwise."""
    others = [one for one in columns if _put(record, one, values[one.name])]
    return bool(others)


def _save_if(is_other: bool, row: Model, by, *, exclude: list[str]) -> None:
    if is_other:
        row.full_clean(exclude=exclude)
        if isinstance(row, Stamped):
            stamp(row, by=by)
        row.save()


def _holds_rows(row) -> bool:
    """A row with rows of its own, such as an award with its roster, is not taken away by the way."""
    return any(getattr(row, inner.accessor).exists() for inner in rows_of(type(row)))


def _free_key(model, key: str):
    """The key that the row had, unless another record has taken that row over."""
    return None if model._base_manager.filter(pk=key).exists() else model._meta.pk.to_python(key)


def _put(record: Model, column: Field, value) -> bool:
    """Whether it was otherwise."""
    if isinstance(column, FileField):
        return _put_file(record, column, value)
    if isinstance(column, ForeignKey) and value is not None and not _is_there(column, value):
        if not column.null:
            raise Refused(f"原来的“{column.verbose_name}”已经删除，没有恢复。")
        value = None
    before, value = getattr(record, column.attname), column.to_python(value)
    setattr(record, column.attname, value)
    return before != value


def _put_file(record: Model, column: FileField, name: str) -> bool:
    if name and not column.storage.exists(name):
        raise Refused(f"“{column.verbose_name}”的文件已经不在，没有恢复。")
    is_other = getattr(record, column.name).name != name
    if is_other:
        setattr(record, column.name, name)
    return is_other


def _is_there(column: ForeignKey, key) -> bool:
    return column.related_model._base_manager.filter(pk=key).exists()

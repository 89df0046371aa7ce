"""Records whose every save is kept: their history, any two versions side by side, one restored."""

from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.messages import INFO, SUCCESS
from django.forms.models import _get_foreign_key

from desk.history.comparing import Columns
from desk.history.keeping import Keeping
from desk.history.pages import HistoryPages
from desk.history.registry import Rows, owners_of, register
from desk.history.states import BY_ACTS, told_fields
from desk.history.telling import what_changed
from desk.scope.admin import ScopedAdmin
from toolkit.publishing import Stamped

NOTHING_CHANGED = "没有改动任何内容，没有产生新的版本。"


class KeptAdmin(HistoryPages, ScopedAdmin):
    """Each save that changes anything is kept, with its rows; one that changes nothing says so."""

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        register(model, map(self._rows, self.inlines))

    def _rows(self, inline) -> Rows:
        column = _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name)
        return Rows(column.remote_field.get_accessor_name(), inline.model, column.name)

    def columns_for(self, request, obj) -> Columns:
        """What the form shows to this person, and no more."""
        own = (*flatten_fieldsets(self.get_fieldsets(request, obj)), *sorted(BY_ACTS))
        rows = {
            inline.model: _in_order(inline.model, flatten_fieldsets(inline.get_fieldsets(request, obj)))
            for inline in self.get_inline_instances(request, obj)
        }
        return Columns(_in_order(self.model, own), rows)

    # Before a record is saved: how it stood.

    def stand(self, request, obj) -> None:
        """To be called by whoever saves otherwise than by this class's ``save_model``."""
        if not hasattr(request, "keeping"):
            request.keeping = Keeping()
        request.keeping.stand([obj, *_records(owners_of(obj))])

    def save_model(self, request, obj, form, change):
        self.stand(request, obj)
        super().save_model(request, obj, form, change)

    # After it was saved, with its rows.

    def construct_change_message(self, request, form, formsets, add=False):
        """What was changed indeed, by its labels; empty where nothing was."""
        record = form.instance
        if add:
            request.keeping.finish(by=request.user, words="新建。", made=[record])
            return "新建。"
        before = request.keeping.before(record)
        if not request.keeping.finish(by=request.user, words="修改。"):
            request.said_instead = INFO, NOTHING_CHANGED
            _stamp_as_before(record, before and before[0])
            return ""
        return what_changed(self.model, before[1], request.keeping.before(record)[1])

    def log_change(self, request, obj, message):
        return super().log_change(request, obj, message) if message else None

    def message_user(self, request, message, level=INFO, *args, **kwargs):
        """Where the stock sentence would say what isn't so, or less than is, ours instead."""
        if level == SUCCESS:
            level, message = vars(request).pop("said_instead", (level, message))
        super().message_user(request, message, level, *args, **kwargs)


def _in_order(model, names) -> tuple:
    known = {one.name: one for one in told_fields(model)}
    return tuple(known[name] for name in dict.fromkeys(names) if name in known)


def _records(keys) -> list:
    return [model(pk=key) for model, key in keys]


def _stamp_as_before(record, before) -> None:
    """Nobody changed it: its stamp shall not say so."""
    if before is not None and isinstance(record, Stamped):
        stamp = {"updated_at": before.updated_at, "updated_by": before.updated_by}
        type(record)._base_manager.filter(pk=record.pk).update(**stamp)

"""What is taken in from tables: each kind of record, and how a row becomes one."""

from django.db.models import Model

from desk.scope.registry import changes_kind
from intake.sheets.kinds.activities import Activities
from intake.sheets.kinds.awards import Awards
from intake.sheets.kinds.kind import Kind
from intake.sheets.kinds.organizations import Organizations, Persons
from intake.sheets.kinds.volunteers import Services, Volunteers

ALL: tuple[type[Kind], ...] = (Activities, Organizations, Persons, Volunteers, Services, Awards)
_OF_MODEL = {kind.model: kind for kind in ALL}


def kind_of(model: type[Model]) -> type[Kind] | None:
    return _OF_MODEL.get(model)


def may_take_in(user, model: type[Model]) -> bool:
    """Whoever may add such records by hand may add them from a table."""
    kind = _OF_MODEL.get(model)
    return kind is not None and user.has_perm(kind.right()) and changes_kind(user, model)


def kinds_for(user) -> list[type[Kind]]:
    return [kind for kind in ALL if may_take_in(user, kind.model)]

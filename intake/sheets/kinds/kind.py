"""How a row becomes a record: by the fields, rules and sentences of its model, as in the desk's form."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import DateField, ForeignKey, ManyToManyField, Model

from activities.models import WorkArea
from desk.gate.finding import hits_in_own
from desk.gate.registry import is_public
from desk.scope.forms import owner_field
from desk.scope.reach import reach_of
from desk.sheets.columns import Column, sheet_of
from intake.sheets.lookups import Lookups
from intake.sheets.values import Row, Unfit, told_day, value_of
from organizations.models import Organization
from volunteers.models import Team

_LISTED = (Organization, WorkArea, Team)
OTHERS = "这一行不属于你的团组织，你只能导入自己的团组织和下级的。"


@dataclass
class Made:
    """A record that is not saved yet, with its rows and links; and by what it is known again."""

    record: Model
    links: dict[str, list[Model]] = field(default_factory=dict)
    rows: list[tuple[str, Model]] = field(default_factory=list)  # each with its field that names the record
    key: Hashable = None


class Kind:
    model: type[Model]
    takes_figures = False
    name_of_rows = ""  # the column in which they stand
    at_once = 200  # rows looked at, or saved, together
    hints: ClassVar[tuple[str, ...]] = ()  # further sentences for the template

    def __init__(self, user):
        self.user, self.look = user, Lookups(user)
        columns = sheet_of(self.model).columns_for(user)
        self.columns = {one.name: one for one in columns if one.is_taken_in}

    @classmethod
    def right(cls) -> str:
        """That whoever takes in such a table has; of rows on a page, the right to what they stand on."""
        return f"{cls.model._meta.app_label}.add_{cls.model._meta.model_name}"

    def make(self, row: Row) -> Made:
        """The record of a row; whatever is not in order is said there."""
        made = Made(self.model())
        for column in self.columns.values():
            words = row.words_of(column)
            if words and column.field is not None:
                self.take(made, row, column, words)
        self.complete(made, row)
        self.clean(made, row)
        self.hold_within(made, row)
        made.key = None if self.lacks_of_key(row) else self.key_of(made)
        return made

    def take(self, made: Made, row: Row, column: Column, words: str) -> None:
        """Put what a cell says into the record."""
        try:
            value = self.value_of(column, row, words)
        except Unfit as why:
            row.say(column.name, str(why))
            return
        if isinstance(column.field, ManyToManyField):
            made.links[column.name] = value
            return
        if isinstance(column.field, DateField) and (note := told_day(words, value)):
            row.notes.append(f"{column.heading}{note}")
        setattr(made.record, column.name, value)

    def value_of(self, column: Column, row: Row, words: str):
        if isinstance(column.field, ManyToManyField):
            return self.look.find_all(column.field.related_model, words)
        if isinstance(column.field, ForeignKey):
            return self.look.find(column.field.related_model, words)
        return value_of(column.field, words)

    def complete(self, made: Made, row: Row) -> None:
        """What a kind has besides its plain fields."""

    def clean(self, made: Made, row: Row) -> None:
        """What the model refuses; of a field that is not in order already nothing more."""
        record, model = made.record, self.model
        found = {one.name for one in model._meta.fields if one.is_relation}
        for step in (lambda: record.clean_fields(exclude=found | {*row.faults}), record.clean):
            try:
                step()
            except ValidationError as refusal:
                _say_all(row, refusal)
        if is_public(record) and not row.faults:
            for hit in hits_in_own(record):
                row.say(hit.field, hit.sentence)

    def hold_rules(self, made: Made, row: Row) -> None:
        """What the named constraints refuse, each in its sentence.

        Asked of a row that the database did refuse: asked of all, they would take longest of everything.
        """
        for record, name, exclude in (
            (made.record, "", {*row.faults, *self.not_yet(row)}),
            *((one, self.name_of_rows, {owner}) for owner, one in made.rows),
        ):
            try:
                record.validate_constraints(exclude=exclude)
            except ValidationError as refusal:
                for field, sentences in refusal.message_dict.items():
                    for sentence in sentences:
                        row.say(name or ("" if field == NON_FIELD_ERRORS else field), sentence)

    def is_listed(self, model: type[Model]) -> bool:
        """Whether its records are few enough to be picked from a list, and have names."""
        return model in _LISTED

    def not_yet(self, row: Row) -> Iterable[str]:
        """Fields that are known only once other rows of the same table are saved."""
        return ()

    def hold_within(self, made: Made, row: Row) -> None:
        """Whoever reaches some organizations only takes in nothing of others."""
        reach, name = reach_of(self.user), owner_field(self.model)
        if reach.is_whole or not name or name in row.faults:
            return
        is_one = isinstance(self.model._meta.get_field(name), ForeignKey)
        owners = [getattr(made.record, name)] if is_one else made.links.get(name, [])
        if reach.keys.isdisjoint(one.pk for one in owners if one is not None):
            row.say(name, OTHERS)

    def clean_row(self, record: Model, row: Row, name: str, label: str, exclude: Iterable[str]) -> None:
        """A row beneath the record, by its own fields."""
        try:
            record.full_clean(exclude=exclude, validate_constraints=False, validate_unique=False)
        except ValidationError as refusal:
            for sentences in refusal.message_dict.values():
                for sentence in sentences:
                    row.say(name, f"{label}{sentence}")

    def remarks(self, made: Made) -> list[str]:
        """What whoever says yes should look at before, though the row is in order."""
        return []

    def lacks_of_key(self, row: Row) -> bool:
        """Whether what a record is known by cannot be told."""
        return bool(self.key_fields & row.faults.keys())

    key_fields: ClassVar[frozenset[str]] = frozenset()

    def key_of(self, made: Made) -> Hashable:
        """By what it is told to be the same as a record that there is."""
        raise NotImplementedError

    def known(self, made: Iterable[Made]) -> set[Hashable]:
        """The keys of those that there are already."""
        raise NotImplementedError

    def heading_of(self, name: str) -> str:
        """What the column of a fault is called."""
        if name in self.columns:
            return self.columns[name].heading
        known = {one.name: str(one.verbose_name) for one in self.model._meta.fields}
        return known.get(name, "")


def _say_all(row: Row, refusal: ValidationError) -> None:
    for name, sentences in refusal.message_dict.items():
        if name not in row.faults or name == NON_FIELD_ERRORS:
            for sentence in sentences:
                row.say("" if name == NON_FIELD_ERRORS else name, sentence)

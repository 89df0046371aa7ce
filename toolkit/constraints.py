"""Database constraints whose refusal appears beside the field it is about.

A constraint names that field as its ``violation_error_code``; Django alone
would print every refusal of a constraint above the form.
"""

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, models


class RulesBesideFields(models.Model):
    """A model that shows the refusals of its constraints beside their fields."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude=None):
        try:
            super().validate_constraints(exclude=exclude)
        except ValidationError as refusal:
            raise ValidationError(self._by_field(refusal, exclude or ())) from None

    def _by_field(self, refusal, exclude):
        """Move each error to the field its code names, unless the form lacks that field."""
        fields = {field.name for field in self._meta.get_fields()} - set(exclude)
        by_field = {}
        for name, errors in refusal.error_dict.items():
            for error in errors:
                code = error.code
                place = code if name == NON_FIELD_ERRORS and code in fields else name
                by_field.setdefault(place, []).append(error)
        return by_field


class OneLevelWithin(models.BaseConstraint):
    """A row may be ``part_of`` another with the same ``within``, which is itself part of none.

    A foreign key alone knows neither. This one takes along what both rows are within, and a column that the
    database keeps by itself: whether the row is a part. What a part points to must say that it is none, by
    the end of the transaction, as with any foreign key of Django's.
    """

    def __init__(self, *, part_of: str, within: str, **said):
        super().__init__(**said)
        self.part_of, self.within = part_of, within

    def create_sql(self, model, schema_editor):
        return """
            ALTER TABLE {table}
                ADD COLUMN {is_part} boolean GENERATED ALWAYS AS ({link} IS NOT NULL) STORED,
                ADD COLUMN {of_whole} boolean GENERATED ALWAYS AS (false) STORED,
                ADD CONSTRAINT {whole} UNIQUE ({key}, {within}, {is_part});
            ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({link}, {within}, {of_whole})
                REFERENCES {table} ({key}, {within}, {is_part}) DEFERRABLE INITIALLY DEFERRED
        """.format(**self._names(model, schema_editor))

    def remove_sql(self, model, schema_editor):
        return """
            ALTER TABLE {table} DROP CONSTRAINT {name}, DROP CONSTRAINT {whole},
                DROP COLUMN {is_part}, DROP COLUMN {of_whole}
        """.format(**self._names(model, schema_editor))

    def constraint_sql(self, model, schema_editor):
        return None  # a table is made first, then this is added to it

    def _names(self, model, schema_editor) -> dict[str, str]:
        link, within = (model._meta.get_field(name).column for name in (self.part_of, self.within))
        names = {"table": model._meta.db_table, "key": model._meta.pk.column, "link": link, "within": within}
        names |= {"name": self.name, "whole": f"{self.name}_whole"}
        names |= {"is_part": f"is_{self.part_of}", "of_whole": f"{self.part_of}_whole"}
        return {name: schema_editor.quote_name(column) for name, column in names.items()}

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        whole = getattr(instance, self.part_of)
        if whole in (None, instance) or self.part_of in (exclude or ()):
            return
        is_within = getattr(whole, f"{self.within}_id") == getattr(instance, f"{self.within}_id")
        has_parts = instance.pk and model._default_manager.using(using).filter(**{self.part_of: instance})
        if not is_within or getattr(whole, f"{self.part_of}_id") or (has_parts and has_parts.exists()):
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self):
        path, arguments, said = super().deconstruct()
        return path, arguments, said | {"part_of": self.part_of, "within": self.within}

    def __eq__(self, other):
        same = isinstance(other, OneLevelWithin) and self.deconstruct() == other.deconstruct()
        return same or NotImplemented

    __hash__ = models.BaseConstraint.__hash__


class SumAtMost(models.BaseConstraint):
    """What rows of the same ``fields`` hold in a column comes to ``most`` at the most.

    Held by a trigger, which waits for whoever else writes of the same first field, a foreign key. A row that
    says no more than it did before is let be, and so is one that comes in as ``unless``.
    """

    def __init__(self, *, fields: tuple[str, ...], summed: str, most: int, unless: str, **said):
        super().__init__(**said)
        self.fields, self.summed, self.most, self.unless = tuple(fields), summed, most, unless

    def create_sql(self, model, schema_editor):
        return """
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'INSERT' AND NEW.{unless}
                    OR TG_OP = 'UPDATE'
                    AND ROW({new}, NEW.{summed}) IS NOT DISTINCT FROM ROW({old}, OLD.{summed})
                THEN RETURN NULL; END IF;
                PERFORM 1 FROM {whose} WHERE {key} = NEW.{first} FOR NO KEY UPDATE;
                IF (SELECT sum({summed}) > {most} FROM {table} WHERE ROW({columns}) = ROW({new})) THEN
                    RAISE EXCEPTION USING
                        ERRCODE = 'check_violation', CONSTRAINT = {quoted}, MESSAGE = {quoted};
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER {name} AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()
        """.format(**self._names(model, schema_editor))

    def remove_sql(self, model, schema_editor):
        return "DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()".format(
            **self._names(model, schema_editor)
        )

    def constraint_sql(self, model, schema_editor):
        return None  # a table is made first, then this is added to it

    def _names(self, model, schema_editor) -> dict[str, str]:
        quote = schema_editor.quote_name
        columns = [quote(model._meta.get_field(name).column) for name in self.fields]
        whose = model._meta.get_field(self.fields[0]).related_model._meta
        return {
            "name": quote(self.name),
            "quoted": schema_editor.quote_value(self.name),
            "table": quote(model._meta.db_table),
            "whose": quote(whose.db_table),
            "key": quote(whose.pk.column),
            "first": columns[0],
            "columns": ", ".join(columns),
            "new": ", ".join(f"NEW.{column}" for column in columns),
            "old": ", ".join(f"OLD.{column}" for column in columns),
            "summed": quote(model._meta.get_field(self.summed).column),
            "unless": quote(model._meta.get_field(self.unless).column),
            "most": str(self.most),
        }

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        names = (*self.fields, self.summed)
        values = [getattr(instance, model._meta.get_field(name).attname) for name in names]
        if None in values or set(names) & set(exclude or ()):
            return
        if values[-1] > self.most:  # for a rule on the row alone to tell
            return
        others = model._default_manager.using(using).filter(
            **dict(zip(self.fields, values[:-1], strict=True))
        )
        told = others.exclude(pk=instance.pk).aggregate(sum=models.Sum(self.summed))["sum"] or 0
        if told + values[-1] > self.most:
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self):
        path, arguments, said = super().deconstruct()
        said |= {"fields": self.fields, "summed": self.summed, "most": self.most, "unless": self.unless}
        return path, arguments, said

    def __eq__(self, other):
        same = isinstance(other, SumAtMost) and self.deconstruct() == other.deconstruct()
        return same or NotImplemented

    __hash__ = models.BaseConstraint.__hash__


def sentence_of(refusal: IntegrityError) -> str:
    """What the rule says that the database has just held; empty where it is none of ours."""
    name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None)
    rules = (rule for model in apps.get_models() for rule in model._meta.constraints)
    return next((str(rule.violation_error_message) for rule in rules if rule.name == name), "")

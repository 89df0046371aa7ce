"""The rule that a round takes answers to its own questions, and only on its days."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models

# What comes back from the recycle bin was answered in time (desk.bin.actions).
_FUNCTION = """
    CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF coalesce(current_setting('desk.restoring', true), '') <> 'on' AND NOT EXISTS (
            SELECT FROM branches_censusreturn AS sent
            JOIN branches_censusround AS asked ON asked.id = sent.round_id
            JOIN branches_censusquestion AS question ON question.round_id = asked.id
            WHERE sent.id = NEW.census_return_id AND question.id = NEW.question_id
            AND (CURRENT_TIMESTAMP AT TIME ZONE '{zone}')::date BETWEEN asked.opens_on AND asked.closes_on
        ) THEN
            RAISE EXCEPTION 'the round takes no such answer'
            USING ERRCODE = 'check_violation', CONSTRAINT = '{function}';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER {function} BEFORE INSERT OR UPDATE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {function}()
"""


class AnsweredWhileOpen(models.BaseConstraint):
    """A check constraint cannot look into other tables, so that a trigger refuses in its name."""

    def create_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return _FUNCTION.format(function=self.name, table=table, zone=settings.TIME_ZONE)

    def remove_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return f"DROP TRIGGER {self.name} ON {table}; DROP FUNCTION {self.name}()"

    def constraint_sql(self, model, schema_editor):
        return None  # a table is made first, then this is added to it

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        asked = instance.census_return.round
        if not asked.is_open or instance.question.round_id != asked.pk:
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def __eq__(self, other):
        same = isinstance(other, AnsweredWhileOpen) and self.deconstruct() == other.deconstruct()
        return same or NotImplemented

    __hash__ = models.BaseConstraint.__hash__

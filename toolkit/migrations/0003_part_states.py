"""What parts of the records are called since they changed last; each change gives them a new name."""

from django.db import migrations, models

# A name that goes is always followed by a new one, so that what was kept under the old is never taken for
# what is true now. Names that another transaction holds are left to it, so that nobody waits for anybody.
FUNCTIONS = """
CREATE FUNCTION toolkit_name_anew(what text, parts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM toolkit_partstate WHERE id IN (
        SELECT id FROM toolkit_partstate WHERE kind = what AND number = ANY(parts) FOR UPDATE SKIP LOCKED
    );
    INSERT INTO toolkit_partstate (id, kind, number)
    SELECT gen_random_uuid(), what, part FROM (SELECT DISTINCT unnest(parts) AS part) AS told;
END $$;
CREATE FUNCTION toolkit_name_all_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE toolkit_partstate SET id = gen_random_uuid();
    RETURN NULL;
END $$;
"""
NOT_FUNCTIONS = "DROP FUNCTION toolkit_name_anew(text, bigint[]); DROP FUNCTION toolkit_name_all_anew();"


class Migration(migrations.Migration):
    dependencies = [("toolkit", "0002_pairs")]
    operations = [
        migrations.CreateModel(
            name="PartState",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("number", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "记录的变动",
                "verbose_name_plural": "记录的变动",
                "indexes": [models.Index(fields=["kind", "number"], name="toolkit_partstate_of_part")],
            },
        ),
        migrations.RunSQL(FUNCTIONS, NOT_FUNCTIONS),
    ]

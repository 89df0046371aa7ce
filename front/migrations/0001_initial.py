"""The database notes when public pages may read differently, so that no way of writing is forgotten."""

from django.db import migrations, models

PUBLIC_APPS = ("organizations", "activities", "notices", "volunteers", "honors", "reports")

# A change to any row of these apps: too often is harmless, too seldom would show readers an old page.
# Old notes go with each new one; what another transaction holds is left to the next.
FUNCTIONS = """
CREATE FUNCTION front_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM front_publicchange WHERE id IN (
        SELECT id FROM front_publicchange WHERE at < now() - interval '1 hour' FOR UPDATE SKIP LOCKED
    );
    INSERT INTO front_publicchange (at) VALUES (clock_timestamp());
    RETURN NULL;
END $$;
CREATE FUNCTION front_note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO front_publicchange (at)
    SELECT DISTINCT published_at FROM changed WHERE published_at > clock_timestamp();
    RETURN NULL;
END $$;
"""
NOT_FUNCTIONS = "DROP FUNCTION front_note_change(); DROP FUNCTION front_note_publication();"


def watch(apps, schema_editor):
    for model in _models(apps):
        table = model._meta.db_table
        schema_editor.execute(
            f"CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()"
        )
        for event in _publishing_events(model):
            schema_editor.execute(
                f"CREATE TRIGGER note_publication_{event} AFTER {event} ON {table}"
                " REFERENCING NEW TABLE AS changed"
                " FOR EACH STATEMENT EXECUTE FUNCTION front_note_publication()"
            )


def unwatch(apps, schema_editor):
    for model in _models(apps):
        table = model._meta.db_table
        schema_editor.execute(f"DROP TRIGGER note_change ON {table}")
        for event in _publishing_events(model):
            schema_editor.execute(f"DROP TRIGGER note_publication_{event} ON {table}")


def _models(apps):
    for label in PUBLIC_APPS:
        yield from apps.get_app_config(label).get_models(include_auto_created=True)


def _publishing_events(model):
    names = {field.name for field in model._meta.get_fields()}
    return ("INSERT", "UPDATE") if "published_at" in names else ()


class Migration(migrations.Migration):
    initial = True
    dependencies = [(label, "0001_initial") for label in PUBLIC_APPS]
    operations = [
        migrations.CreateModel(
            name="PublicChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={"verbose_name": "公开内容的变动", "verbose_name_plural": "公开内容的变动"},
        ),
        migrations.RunSQL(FUNCTIONS, NOT_FUNCTIONS),
        migrations.RunPython(watch, unwatch),
    ]

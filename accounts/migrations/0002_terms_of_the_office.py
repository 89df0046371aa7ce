from django.db import migrations


def begin(apps, schema_editor):
    """One row from the beginning: it is only ever changed."""
    apps.get_model("accounts", "Terms").objects.get_or_create(id=1)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_terms_passwords_sessions")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]

"""Whoever could change these records could publish them: they still can, by the rights of the new acts."""

from django.db import migrations

from toolkit.rights import hand_on_publishing


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0003_published_by_acts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [hand_on_publishing("volunteers", "team")]

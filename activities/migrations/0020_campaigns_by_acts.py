"""Campaigns keep what the public sees of them: a tick becomes a state. And who changed may act."""

from django.db import migrations

from toolkit.rights import hand_on_publishing

PUBLISHED = """
    UPDATE activities_campaign SET state = 'published', published_at = created_at WHERE is_published;
"""
TICKED = """
    UPDATE activities_campaign SET is_published = state = 'published' AND published_at <= now()
        AND (expires_at IS NULL OR expires_at > now());
"""


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0019_published_by_acts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunSQL(PUBLISHED, TICKED),
        hand_on_publishing("activities", "activity", "campaign"),
    ]

"""Hours that the public is told of already stay told; those that a rule to come would refuse are marked."""

from django.db import migrations

from toolkit.rights import hand_on

STAND = """
    UPDATE volunteers_servicerecord SET confirmed_at = created_at, confirmed_by_id = recorded_by_id;
    UPDATE volunteers_servicerecord SET predates_rules = true WHERE id IN (
        SELECT id FROM (
            SELECT id, served_on, row_number() OVER (
                PARTITION BY volunteer_id, activity_id, served_on,
                    CASE WHEN activity_id IS NULL THEN team_id END,
                    CASE WHEN activity_id IS NULL THEN content END
                ORDER BY id
            ) AS place
            FROM volunteers_servicerecord
        ) AS record
        WHERE place > 1 OR served_on NOT BETWEEN DATE '1949-01-01' AND (now() AT TIME ZONE 'Asia/Shanghai')::date
    );
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0005_hours_confirmed"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunSQL(STAND, migrations.RunSQL.noop),
        hand_on("volunteers", "change", ("confirm",), "servicerecord"),
    ]

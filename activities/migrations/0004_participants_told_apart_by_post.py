from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0003_names_as_kept")]
    operations = [
        migrations.RemoveConstraint(model_name="participant", name="activities_participant_role_once"),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                fields=("activity", "name", "role", "post"),
                name="activities_participant_role_once",
                violation_error_code="name",
                violation_error_message="这个人在活动中的同一角色已经填过；确是同名的两个人，请写明各自的职务。",
            ),
        ),
    ]

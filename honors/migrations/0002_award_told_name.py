from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("honors", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="award",
            name="told_name",
            field=models.CharField(default="", editable=False, max_length=130, verbose_name="公开的姓名"),
        ),
    ]

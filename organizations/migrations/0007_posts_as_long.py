from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0006_staff_of_the_root"),
    ]

    operations = [
        migrations.AlterField(
            model_name="personpost",
            name="post",
            field=models.CharField(max_length=80, verbose_name="职务"),
        ),
    ]

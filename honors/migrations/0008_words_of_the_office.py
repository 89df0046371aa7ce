from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("honors", "0007_rights_to_acts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="awardtitle",
            name="noun",
            field=models.CharField(
                default="同志",
                help_text="写在名额之后，例如“6个基层团（工）委、团总支”或“43名同志”里的后半部分。",
                max_length=40,
                verbose_name="称谓",
            ),
        ),
        migrations.AlterField(
            model_name="commendation",
            name="summary",
            field=models.TextField(
                blank=True,
                help_text="写在“授予…”之前的一句话；获奖名额由系统按奖项写出，不要在这里再写一遍。",
                max_length=600,
                verbose_name="导语",
            ),
        ),
        migrations.AlterField(
            model_name="honorreceived",
            name="noun",
            field=models.CharField(
                blank=True,
                help_text="写在数量之后，例如“4名青年”里的“青年”；不填时写“集体”或“个人”。",
                max_length=20,
                verbose_name="称谓",
            ),
        ),
    ]

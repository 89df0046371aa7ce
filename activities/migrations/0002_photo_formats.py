from django.db import migrations, models

import toolkit.pictures


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="photo",
            name="image",
            field=models.ImageField(
                height_field="height",
                help_text="JPG、PNG、WebP、HEIC 或 AVIF，不超过 50 MB；照片中的位置等隐藏信息会自动去掉。",
                upload_to=toolkit.pictures.UnguessablePath("photos"),
                verbose_name="照片",
                width_field="width",
            ),
        ),
    ]

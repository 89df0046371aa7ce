"""Who bears an honour has a unit and a post, by which two of one name are told apart."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("honors", "0008_words_of_the_office"),
        ("organizations", "0003_committee_as_kept"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="award",
            name="honors_award_once_per_title",
        ),
        migrations.RemoveConstraint(
            model_name="honorrecipient",
            name="honors_honorrecipient_once",
        ),
        migrations.AddField(
            model_name="award",
            name="note",
            field=models.CharField(
                blank=True, help_text="例如民族、性别；不会公开。", max_length=60, verbose_name="备注"
            ),
        ),
        migrations.AddField(
            model_name="award",
            name="post",
            field=models.CharField(blank=True, max_length=60, verbose_name="职务"),
        ),
        migrations.AddField(
            model_name="award",
            name="unit",
            field=models.CharField(
                blank=True,
                help_text="团组织没有登记的，在这里写所在单位；选了团组织的不用写。",
                max_length=120,
                verbose_name="单位",
            ),
        ),
        migrations.AddField(
            model_name="honorrecipient",
            name="note",
            field=models.CharField(
                blank=True, help_text="例如民族、性别；不会公开。", max_length=60, verbose_name="备注"
            ),
        ),
        migrations.AddField(
            model_name="honorrecipient",
            name="post",
            field=models.CharField(blank=True, max_length=60, verbose_name="职务"),
        ),
        migrations.AddField(
            model_name="honorrecipient",
            name="unit",
            field=models.CharField(
                blank=True,
                help_text="团组织没有登记的，在这里写所在单位；选了团组织的不用写。",
                max_length=120,
                verbose_name="单位",
            ),
        ),
        migrations.AlterField(
            model_name="award",
            name="is_minor",
            field=models.BooleanField(
                default=False,
                help_text="勾选后，网站和文件中只写姓氏，例如“张同学”，不写单位和职务。",
                verbose_name="未成年人",
            ),
        ),
        migrations.AlterField(
            model_name="honorrecipient",
            name="is_minor",
            field=models.BooleanField(
                default=False,
                help_text="勾选后，网站和文件中只写姓氏，例如“张同学”，不写单位和职务。",
                verbose_name="未成年人",
            ),
        ),
        migrations.AddConstraint(
            model_name="award",
            constraint=models.UniqueConstraint(
                fields=("title", "name", "organization", "unit", "post"),
                name="honors_award_once_per_title",
                nulls_distinct=False,
                violation_error_code="name",
                violation_error_message="这个获奖者在本奖项中已经登记过；同名的另一个人，请写明各自的单位或职务。",
            ),
        ),
        migrations.AddConstraint(
            model_name="honorrecipient",
            constraint=models.UniqueConstraint(
                fields=("honor", "name", "organization", "unit", "post"),
                name="honors_honorrecipient_once",
                nulls_distinct=False,
                violation_error_code="name",
                violation_error_message="这个获得者在这项荣誉中已经登记过；同名的另一个人，请写明各自的单位或职务。",
            ),
        ),
    ]

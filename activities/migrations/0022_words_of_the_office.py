from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0021_campaigns_without_a_tick"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="figure",
            options={
                "ordering": ("position", "pk"),
                "verbose_name": "活动数据",
                "verbose_name_plural": "活动数据",
            },
        ),
        migrations.AlterField(
            model_name="activity",
            name="occasion",
            field=models.CharField(
                blank=True,
                help_text="例如“第57个学雷锋纪念日”。",
                max_length=120,
                verbose_name="时间节点或背景",
            ),
        ),
        migrations.AlterField(
            model_name="activity",
            name="summary",
            field=models.TextField(
                blank=True,
                help_text="一段话，写入工作总结。数字请写成花括号里的数据名称，例如“组织{志愿者}深入一线”，系统会换成下面“活动数据”中的数字写法。",
                max_length=1500,
                verbose_name="概要",
            ),
        ),
        migrations.AlterField(
            model_name="figure",
            name="wording",
            field=models.CharField(
                blank=True,
                help_text="照正式文字填写，例如“300余名”“342人次”“1万个”；填了它，后面几项可以不填。",
                max_length=30,
                verbose_name="数字写法",
            ),
        ),
        migrations.AlterConstraint(
            model_name="figure",
            name="activities_figure_unit_without_magnitude",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit__regex", "^([百千]?[万亿]|[百千](元|人|名|位))"), _negated=True),
                name="activities_figure_unit_without_magnitude",
                violation_error_code="unit",
                violation_error_message="单位前面不要带“万”“千”等字：5万元的数值写50000、单位写“元”，或在“数字写法”里写“5万元”。",
            ),
        ),
    ]

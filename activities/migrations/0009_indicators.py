import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0008_service_is_whole"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="录入时间")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="最近修改时间")),
                (
                    "name",
                    models.CharField(
                        help_text="例如“志愿者”“线上参与”；总结的开头语用花括号引用它。",
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator("^[^{}]*$", "名称里不要用花括号。")
                        ],
                        verbose_name="名称",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="网址中使用的英文或拼音，例如 online。",
                        max_length=40,
                        verbose_name="地址用名",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        help_text="按这个单位相加：人数填“人”（名、位也计入），还可以是“人次”“户次”“场”“户”“元”“小时”等。",
                        max_length=10,
                        verbose_name="单位",
                    ),
                ),
                (
                    "counts",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("participants", "参加人员"),
                            ("volunteers", "志愿者"),
                            ("beneficiaries", "受益对象"),
                            ("teams", "队伍"),
                            ("goods", "物资"),
                            ("other", "其他"),
                        ],
                        help_text="只计入数这一种的数据；不选就不论。",
                        max_length=15,
                        verbose_name="数的是什么",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="只计入数据名称或数的对象含有其中一个词的，例如“阅读、播放、线上”，用顿号分开；不填就不论。",
                        max_length=200,
                        verbose_name="名称含有",
                    ),
                ),
                (
                    "is_chosen_only",
                    models.BooleanField(
                        default=False,
                        help_text="勾选后不自动计入，只算在数据里选了这个指标的。",
                        verbose_name="只计入指明的数据",
                    ),
                ),
                (
                    "takes_service",
                    models.BooleanField(
                        default=False,
                        help_text="登记的服务记录的时长计入这个指标，只能有一个。",
                        verbose_name="计入志愿服务记录",
                    ),
                ),
                (
                    "is_printed",
                    models.BooleanField(
                        default=True,
                        help_text="总结的合计、开头语、品牌活动和“数说共青团”都有它。",
                        verbose_name="写入合计",
                    ),
                ),
                ("is_compared", models.BooleanField(default=True, verbose_name="写入两期对照")),
                ("is_on_desk", models.BooleanField(default=True, verbose_name="工作台显示")),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=0, help_text="小的在前。", verbose_name="顺序"),
                ),
            ],
            options={
                "verbose_name": "指标",
                "verbose_name_plural": "指标",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.RemoveConstraint(
            model_name="figure",
            name="activities_figure_price_is_money",
        ),
        migrations.AlterField(
            model_name="figure",
            name="part",
            field=models.CharField(
                choices=[("total", "总数"), ("unit_price", "单价"), ("apart", "不计入合计")],
                default="total",
                help_text="单价不计入合计；本来就不必合计的数，选“不计入合计”。",
                max_length=10,
                verbose_name="总数或单价",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="录入人",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="updated_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="最近修改人",
            ),
        ),
        migrations.AddField(
            model_name="figure",
            name="indicator",
            field=models.ForeignKey(
                blank=True,
                help_text="不选时，按各指标的规则自动计入；选了，以选的为准。",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="figures",
                to="activities.indicator",
                verbose_name="计入指标",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("part", "unit_price"), _negated=True), ("kind", "money"), _connector="OR"
                ),
                name="activities_figure_price_is_money",
                violation_error_code="part",
                violation_error_message="只有金额才能是单价。",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("indicator__isnull", True), models.Q(("as_of", ""), ("part", "total")), _connector="OR"
                ),
                name="activities_figure_enters_what_is_added",
                violation_error_code="indicator",
                violation_error_message="单价、存量和不计入合计的数据不能再选指标。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(
                fields=("name",),
                name="activities_indicator_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的指标。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(
                fields=("slug",),
                name="activities_indicator_address_once",
                violation_error_code="slug",
                violation_error_message="这个地址用名已被另一个指标使用。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__in", ("开展活动", "获得上级荣誉", "上级荣誉")), _negated=True),
                name="activities_indicator_own_name",
                violation_error_code="name",
                violation_error_message="“开展活动”和“上级荣誉”由系统按记录统计，请换一个名称。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__in", ("activities", "honors")), _negated=True),
                name="activities_indicator_own_address",
                violation_error_code="slug",
                violation_error_message="这个地址用名系统已经用了，请换一个。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit__in", ("", "%", "百分点", "倍")), _negated=True),
                name="activities_indicator_unit_can_be_added",
                violation_error_code="unit",
                violation_error_message="请填写单位；比例、增减和倍数不能相加，不能作指标的单位。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit__regex", "^([百千]?[万亿]|[百千](元|人|名|位))"), _negated=True),
                name="activities_indicator_unit_without_magnitude",
                violation_error_code="unit",
                violation_error_message="单位前面不要带“万”“千”等字，例如“万元”请写成“元”。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("takes_service", False), ("unit__in", ("小时",)), _connector="OR"),
                name="activities_indicator_service_in_hours",
                violation_error_code="takes_service",
                violation_error_message="服务记录按小时登记，只有单位是“小时”的指标才能计入。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(
                condition=models.Q(("takes_service", True)),
                fields=("takes_service",),
                name="activities_indicator_service_once",
                violation_error_code="takes_service",
                violation_error_message="已经有一个指标计入志愿服务记录，一条记录不能计入两处。",
            ),
        ),
    ]

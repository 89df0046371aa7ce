"""What staff decide about the contents of a report: its sections, their order, their own words."""

from django.db import models
from django.db.models import F, Q

from activities.models import Activity, WorkArea
from honors.models import Commendation
from reports.models.records import of_one_record, record_key
from reports.models.report import Report
from toolkit.constraints import RulesBesideFields
from toolkit.texts.columns import LineField, ParagraphsField


class ReportSection(RulesBesideFields):
    """A part of one report, in the office's own wording and order."""

    class Kind(models.TextChoices):
        RECORDS = "records", "工作板块的活动与表彰"
        WRITTEN = "written", "自己撰写"
        FOLLOW_UP = "follow_up", "上期计划的落实"
        PLAN = "plan", "下一步计划"

    class Part(models.TextChoices):
        PROBLEMS = "problems", "存在问题"
        FOLLOW_UP = "follow_up", "上期计划的落实"
        ACHIEVEMENTS = "achievements", "工作成绩"
        PLAN = "plan", "下一步计划"
        OTHER = "other", "其他"

    class ItemForm(models.TextChoices):
        NUMBERED = "numbered", "逐条编号"
        PARAGRAPH = "paragraph", "写成一段：一是……，二是……"
        CAMPAIGNS = "campaigns", "同一品牌（系列）活动归在一条"

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.CASCADE, related_name="sections"
    )
    kind = models.CharField("内容", max_length=10, choices=Kind, default=Kind.RECORDS)
    area = models.ForeignKey(
        WorkArea,
        verbose_name="工作板块",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="report_sections",
        help_text="内容是工作板块时必须选择。",
    )
    part = models.CharField(
        "属于",
        max_length=12,
        choices=Part,
        default=Part.OTHER,
        help_text="自己撰写的部分代替哪一个必须有的部分；其余部分不用管。",
    )
    heading = LineField(
        "标题", max_length=80, help_text="本单位自己的提法，不带“一、”等编号，编号由先后顺序决定。"
    )
    has_lead = models.BooleanField("开头写一句概括", default=False)
    lead = ParagraphsField(
        "概括的话",
        max_length=500,
        blank=True,
        help_text="空着时由系统按这一部分的合计写；自己写的，数字写成花括号里的名称。",
    )
    item_form = models.CharField("条目的写法", max_length=10, choices=ItemForm, default=ItemForm.NUMBERED)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "部分"
        verbose_name_plural = "各部分"
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="records", area__isnull=False) | (~Q(kind="records") & Q(area__isnull=True)),
                name="reports_reportsection_records_have_area",
                violation_error_code="area",
                violation_error_message="写活动与表彰的部分要选择工作板块，其余部分不选。",
            ),
            models.UniqueConstraint(
                fields=("report", "area"),
                name="reports_reportsection_area_once",
                violation_error_code="area",
                violation_error_message="这个工作板块已有一个部分。",
            ),
            models.UniqueConstraint(
                fields=("report", "kind"),
                condition=Q(kind__in=("plan", "follow_up")),
                name="reports_reportsection_plan_once",
                violation_error_code="kind",
                violation_error_message="计划和落实情况各只能有一个部分。",
            ),
        )

    def __str__(self):
        return self.heading


class Placement(RulesBesideFields):
    """What staff decided about one record in a report: its place, its words, or that it is left out."""

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.CASCADE, related_name="placements"
    )
    activity = record_key(Activity, "活动", "placements")
    commendation = record_key(Commendation, "年度表彰", "placements")
    section = models.ForeignKey(
        ReportSection,
        verbose_name="部分",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="placements",
        help_text="不选时写在它的工作板块里。",
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name="并入条目",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="merged",
        help_text="选上后不单独成条，内容并到那一条里。",
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)
    is_left_out = models.BooleanField("不写入", default=False)
    title = LineField("改写的标题", max_length=120, blank=True)
    text = ParagraphsField(
        "改写的内容",
        max_length=1500,
        blank=True,
        help_text="数字仍写成花括号里的数据名称；空着时用记录自己的文字。",
    )
    basis = models.TextField("改写时记录的原文", blank=True, editable=False)

    class Meta:
        verbose_name = "条目的安排"
        verbose_name_plural = "条目的安排"
        ordering = ("position", "pk")
        constraints = (
            of_one_record(
                "activity",
                "commendation",
                name="reports_placement_of_one_record",
                message="活动和表彰选且只选一个。",
            ),
            models.UniqueConstraint(
                fields=("report", "activity"),
                name="reports_placement_activity_once",
                violation_error_code="activity",
                violation_error_message="这个活动在本总结中已经安排过。",
            ),
            models.UniqueConstraint(
                fields=("report", "commendation"),
                name="reports_placement_commendation_once",
                violation_error_code="commendation",
                violation_error_message="这次表彰在本总结中已经安排过。",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="reports_placement_not_into_itself",
                violation_error_code="merged_into",
                violation_error_message="一个条目不能并入它自己。",
            ),
        )

    def __str__(self):
        return str(self.activity or self.commendation)

    @property
    def record(self):
        return self.activity or self.commendation

    @property
    def key_of_record(self) -> tuple[str, int]:
        """The kind and the number of the record, without reading it."""
        if self.activity_id:
            return "activity", self.activity_id
        return "commendation", self.commendation_id


class WrittenItem(RulesBesideFields):
    """An item in staff's own words. It states no figures of its own; its numbers are bound to records."""

    section = models.ForeignKey(
        ReportSection, verbose_name="部分", on_delete=models.CASCADE, related_name="written_items"
    )
    title = LineField("标题", max_length=120)
    text = ParagraphsField("内容", max_length=1500, blank=True)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "自己撰写的条目"
        verbose_name_plural = "自己撰写的条目"
        ordering = ("position", "pk")

    def __str__(self):
        return self.title

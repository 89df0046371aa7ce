"""A table that is taken in: its rows as they were read, and what became of each."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models

from toolkit.constraints import RulesBesideFields
from toolkit.kept.addresses import address_of
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NumberField


class SheetImport(Stamped):
    """One table of one kind of record, until it is saved as a whole, and then until it is undone."""

    class State(models.TextChoices):
        OPEN = "open", "待确认"
        SAVED = "saved", "已导入"
        UNDONE = "undone", "已撤销"

    kind = models.ForeignKey(
        ContentType, verbose_name="种类", on_delete=models.CASCADE, related_name="+", editable=False
    )
    name = LineField("文件名称", max_length=120, editable=False)
    sha256 = NumberField("校验值", max_length=64, editable=False)
    headings = models.JSONField("列名", editable=False)
    chosen = models.JSONField("各列是什么", editable=False)  # as intake.sheets.matching writes it
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN, editable=False)
    saved_at = models.DateTimeField("导入时间", null=True, blank=True, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="导入人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "导入的表格"
        verbose_name_plural = "导入的表格"
        ordering = ("-created_at", "-pk")
        default_permissions = ()  # whoever may add records of its kind

    def __str__(self):
        return self.name

    @property
    def model(self) -> type[models.Model]:
        return self.kind.model_class()

    @property
    def address(self) -> str:
        return address_of("admin:intake_sheetimport_change", self.pk)


class SheetRow(RulesBesideFields):
    """A row of it. What its cells say is forgotten once it is a record, or stood there already."""

    class State(models.TextChoices):
        GOOD = "good", "可以导入"
        KNOWN = "known", "已有，跳过"
        FAULTY = "faulty", "有问题"
        SAVED = "saved", "已导入"
        UNDONE = "undone", "已撤销"

    table = models.ForeignKey(SheetImport, verbose_name="表格", on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField("行号")
    cells = models.JSONField("各列")
    broken = models.JSONField("没有值的格", default=dict)
    state = models.CharField("结果", max_length=10, choices=State, default=State.GOOD)
    said = models.JSONField("问题", default=list)  # sentences
    record_key = models.BigIntegerField("记录的编号", null=True, blank=True)
    as_saved = models.CharField("导入时的内容", max_length=64, blank=True)  # its fingerprint

    class Meta:
        verbose_name = "导入的行"
        verbose_name_plural = "导入的行"
        ordering = ("number",)
        default_permissions = ()
        indexes = (models.Index(fields=("table", "state", "number"), name="intake_sheetrow_by_state"),)
        constraints = (
            models.UniqueConstraint(
                fields=("table", "number"),
                name="intake_sheetrow_once",
                violation_error_code="number",
                violation_error_message="表格里的这一行已经有了。",
            ),
        )

    def __str__(self):
        return f"第{self.number}行"

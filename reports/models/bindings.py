"""选定出处: a number in staff's own words and the one count that it was taken from."""

from django.db import models
from django.db.models import Q

from activities.models import Figure
from honors.models import AwardTitle
from reports.models.contents import Placement, WrittenItem
from reports.models.records import record_key
from reports.models.report import Report
from toolkit.texts.columns import LineField


class Binding(models.Model):
    """A number typed into an item's own words, or into the opening, bound to what states it.

    It holds for the number in the clause where it was typed, and while what it was bound to says the same.
    """

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.CASCADE, related_name="bindings"
    )
    placement = record_key(Placement, "改写的条目", "bindings")
    written = record_key(WrittenItem, "自己撰写的条目", "bindings")  # neither of the two: the opening
    clause = models.CharField("所在的分句", max_length=200)
    number = models.CharField("数字", max_length=80)
    figure = record_key(Figure, "活动的数据", "bindings")
    title = record_key(AwardTitle, "公布的奖项人数", "bindings")
    total = LineField("合计的名称", max_length=80, blank=True)

    class Meta:
        verbose_name = "数字的出处"
        verbose_name_plural = "数字的出处"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(placement__isnull=True) | Q(written__isnull=True),
                name="reports_binding_in_one_text",
                violation_error_code="written",
                violation_error_message="一个数字只在一段文字里。",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=False, title__isnull=True, total="")
                | Q(figure__isnull=True, title__isnull=False, total="")
                | (Q(figure__isnull=True, title__isnull=True) & ~Q(total="")),
                name="reports_binding_to_one_count",
                violation_error_code="figure",
                violation_error_message="一个数字只选一个出处。",
            ),
            models.UniqueConstraint(
                fields=("report", "placement", "written", "clause", "number"),
                nulls_distinct=False,
                name="reports_binding_once",
                violation_error_code="number",
                violation_error_message="这个数字已经选定出处。",
            ),
        )

    def __str__(self):
        return f"{self.clause}：{self.number}"

    @staticmethod
    def bound_to(source: str) -> dict[str, object]:
        """The columns for what ``source`` names."""
        kind, _, which = source.partition("-")
        return {"total": which} if kind == "total" else {f"{kind}_id": int(which)}

    @property
    def source(self) -> str:
        """Names what it is bound to, as it is offered: figure-12, title-3, total-志愿者."""
        if self.total:
            return f"total-{self.total}"
        return f"figure-{self.figure_id}" if self.figure_id else f"title-{self.title_id}"

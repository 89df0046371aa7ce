"""公文格式: what staff decide of a report as an official document, beside its red head and its number."""

import re

from django.db import models
from django.db.models import F, Q

from reports.document import formalities
from reports.document.formalities import Formalities
from toolkit.texts.columns import LineField


class HasFormalities(models.Model):
    """The columns of 公文格式, all optional; ``RULES`` are their constraints."""

    class Annex(models.TextChoices):
        FULL = formalities.FULL, "列出每个数据和它的来源"
        TOTALS = formalities.TOTALS, "只列合计"
        NONE = formalities.NO_ANNEX, "不附"

    class Secrecy(models.TextChoices):
        CONFIDENTIAL = "confidential", "秘密"
        SECRET = "secret", "机密"
        TOP_SECRET = "top_secret", "绝密"

    class Urgency(models.TextChoices):
        URGENT = "urgent", "加急"
        MOST_URGENT = "most_urgent", "特急"

    annex = models.CharField(
        "附件",
        max_length=10,
        choices=Annex,
        default=Annex.FULL,
        help_text="导出的文件后面附不附数据表；网页上的数据汇总不受影响。",
    )
    copy_number = LineField("份号", max_length=6, blank=True, help_text="六位数字，例如 000001。")
    secrecy = models.CharField(
        "密级",
        max_length=12,
        choices=Secrecy,
        blank=True,
        help_text="标了密级的总结不在网站上公开：草稿、签发的各版和下载的文件，公众都看不到。"
        "国家秘密不得在连接互联网的系统中处理，只有符合保密要求的内部系统才可以填写。",
    )
    secrecy_term = LineField("保密期限", max_length=20, blank=True, help_text="例如“1年”“6个月”。")
    urgency = models.CharField("紧急程度", max_length=12, choices=Urgency, blank=True)
    signers = LineField(
        "签发人",
        max_length=60,
        blank=True,
        help_text="只用于报上级的红头文件；几位联合签发的，用顿号分开。",
    )
    addressees = LineField("主送机关", max_length=200, blank=True, help_text="例如“团市委、区委办公室”。")
    copied_to = LineField("抄送机关", max_length=200, blank=True)
    printed_by = LineField("印发机关", max_length=60, blank=True, help_text="例如“共青团西湖区委办公室”。")
    printed_on = models.DateField("印发日期", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def formalities(self) -> Formalities:
        """As they are printed."""
        return Formalities(
            copy_number=self.copy_number,
            secrecy=self.get_secrecy_display(),
            secrecy_term=self.secrecy_term,
            urgency=self.get_urgency_display(),
            signers=tuple(filter(None, re.split(r"[、，,;；\s]+", self.signers))),
            addressees=self.addressees.rstrip("：:"),
            copied_to=self.copied_to.rstrip("。"),
            printed_by=self.printed_by,
            printed_on=self.printed_on,
            annex=str(self.annex),
        )


def _rule(name: str, field: str, sentence: str, condition: Q) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=condition,
        name=f"reports_report_{name}",
        violation_error_code=field,
        violation_error_message=sentence,
    )


RULES = (
    _rule(
        "copy_number_of_six_digits",
        "copy_number",
        "份号用六位阿拉伯数字，例如 000001。",
        Q(copy_number="") | Q(copy_number__regex="^[0-9]{6}$"),
    ),
    _rule(
        "secret_has_copy_number",
        "copy_number",
        "涉密公文应当标注份号，例如 000001。",
        Q(secrecy="") | ~Q(copy_number=""),
    ),
    _rule("term_has_secrecy", "secrecy", "写了保密期限，还要选密级。", Q(secrecy_term="") | ~Q(secrecy="")),
    _rule(
        "secret_not_public",
        "is_public",
        "标有密级的总结不能公开，请去掉“公开草稿”的勾。",
        Q(secrecy="") | Q(is_public=False),
    ),
    _rule(
        "signers_under_red_head",
        "red_head",
        "签发人印在发文机关标志下面，请填写发文机关标志。",
        Q(signers="") | ~Q(red_head=""),
    ),
    _rule(
        "printed_by_on_a_day",
        "printed_by",
        "写了印发日期，还要写印发机关。",
        Q(printed_on__isnull=True) | ~Q(printed_by=""),
    ),
    _rule(
        "copies_have_printer",
        "printed_by",
        "抄送机关印在版记里，还要填写印发机关。",
        Q(copied_to="") | ~Q(printed_by=""),
    ),
    _rule(
        "printed_after_signed",
        "printed_on",
        "印发日期不能早于落款日期。",
        Q(printed_on__isnull=True) | Q(signed_on__isnull=True) | Q(printed_on__gte=F("signed_on")),
    ),
)

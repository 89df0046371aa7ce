from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from organizations.models import Organization
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NumberField, PersonField


class Volunteer(Stamped):
    """A person who gives service. Nothing here is public but the number of service hours."""

    name = PersonField("姓名", max_length=30)
    organization = models.ForeignKey(
        Organization,
        verbose_name="所属团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="volunteers",
    )
    registered_on = models.DateField("注册日期", null=True, blank=True)
    phone = NumberField(
        "手机号",
        max_length=11,
        blank=True,
        validators=[RegexValidator(r"^1\d{10}$", "请填写 11 位手机号。")],
        help_text="只供工作人员联系，不会公开。",
    )
    id_number = NumberField(
        "身份证号",
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^\d{17}[\dX]$", "请填写 18 位身份证号，末位字母用大写 X。")],
        help_text="只在确有需要时填写，不会公开。",
    )
    birth_on = models.DateField("出生日期", null=True, blank=True, help_text="不会公开。")
    note = LineField("备注", max_length=200, blank=True)

    class Meta:
        verbose_name = "志愿者"
        verbose_name_plural = "志愿者"
        ordering = ("name", "pk")
        permissions = (("view_private", "查看志愿者的私密信息"),)
        constraints = (
            models.UniqueConstraint(
                fields=("id_number",),
                condition=~Q(id_number=""),
                name="volunteers_volunteer_id_number_once",
                violation_error_code="id_number",
                violation_error_message="这个身份证号已经登记过。",
            ),
        )

    def __str__(self):
        return self.name

"""Those who bear an honour, by name."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from toolkit.constraints import RulesBesideFields
from toolkit.folding import compared
from toolkit.names import name_of_a_minor
from toolkit.texts.columns import CopyField, LineField, PersonField

YEARS = (MinValueValidator(1949, "年度应在 1949 年以后。"), MaxValueValidator(2100, "年度太大，请核对。"))
OF_ORGANIZATION = "集体填它自己；个人填所在团组织，不知道时留空。"


class Recipient(RulesBesideFields):
    """A body or a person that bears an honour, under the name it bore on that day."""

    name = PersonField("获奖者", max_length=120, help_text="集体的全称或个人的姓名，以表彰决定为准。")
    unit = LineField(
        "单位",
        max_length=120,
        blank=True,
        help_text="团组织没有登记的，在这里写所在单位；选了团组织的不用写。",
    )
    post = LineField("职务", max_length=60, blank=True)
    note = LineField("备注", max_length=60, blank=True, help_text="例如民族、性别；不会公开。")
    is_minor = models.BooleanField(
        "未成年人", default=False, help_text="勾选后，网站和文件中只写姓氏，例如“张同学”，不写单位和职务。"
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)
    told_name = CopyField("公开的姓名", max_length=130, of="sought_name", default="")  # to search the roll by

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def public_name(self) -> str:
        """The name that the public may read: of a minor only the surname."""
        return name_of_a_minor(self.name) if self.is_minor else self.name

    @property
    def public_unit(self) -> str:
        """The unit as it is written; of a minor nothing."""
        return "" if self.is_minor else self.unit

    @property
    def public_post(self) -> str:
        return "" if self.is_minor else self.post

    @property
    def public_place(self) -> str:
        """Unit, or organization, and post as they stand behind the name; of a minor nothing."""
        return " ".join(filter(None, (self.public_body, self.public_post)))

    @property
    def public_body(self) -> str:
        """The unit, or else the organization; of a minor nothing."""
        told = self.unit or (str(self.organization) if self.organization else "")
        return "" if self.is_minor else told

    @property
    def sought_name(self) -> str:
        """The public name as it is looked for: in one script, without the dots that nobody types."""
        return compared(self.public_name)

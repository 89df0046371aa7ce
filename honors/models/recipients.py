"""Those who bear an honour, by name."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from toolkit.constraints import RulesBesideFields
from toolkit.folding import compared
from toolkit.names import name_of_a_minor
from toolkit.texts.columns import CopyField, PersonField

YEARS = (MinValueValidator(1949, "年度应在 1949 年以后。"), MaxValueValidator(2100, "年度太大，请核对。"))
OF_ORGANIZATION = "集体填它自己；个人填所在团组织，不知道时留空。"


class Recipient(RulesBesideFields):
    """A body or a person that bears an honour, under the name it bore on that day."""

    name = PersonField("获奖者", max_length=120, help_text="集体的全称或个人的姓名，以表彰决定为准。")
    is_minor = models.BooleanField(
        "未成年人", default=False, help_text="勾选后，网站和文件中只写姓氏，例如“张同学”。"
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
    def sought_name(self) -> str:
        """The public name as it is looked for: in one script, without the dots that nobody types."""
        return compared(self.public_name)

"""The persons whom records name again and again, with the posts that each held; staff alone see them."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from organizations.models.bodies import Organization
from toolkit.constraints import RulesBesideFields
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NameField, PersonField
from toolkit.texts.pairs import Pairs


class Person(Stamped):
    """Two of one name are two persons; the note says which is which."""

    name = PersonField("姓名", max_length=30)
    organization = models.ForeignKey(
        Organization,
        verbose_name="所在团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="persons",
        help_text="不在团组织里的人，例如区领导，不填。",
    )
    note = LineField(
        "说明",
        max_length=80,
        blank=True,
        help_text="只给同事看。同名的人靠它区分，例如“城管局的”。",
    )

    class Meta:
        verbose_name = "人员"
        verbose_name_plural = "人员"
        ordering = ("name", "pk")
        indexes = (GinIndex(Pairs("name"), name="organizations_person_pairs", gin_pending_list_limit=512),)
        constraints = (
            models.UniqueConstraint(
                fields=("name", "organization", "note"),
                nulls_distinct=False,
                name="organizations_person_told_apart",
                violation_error_code="note",
                violation_error_message="已经有同名的人；确是另一个人，请在说明里写明怎样区分。",
            ),
        )

    def __str__(self):
        return self.name


class PersonPost(RulesBesideFields):
    """A post held from one day to another; what is not known of them stays empty."""

    person = models.ForeignKey(Person, verbose_name="人员", on_delete=models.CASCADE, related_name="posts")
    unit = NameField("单位", max_length=60, blank=True, help_text="写在职务前面的，例如“区城管局”。")
    post = LineField("职务", max_length=80)
    since = models.DateField("从何时起", null=True, blank=True)
    until = models.DateField("到何时止", null=True, blank=True, help_text="现在仍任这个职务的，不填。")

    class Meta:
        verbose_name = "职务"
        verbose_name_plural = "职务"
        ordering = (F("since").desc(nulls_last=True), "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(since__lte=F("until")),
                name="organizations_personpost_days_in_order",
                violation_error_code="until",
                violation_error_message="离任的日子不能早于就任的日子。",
            ),
            models.UniqueConstraint(
                fields=("person", "unit", "post", "since"),
                nulls_distinct=False,
                name="organizations_personpost_once",
                violation_error_code="post",
                violation_error_message="这个职务已经填过。",
            ),
        )

    def __str__(self):
        return f"{self.unit}{self.post}"

    def was_held_on(self, day: date) -> bool:
        """Of one whose beginning or end is not known it may be so on any day."""
        return (self.since or day) <= day <= (self.until or day)

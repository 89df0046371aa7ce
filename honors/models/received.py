from django.db import models
from django.db.models import Q

from honors.models.recipients import OF_ORGANIZATION, YEARS, Recipient
from honors.querysets import HonorReceivedQuerySet, HonorRecipientQuerySet
from organizations.models import Organization
from toolkit.dates.timing import Dated
from toolkit.kept.addresses import address_of
from toolkit.publishing import Publishable, rights
from toolkit.texts.columns import LineField
from toolkit.texts.quoting import quoted


class HonorReceived(Publishable, Dated):
    """What a level above gave to the committee itself, or to others: bodies or people of its district.

    What others received is counted beside it, and never among what the committee gave.
    """

    class GivenTo(models.TextChoices):
        COMMITTEE = "committee", "团区委"
        COLLECTIVES = "collectives", "区内集体"
        PEOPLE = "people", "区内个人"

    class Level(models.TextChoices):
        """The higher, the earlier."""

        NATIONAL = "national", "国家级"
        PROVINCIAL = "provincial", "省级"
        MUNICIPAL = "municipal", "市级"
        DISTRICT = "district", "区县级"

    OTHERS = (GivenTo.COLLECTIVES, GivenTo.PEOPLE)
    _NOUNS = {GivenTo.COLLECTIVES: "集体", GivenTo.PEOPLE: "个人"}

    given_to = models.CharField("授给谁", max_length=15, choices=GivenTo, default=GivenTo.COMMITTEE)
    year = models.PositiveSmallIntegerField("年度", validators=YEARS)
    title = LineField("荣誉名称", max_length=120)
    authority = LineField("授予单位", max_length=80, blank=True)
    level = models.CharField(
        "级别", max_length=15, choices=Level, blank=True, help_text="不清楚时留空，总结里写“上级”。"
    )
    rank = LineField("名次", max_length=30, blank=True, help_text="例如“第一位”。")
    scope = LineField("范围说明", max_length=60, blank=True, help_text="例如“全市唯一”。")
    announced_count = models.PositiveIntegerField(
        "数量",
        null=True,
        blank=True,
        help_text="几个集体或者几名个人；名单已经登记全的可以不填，按名单计。授给团区委的不填。",
    )
    noun = LineField(
        "称谓",
        max_length=20,
        blank=True,
        help_text="写在数量之后，例如“4名青年”里的“青年”；不填时写“集体”或“个人”。",
    )

    objects = HonorReceivedQuerySet.as_manager()

    class Meta:
        verbose_name = "上级荣誉"
        verbose_name_plural = "上级荣誉"
        ordering = ("-year", "-starts_on", "-pk")
        permissions = rights("honorreceived", "上级荣誉")
        constraints = (
            *Publishable.Meta.constraints,
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("year", "title", "given_to", "authority"),
                name="honors_honorreceived_once_for_each",
                violation_error_code="title",
                violation_error_message="这一年度的这项荣誉已经登记过；是另一个单位授予的，请写明授予单位。",
            ),
            models.CheckConstraint(
                condition=~Q(given_to="committee") | Q(announced_count__isnull=True),
                name="honors_honorreceived_committee_uncounted",
                violation_error_code="announced_count",
                violation_error_message="授给团区委的是一项荣誉，不要填数量；授给区内集体或个人的，请先选好授给谁。",
            ),
            models.CheckConstraint(
                condition=Q(given_to="committee") | Q(announced_count__isnull=False),
                name="honors_honorreceived_others_counted",
                violation_error_code="announced_count",
                violation_error_message="请填写有几个集体或者几名个人获得；名单已全的，登记名单即可。",
            ),
            models.CheckConstraint(
                condition=Q(announced_count__isnull=True)
                | Q(announced_count__gte=1, announced_count__lt=100_000),
                name="honors_honorreceived_count_believable",
                violation_error_code="announced_count",
                violation_error_message="数量应在1至十万之间，请核对。",
            ),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address_of("honors:year", self.year)

    @property
    def is_of_others(self) -> bool:
        return self.given_to in self.OTHERS

    @property
    def measure(self) -> str:
        """The measure word of those who bear it: 个 for collectives, 名 for people."""
        return "个" if self.given_to == self.GivenTo.COLLECTIVES else "名"

    @property
    def count_text(self) -> str:
        """How many others bear it: 34名."""
        return f"{self.announced_count}{self.measure}" if self.is_of_others else ""

    @property
    def called(self) -> str:
        """What those who bear it are called: 青年, 集体, 个人."""
        return self.noun or self._NOUNS.get(self.given_to, "")

    @property
    def of_year(self) -> str:
        return "" if self.title.startswith(f"{self.year}年") else f"{self.year}年度"

    @property
    def what(self) -> str:
        """The honour that others received, as a sentence names it: 2019年度“优秀共青团员”."""
        honour = f"{self.of_year}{quoted(self.title)}{self.rank}"
        return "，".join(part for part in (honour, self.scope) if part)

    @property
    def sentence(self) -> str:
        """The honour in a sentence: 2019年度…第一位，全市唯一; of others, 34名个人荣获2019年度“…”."""
        if self.is_of_others:
            return f"{self.count_text}{self.called}荣获{self.what}"
        honour = f"{self.of_year}{self.title}{self.rank}"
        return "，".join(part for part in (honour, self.scope) if part)


class HonorRecipient(Recipient):
    """A body or a person of the district that is known by name to bear an honour."""

    honor = models.ForeignKey(
        HonorReceived, verbose_name="上级荣誉", on_delete=models.CASCADE, related_name="recipients"
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name="团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honors",
        help_text=OF_ORGANIZATION,
    )

    objects = HonorRecipientQuerySet.as_manager()

    class Meta:
        verbose_name = "荣誉的获得者"
        verbose_name_plural = "荣誉的获得者"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("honor", "name", "organization", "unit", "post"),
                nulls_distinct=False,
                name="honors_honorrecipient_once",
                violation_error_code="name",
                violation_error_message="这个获得者在这项荣誉中已经登记过；同名的另一个人，请写明各自的单位或职务。",
            ),
        )

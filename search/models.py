from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from activities.models import WorkArea

LONGEST_WORDS = 60  # characters that a reader may look for at once
LONGEST_WORD = 8  # characters of a word that may be offered


class Kind(models.TextChoices):
    """What can be found, in the order in which readers are offered it."""

    ACTIVITY = "activity", "活动"
    CAMPAIGN = "campaign", "品牌活动"
    NOTICE = "notice", "通知公告"
    TEAM = "team", "志愿服务"
    COMMENDATION = "commendation", "年度表彰"
    HONOR = "honor", "上级荣誉"
    REPORT = "report", "工作总结"


class Entry(models.Model):
    """A public record as search knows it: the words that its page prints, and the pairs of letters in them.

    Written by ``search.refresh`` alone. docs/decisions/0007-search-by-pairs.md says why it is as it is.
    """

    kind = models.CharField(max_length=15, choices=Kind)
    record_id = models.BigIntegerField()
    address = models.CharField(max_length=200)  # from the root of the site
    title = models.CharField(max_length=200)
    folded_title = models.CharField(max_length=200)
    loose_title = models.TextField()  # as ``search.loosening`` tells it
    area = models.ForeignKey(WorkArea, null=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    shown_from = models.DateTimeField()  # a record may be published ahead of its time
    shown_until = models.DateTimeField(null=True)  # and may be public for a while only
    text = models.TextField()
    folded = models.TextField()  # title and text
    loose = models.TextField()
    pairs = SearchVectorField()
    title_pairs = SearchVectorField()

    class Meta:
        verbose_name = "查找条目"
        verbose_name_plural = "查找条目"
        constraints = (
            models.UniqueConstraint(fields=("kind", "record_id"), name="search_entry_one_for_each_record"),
        )
        indexes = (
            # What waits to be merged into the index is read by every search, so little may wait.
            GinIndex(fields=("pairs",), name="search_entry_by_pairs", gin_pending_list_limit=512),
            GinIndex(fields=("title_pairs",), name="search_entry_by_title_pairs", gin_pending_list_limit=64),
        )

    def __str__(self):
        return self.title


class Word(models.Model):
    """A word that stands, or once stood, on a public page: what a search that finds nothing may offer.

    Whether it still stands there is asked before it is offered (``search.suggestions``).
    """

    text = models.CharField(max_length=LONGEST_WORD)
    folded = models.CharField(max_length=LONGEST_WORD, db_index=True)
    sound = models.CharField(max_length=8 * LONGEST_WORD, db_index=True)  # as ``search.sounds`` tells it
    spelt = models.CharField(max_length=6 * LONGEST_WORD, db_index=True)  # nuandong
    initials = models.CharField(max_length=LONGEST_WORD, db_index=True)  # nd

    class Meta:
        verbose_name = "网页上的词"
        verbose_name_plural = "网页上的词"
        constraints = (models.UniqueConstraint(fields=("text",), name="search_word_once"),)

    def __str__(self):
        return self.text


class Change(models.Model):
    """A record whose entry is out of date. Written by the database itself (see migration 0002)."""

    kind = models.CharField(max_length=15, choices=Kind)
    record_id = models.BigIntegerField()

    class Meta:
        verbose_name = "待更新的条目"
        verbose_name_plural = "待更新的条目"
        indexes = (models.Index(fields=("kind", "record_id"), name="search_change_of_a_record"),)

    def __str__(self):
        return f"{self.get_kind_display()} {self.record_id}"


class Asked(models.Model):
    """Words that readers looked for: how often and whether anything was found, never who asked."""

    words = models.CharField("查找的词", max_length=LONGEST_WORDS)
    number = models.PositiveIntegerField("次数", default=1)
    is_found = models.BooleanField("找到结果")
    last_at = models.DateTimeField("最近一次", db_index=True)

    class Meta:
        verbose_name = "读者查找的词"
        verbose_name_plural = "读者查找的词"
        ordering = ("-number", "-last_at")
        constraints = (models.UniqueConstraint(fields=("words",), name="search_asked_words_once"),)

    def __str__(self):
        return self.words

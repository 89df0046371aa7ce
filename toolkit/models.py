"""Addresses that pages had before: noted when staff change them in the admin, or added by hand.

And what parts of the records are called since they changed last (``toolkit.kept.parts``).
"""

from django.db import models
from django.db.models import F, Q

from toolkit.publishing import Stamped

LONGEST = 200  # characters
# From the root of this site, a whole folder: never another host (//host, /\host).
_PATH = r"^/([^/\\?#\s][^?#\s]*/)?$"


class FormerAddressQuerySet(models.QuerySet):
    def where_is(self, path: str) -> str | None:
        """Where a page that was once at ``path`` is now; a page beneath a moved one moved with it."""
        ends = [place + 1 for place, letter in enumerate(path[:LONGEST]) if letter == "/"]
        if "\x00" in path:  # PostgreSQL refuses to read it
            return None
        moves = dict(self.filter(old__in=[path[:end] for end in ends]).values_list("old", "new"))
        nearest = max(moves, key=len, default=None)
        return nearest and moves[nearest] + path.removeprefix(nearest)


class FormerAddress(Stamped):
    """An address that a page had, and the one it has now."""

    old = models.CharField(
        "旧地址",
        max_length=LONGEST,
        help_text="从斜线开始、以斜线结束，例如 /campaigns/qingqing/。只在那里没有页面时起作用。",
    )
    new = models.CharField("现地址", max_length=LONGEST, help_text="本站的地址，写法相同。")

    objects = FormerAddressQuerySet.as_manager()

    class Meta:
        verbose_name = "改过的网址"
        verbose_name_plural = "改过的网址"
        ordering = ("-created_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("old",),
                name="toolkit_formeraddress_once",
                violation_error_code="old",
                violation_error_message="这个旧地址已经登记过。",
            ),
            models.CheckConstraint(
                condition=Q(old__regex=_PATH),
                name="toolkit_formeraddress_old_is_a_path",
                violation_error_code="old",
                violation_error_message="地址要从一个斜线开始、以斜线结束，不带网站域名和问号。",
            ),
            models.CheckConstraint(
                condition=Q(new__regex=_PATH),
                name="toolkit_formeraddress_new_is_a_path",
                violation_error_code="new",
                violation_error_message="地址要从一个斜线开始、以斜线结束，不带网站域名和问号。",
            ),
            models.CheckConstraint(
                condition=~Q(new__startswith=F("old")),
                name="toolkit_formeraddress_moved",
                violation_error_code="new",
                violation_error_message="现地址不能与旧地址相同，也不能在旧地址之下。",
            ),
        )

    def __str__(self):
        return self.old


class PartState(models.Model):
    """What a part of the records is called since it changed last: never again as it was before.

    Written by the database itself, by triggers of the app whose records they are, so that no way of writing
    is forgotten. Two that write at once leave two names; together they are the name.
    """

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=40)  # of what the part is one: months, campaigns
    number = models.BigIntegerField()

    class Meta:
        verbose_name = "记录的变动"
        verbose_name_plural = "记录的变动"
        indexes = (models.Index(fields=("kind", "number"), name="toolkit_partstate_of_part"),)

    def __str__(self):
        return f"{self.kind} {self.number}"

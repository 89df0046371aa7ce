"""Published rolls of honours as open data: what the public reads of each recipient, and no more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from honors.models import Award


@dataclass(frozen=True)
class Field:
    heading: str
    meaning: str
    read: Callable[[Award], object]


FIELDS = (
    Field("年度", "表彰的是哪一年度的工作", lambda one: one.title.commendation.year),
    Field("表彰", "", lambda one: one.title.commendation.title),
    Field("称号", "", lambda one: one.title.name),
    Field("授予对象", "集体或个人", lambda one: one.title.get_recipients_display()),
    Field("获奖者", "未成年人只写姓氏", lambda one: one.public_name),
    Field("单位", "未成年人不写", lambda one: one.public_body),
    Field("职务", "未成年人不写", lambda one: one.public_post),
    Field("网页", "在本网站上的地址", lambda one: one.title.commendation.get_absolute_url()),
)


def published_of(year: int | None) -> QuerySet:
    """The recipients of a year, or of all, as the roll lists them."""
    found = Award.objects.published().in_order_of_roll()
    return found.filter(title__commendation__year=year) if year else found


def rows(awards: QuerySet) -> Iterator[list]:
    for one in awards.iterator(chunk_size=500):
        yield [field.read(one) for field in FIELDS]

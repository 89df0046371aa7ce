"""Public pages among few activities and among many: the work of the program and the database together.

A page that lists more is compared by what it lists.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.test import Client
from django.utils import timezone

from activities.models import Activity
from organizations.models import Committee
from sample.benchmarks.timing import busy, queries
from sample.synthetic.words import MARK

LISTS = (
    ("活动", "/activities/"),
    ("一个板块", "/activities/?area={area}"),
    ("一年", "/activities/year/{year}/"),
    ("一个月", "/activities/{year}/{month}/"),
    ("品牌活动", "/campaigns/test-river/"),
)
FIGURES = "/figures/"
PAGES = (
    ("首页", "/", 12),
    ("新闻", "/activities/{story}/", 8),
    ("网站地图", "/sitemap/", 8),
    ("开放数据", "/data/", 8),
    ("订阅", "/feed/", 8),
    ("品牌列表", "/campaigns/", 8),
    ("数说共青团", FIGURES, 8),
    ("搜索引擎地图", "/sitemap.xml", 12),  # one for each kind of page, whose maps ask the same
    ("活动的搜索引擎地图", "/sitemap-activities.xml", 12),
)
GROWS = 1.5  # times as long, at most, as among few
LISTED = "<loc>"


class Measured(NamedTuple):
    queries: int
    milliseconds: float
    listed: int


class PublicPages:
    """Measured twice: among the few records of a small site, and among many."""

    def among_few(self) -> Iterator[str]:
        client, names = _client(), _names()
        self._few = {title: _measured(client, address.format(**names)) for title, address, _ in PAGES}
        self._few_changed = _after_a_change(client, names["story"])
        yield f"公开页面：{len(PAGES)} 种，在 {Activity.objects.count():,} 项活动中量过"

    def among_many(self) -> Iterator[str]:
        client, names = _client(), _names()
        number = Activity.objects.count()
        yield f"公开页面，查询和做成一共占用处理器的时间：库中 {number:,} 项活动"
        for title, address, most in PAGES:
            found, few = _measured(client, address.format(**names)), self._few[title]
            grown = found.milliseconds / few.milliseconds
            more = max(found.listed, 1) / max(few.listed, 1)
            each = f"；所列的是 {more:.0f} 倍，平均每条之比 {grown / more:.2f}" if more > 1 else ""
            yield (
                f"  {title}：{found.queries} 次查询（应不超过 {most}），{found.milliseconds:.0f} 毫秒，"
                f"时间之比 {grown:.2f}（应不超过 {GROWS}）{each}"
            )
        changed = _after_a_change(client, names["story"])
        yield (
            f"  数说共青团，刚改过一项活动：{changed:.0f} 毫秒，活动少时 {self._few_changed:.0f} 毫秒"
            "（那个月的活动都要重新读一遍，不设限）"
        )
        for title, address in LISTS:
            yield _of_list(client, title, address.format(**names))


def _of_list(client, title, first) -> str:
    number, last = _last_page(client, first)
    one, other = _measured(client, first), _measured(client, last)
    return (
        f"  列表“{title}”：第 1 页 {one.queries} 次查询、{one.milliseconds:.0f} 毫秒，"
        f"第 {number} 页 {other.queries} 次查询、{other.milliseconds:.0f} 毫秒，"
        f"时间之比 {other.milliseconds / one.milliseconds:.2f}（应不超过 2）"
    )


def _client() -> Client:
    Committee.objects.get_or_create(defaults={"name": "共青团区委", "site_name": "共青团区委"})
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    client.cookies[settings.SESSION_COOKIE_NAME] = "none"  # no page is kept for such a reader
    return client


def _names() -> dict:
    """What stands in the addresses: those of an activity that is neither among the newest nor the oldest."""
    marked = Activity.objects.filter(title__startswith=MARK)
    story = marked.select_related("area").newest_first()[marked.count() // 20]
    day = story.starts_on
    return {"area": story.area.slug, "year": day.year, "month": f"{day:%m}", "story": story.pk}


def _measured(client, address) -> Measured:
    """Once the process remembers what the page tells."""
    listed = _got(client, address).count(LISTED)
    asked = queries(lambda: _got(client, address))
    return Measured(asked, 1000 * busy(lambda: _got(client, address)), listed)


def _after_a_change(client, story) -> float:
    """Milliseconds of the change of an activity and of the page that tells numbers of all."""

    def change_and_tell():
        Activity.objects.filter(pk=story).update(updated_at=timezone.now())
        _got(client, FIGURES)

    return 1000 * busy(change_and_tell)


def _last_page(client, address) -> tuple[int, str]:
    """The number of the last page that a list leads to, and its address."""
    numbers = [int(number) for number in re.findall(r"[?;]page=(\d+)", _got(client, address))]
    number = max(numbers, default=1)
    return number, f"{address}{'&' if '?' in address else '?'}page={number}"


def _got(client, address) -> str:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")
    return response.content.decode()

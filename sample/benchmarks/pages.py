"""Public pages among 100,000 activities: their queries, and what the last page of a list costs."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.test import Client

from activities.models import Activity
from organizations.models import Committee
from sample.benchmarks.timing import queries, seconds
from sample.synthetic.words import MARK

LISTS = (
    ("活动", "/activities/"),
    ("一个板块", "/activities/?area={area}"),
    ("一年", "/activities/year/{year}/"),
    ("一个月", "/activities/{year}/{month}/"),
    ("品牌活动", "/campaigns/test-river/"),
)
PAGES = (
    ("首页", "/", 12),
    ("新闻", "/activities/{story}/", 8),
    ("网站地图", "/sitemap/", 8),
    ("开放数据", "/data/", 8),
    ("订阅", "/feed/", 8),
    ("搜索引擎地图", "/sitemap.xml", 12),  # one for each kind of page, whose maps ask the same
)


def public_pages_among_many_activities() -> Iterator[str]:
    Committee.objects.get_or_create(defaults={"name": "共青团区委", "site_name": "共青团区委"})
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    client.cookies[settings.SESSION_COOKIE_NAME] = "none"  # no page is kept for such a reader
    story = Activity.objects.filter(title__startswith=MARK).select_related("area").newest_first()[5000]
    day = story.starts_on
    names = {"area": story.area.slug, "year": day.year, "month": f"{day:%m}", "story": story.pk}
    yield f"公开页面：库中 {Activity.objects.count():,} 项活动"
    for title, address, most in PAGES:
        asked, took = _measured(client, address.format(**names))
        yield f"  {title}：{asked} 次查询（应不超过 {most}），{took:.0f} 毫秒"
    for title, address in LISTS:
        first = address.format(**names)
        number, last = _last_page(client, first)
        asked, took = _measured(client, first)
        asked_last, took_last = _measured(client, last)
        yield (
            f"  列表“{title}”：第 1 页 {asked} 次查询、{took:.0f} 毫秒，"
            f"第 {number} 页 {asked_last} 次查询、{took_last:.0f} 毫秒，"
            f"时间之比 {took_last / took:.2f}（应不超过 2）"
        )


def _measured(client, address) -> tuple[int, float]:
    """The queries of one page, and its milliseconds, once the process remembers the drafts that it tells."""
    _got(client, address)
    return queries(lambda: _got(client, address)), 1000 * seconds(lambda: _got(client, address), times=5)


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

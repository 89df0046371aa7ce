"""What a page costs the processor: made, kept and not changed, beside a view that does nothing at all.

As multiples of that view's rate, behind the same web server and middleware, in the same run: the machine
does not matter then.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.core.management import call_command
from django.utils import timezone

from activities.models import Activity, Campaign
from front.models import PublicChange
from notices.models import Notice
from reports.document.periods import HalfYear
from reports.models import Report
from sample.benchmarks.server import Server, serving
from sample.load import load

MADE, KEPT = 0.1, 0.6  # of the bare view's rate
FEW = 400  # activities around which the synthetic site stands whole
GROWS = 1.5  # times as long, at most, among 100,000 activities
PERIOD = HalfYear(2019, 2)  # of a draft beside the sample's issued report
SEARCH = "查找（不留存）"


class Costs(NamedTuple):
    """Milliseconds of the processor."""

    made: float
    kept: float
    unchanged: float


class PagesKept:
    """Measured twice: among the few records of a small site, and among many."""

    def among_few(self) -> Iterator[str]:
        load()
        Report.objects.create(
            title=f"{PERIOD}工作总结",
            slug=PERIOD.slug,
            starts_on=PERIOD.first_day,
            ends_on=PERIOD.last_day,
            as_of=PERIOD.last_day,
            is_public=True,
        )
        call_command("generate_load", "--activities", str(FEW), "--yes", verbosity=0)
        self._addresses = _addresses()
        self._few, bare, unasked = self._measure()
        yield f"公开页面占用处理器的时间：空白页面 {bare:.2f} 毫秒，不查公开内容有无变动的 {unasked:.2f} 毫秒"
        yield f"  与空白页面的速度之比：做成（应不低于 {MADE}）、留存（应不低于 {KEPT}）、未改（304）"
        for title, costs in self._few.items():
            told = "  ".join(f"{bare / cost:.2f}" for cost in costs)
            yield f"  {title}：{told}（做成 {costs.made:.1f} 毫秒；{_met(bare, costs, title)}）"
        yield f"  未签发的总结，里面的记录刚改过：做成 {self._draft_changed:.1f} 毫秒（重新组稿，不设限）"

    def among_many(self) -> Iterator[str]:
        many, *_ = self._measure()
        yield f"库中 {Activity.objects.count():,} 项活动时：做成、留存的时间之比（应不超过 {GROWS}）"
        for title, costs in many.items():
            few = self._few[title]
            grown = f"{costs.made / few.made:.2f}  {costs.kept / few.kept:.2f}"
            yield f"  {title}：{grown}（做成 {costs.made:.1f} 毫秒）"

    def _measure(self) -> tuple[dict[str, Costs], float, float]:
        with serving() as server:
            # The process and the database know every kind of page before any is timed.
            for address in 2 * list(self._addresses.values()):
                server.get(address)
            measured = {title: _costs(server, address) for title, address in self._addresses.items()}
            draft = self._addresses["未签发的总结"]
            self._draft_changed = server.milliseconds(
                lambda: server.get(draft), times=5, before=_change_in_draft
            )
            bare, unasked = (
                server.milliseconds(lambda address=address: server.get(address), times=200)
                for address in ("/bare/", "/unasked/")
            )
            return measured, bare, unasked


def _costs(server: Server, address) -> Costs:
    return Costs(
        made=server.milliseconds(lambda: server.get(address), times=10, before=_change_something),
        kept=server.milliseconds(lambda: server.get(address), times=100),
        unchanged=server.milliseconds(_asking_again(server, address), times=100),
    )


def _asking_again(server, address):
    etag = server.get(address).headers.get("ETag", "")
    return lambda: server.get(address, **{"If-None-Match": etag})


def _met(bare: float, costs: Costs, title: str) -> str:
    """Whether the goals are; a search is made each time."""
    is_met = bare / costs.made >= MADE and (title == SEARCH or bare / costs.kept >= KEPT)
    return "达到" if is_met else "未达到"


def _change_in_draft():
    """One of the activities that the draft tells is written anew; the database notes that by itself."""
    told = Activity.objects.published().held_between(PERIOD.first_day, PERIOD.last_day)
    told.filter(pk=told.values("pk")[:1]).update(updated_at=timezone.now())


def _change_something():
    PublicChange.objects.all().delete()
    PublicChange.objects.create(at=timezone.now())


def _addresses() -> dict[str, str]:
    pictured = Activity.objects.published().filter(photos__isnull=False)
    return {
        "首页": "/",
        "活动列表": "/activities/",
        "新闻": pictured.first().get_absolute_url(),
        "品牌": Campaign.objects.published().first().get_absolute_url(),
        "志愿队伍": "/volunteers/",
        "荣誉": "/honors/",
        "数说共青团": "/figures/",
        "两期对照": f"/reports/compare/?a={PERIOD.slug}&b=2020-h1",
        "总结列表": "/reports/",
        "已签发的总结": Report.objects.filter(versions__isnull=False).first().get_absolute_url(),
        "未签发的总结": Report.objects.get(slug=PERIOD.slug).get_absolute_url(),
        "通知": Notice.objects.published().first().get_absolute_url(),
        SEARCH: "/search/?q=%E5%BF%97%E6%84%BF",
    }

"""The lists of the staff desk, and what their search boxes find: the work of the program and the database."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from activities.models import Activity, Campaign, Tag
from organizations.models import Organization
from sample.benchmarks.timing import busy

GROWS = 1.5  # times as long, at most, as among few
LONGEST = 0.5  # seconds, of any list
# What is looked for: in half of the activities, in a few, in one, in none.
QUESTIONS = (("问数，一个月", "2019-03"), ("问数，半年", "2019-h1"))
WORDS = ("志愿", "130人", "龘龘", "没有这个词")


class DeskLists:
    """Measured twice: among the few records of a small site, and among many."""

    def among_few(self) -> Iterator[str]:
        self._few = _measured()
        yield f"管理后台：{len(self._few)} 种列表和查找，在 {Activity.objects.count():,} 项活动中量过"

    def among_many(self) -> Iterator[str]:
        yield f"管理后台：库中 {Activity.objects.count():,} 项活动时占用处理器的时间之比（应不超过 {GROWS}）"
        many = _measured()
        for title, took in many.items():
            yield f"  {title}：{took / self._few[title]:.2f}（{1000 * took:.0f} 毫秒）"
        slowest = max(many, key=many.get)
        yield f"  最慢的是“{slowest}”，{many[slowest]:.3f} 秒（每个列表应在 {LONGEST} 秒以内）"


def _measured() -> dict[str, float]:
    """The seconds of each list, and of each search that may be made in it."""
    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    account, _ = get_user_model().objects.get_or_create(username="bench", is_staff=True, is_superuser=True)
    client.force_login(account)
    return {title: busy(lambda address=address: _got(client, address)) for title, address in _addresses()}


def _addresses() -> Iterator[tuple[str, str]]:
    yield "首页", reverse("admin:index")
    yield from _narrowed()
    yield from ((title, f"{reverse('admin:questions')}?period={slug}") for title, slug in QUESTIONS)
    for model, desk in admin.site._registry.items():
        name = model._meta.verbose_name_plural
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        yield name, address
        words = WORDS if model is Activity else WORDS[:1]
        for word in words if desk.search_fields else ():
            yield f"{name}，查找“{word}”", f"{address}?q={word}"


def _narrowed() -> Iterator[tuple[str, str]]:
    """The list of activities by each of its filters alone, and by several."""
    listed = reverse("admin:activities_activity_changelist")
    tag, campaign, organizer = (
        model.objects.filter(activities__isnull=False).order_by("pk").values_list("pk", flat=True).first()
        for model in (Tag, Campaign, Organization)
    )
    asked = (
        ("2019年上半年", "period=2019-h1"),
        ("几天", "since=2019-3-1&until=2019-3-9"),
        ("标签", f"tags={tag}"),
        ("品牌", f"campaigns={campaign}"),
        ("主办", f"organizers={organizer}"),
        ("主办的名称", "organizers=团"),
        ("没有照片", "missing=photos"),
        ("没有数据", "missing=figures"),
        ("等你审核", "todo=awaiting"),
        ("几样一起", f"period=2019-h1&tags={tag}&organizers={organizer}&missing=photos"),
    )
    yield from ((f"活动，按{name}筛选", f"{listed}?{query}") for name, query in asked)


def _got(client, address):
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")

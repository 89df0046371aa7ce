"""Hours that an activity states beside those on record: neither silently takes the other's place."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Sum

import counting
from activities.indicators import by_indicator, service_of
from activities.models import Activity
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading, source_of_figure, totals_of
from volunteers.models import ServiceRecord

FEW = Decimal("0.5")  # of what is stated; records of less are far from the whole


def findings(reading: Reading) -> Iterator[Finding]:
    """Asks one query, and none where no activity states its hours."""
    stating = [one for one in reading.material.activities if _stated(one, reading)]
    if not stating:
        return
    records = ServiceRecord.objects.confirmed().filter(activity__in=stating).order_by()
    recorded = dict(records.values_list("activity").annotate(Sum("hours")))
    for activity in stating:
        stated = _stated(activity, reading)
        sources = tuple(source_of_figure(activity, figure) for figure in stated)
        where = (reading.place_of(activity), sources)
        found = _compared(activity, counting.sum_of(stated), recorded.get(activity.pk), where)
        yield from filter(None, [found])


def _stated(activity: Activity, reading: Reading) -> list:
    """The figures that enter the total of service."""
    indicators = reading.material.indicators
    service = service_of(indicators)
    return by_indicator(totals_of(activity), indicators)[service.pk] if service else []


def _compared(activity, stated: counting.Count, recorded: Decimal | None, where: tuple) -> Finding | None:
    said = counting.write(stated)
    if recorded is None:
        if not activity.service_is_whole:
            return None
        words = f"选了以服务记录为准，却没有记录，写明的{said}没有计入合计。请登记，或取消勾选。"
        return finding("hours_lost", words, *where)
    told = f"{counting.plain(recorded)}小时"
    if activity.service_is_whole and recorded != stated.value:
        words = f"这里写的是{said}，合计按登记的服务记录{told}计算，请改成一致。"
        return finding("hours_differ", words, *where)
    if recorded > stated.value:
        words = f"登记的服务记录共{told}，多于写明的{said}，请核对；合计按写明的计算。"
        return finding("hours_over", words, *where)
    if recorded < stated.value * FEW:
        words = f"登记的服务记录只有{told}，写明的是{said}；合计按写明的计算，记录请补齐。"
        return finding("hours_few", words, *where)
    return None

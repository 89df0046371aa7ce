"""Checks of the records behind the draft: products, award rows, missing facts, what was told before."""

import re
from collections.abc import Iterator

from django.db.models import F, Func, JSONField, Value

import counting
from activities.models import Activity, Figure
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading, place_of_item, source_of_figure, totals_of
from reports.composing.sources import source_of
from reports.models import Report, ReportVersion

_A_TIME = re.compile(
    r"\d\s?[年月日]|[一二三四五六七八九十]月|[上下]半年|全年|今年|年初|常态化|[春夏秋冬][季天节运]|[寒暑]假"
    r"|每[年月周日]|纪念日|读书日|五四|七一|八一|元旦|元宵|清明|端午|中秋|国庆|重阳"
    r"|(?:青年|儿童|妇女|劳动|教师|植树|护士|志愿者|环境)[节日]"
)
# Every source of the records that a snapshot tells of; follow-up and plan name records as evidence only.
_TOLD_SOURCES = '$.sections[*] ? (@.kind == "records" || @.kind == "written").items[*].sources[*]'


def findings(reading: Reading) -> Iterator[Finding]:
    for activity in reading.material.activities:
        yield from _products(activity, reading)
    yield from _award_rows(reading)
    yield from _named_of_others(reading)
    yield from _without_facts(reading)
    yield from _told_before(reading)


def _products(activity: Activity, reading: Reading) -> Iterator[Finding]:
    """Number × unit price = total, wherever an activity states all three."""
    figures = list(activity.figures.all())
    prices = [figure for figure in figures if figure.part == Figure.Part.UNIT_PRICE]
    for price in prices:
        numbers = _near(price, [figure for figure in totals_of(activity) if figure.kind != counting.MONEY])
        totals = _near(price, [figure for figure in totals_of(activity) if figure.kind == counting.MONEY])
        pairs = [(number, total) for number in numbers for total in totals]
        if not pairs or any(_fits(*pair, price, is_shared=len(prices) > 1) for pair in pairs):
            continue
        number, total = pairs[0]
        product = f"{counting.plain(number.value * price.value)}元"
        words = (
            f"“{number.name}”{number.text} × “{price.name}”{price.text} = {product}，"
            f"与“{total.name}”{total.text}不符，请核对。"
        )
        sources = tuple(source_of_figure(activity, figure) for figure in (number, price, total))
        yield finding("product_differs", words, reading.place_of(activity), sources)


def _near(price: Figure, figures: list[Figure]) -> list[Figure]:
    """The figures that belong to a price: those that share its name, else those that count the same.

    What staff did not say the kind of belongs to it only where nothing else can.
    """
    stem = _stem(price)
    if named := [figure for figure in figures if stem and (stem in figure.name or figure.name in stem)]:
        return named
    kinds = (counting.THINGS, counting.MONEY)
    alike = [figure for figure in figures if figure.counts == price.counts and figure.kind in kinds]
    return alike if price.counts != Figure.Counts.OTHER or len(alike) == 1 else []


def _stem(price: Figure) -> str:
    """礼包单价 is the price of 礼包."""
    return re.sub(r"的?(?:单价|价格|价值|每.)$", "", price.name)


def _fits(number: Figure, total: Figure, price: Figure, *, is_shared: bool) -> bool:
    """Whether the product is the total, as far as inexact figures let one say.

    Of a total that is of several prices, and is named for none, it may be a part.
    """
    precisions = {number.precision, total.precision, price.precision}
    if precisions & {counting.BELOW, counting.RANGE}:
        return True
    product = number.value * price.value
    if counting.ABOUT in precisions:
        return abs(product - total.value) <= total.value / 10
    if counting.AT_LEAST in (number.precision, price.precision):
        return product <= total.value or total.precision == counting.AT_LEAST
    if total.precision == counting.AT_LEAST:
        return product >= total.value
    is_part = is_shared and _stem(price) not in total.name
    return product == total.value or (is_part and product < total.value)


def _award_rows(reading: Reading) -> Iterator[Finding]:
    """N in 授予…等N名 against the recipients entered so far."""
    for commendation in reading.material.commendations:
        for title in commendation.titles.all():
            announced, rows = title.announced_count, len(title.awards.all())
            if announced is not None and announced != rows:
                place = reading.place_of(commendation)
                yield _rows_missing(title, title.name, announced, rows, place, commendation)


def _rows_missing(counted, name: str, announced: int, rows: int, place: str, record=None) -> Finding:
    """``record`` is what ``counted`` belongs to, where it is none itself."""
    measure = counted.measure
    advice = "名单待补。" if rows < announced else "登记的比公布的多，请核对。"
    words = f"“{name}”公布{announced}{measure}，已登记{rows}{measure}，{advice}"
    return finding("rows_missing", words, place, (source_of(record or counted, f"{announced}{measure}"),))


def _named_of_others(reading: Reading) -> Iterator[Finding]:
    """The same of honours that others received, where anybody is named: often nobody need be."""
    for honor in reading.material.honors_of_others:
        announced, rows = honor.announced_count, len(honor.recipients.all())
        if rows not in (0, announced):
            yield _rows_missing(honor, honor.title, announced, rows, "开头语")


def _without_facts(reading: Reading) -> Iterator[Finding]:
    """Items that say neither how much nor when."""
    for label, section, items in reading.document.outline:
        for number, item in items if section.kind == "records" else ():
            if item.figures or _A_TIME.search(item.title + item.text):
                continue
            record = reading.records.get((item.sources[0].type, item.sources[0].id)) if item.sources else None
            known = f"（记录的时间是{record.when_text}）" if record else ""
            words = f"没有数据，也没有写时间{known}，请补上其中一样。"
            yield finding("no_figure_or_date", words, place_of_item(f"{label}{number}", item), item.sources)


def _told_before(reading: Reading) -> Iterator[Finding]:
    told = records_told_before(reading.material.report)
    for record in reading.material.records:
        if title := told.get((record._meta.model_name, record.pk)):
            words = f"已写入签发过的《{title}》，请确认这次写的是新的进展；不再写时可选“不写入”。"
            yield finding("told_before", words, reading.place_of(record), (source_of(record),))


def records_told_before(report: Report) -> dict[tuple[str, int], str]:
    """Of each record that the issued reports of earlier periods tell of, the title of the latest that does.

    One query, which reads of each snapshot no more than its sources.
    """
    newest = (
        ReportVersion.objects.filter(report__ends_on__lt=report.starts_on)
        .order_by("report__ends_on", "report_id", "-number")
        .distinct("report__ends_on", "report_id")
    )
    path = Func(Value(_TOLD_SOURCES), template="%(expressions)s::jsonpath")
    sources = Func(F("snapshot"), path, function="jsonb_path_query_array", output_field=JSONField())
    told = {}
    for title, found in newest.annotate(told=sources).values_list("snapshot__title", "told"):
        told.update({(source["type"], source["id"]): title for source in found})
    return told

"""A half-year of 400 activities among 1,000 and among 100,000 in the database."""

from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection

from reports.composing.compose import compose
from reports.document.periods import HalfYear
from reports.formats import render_html
from reports.models import Report
from sample.benchmarks.timing import queries, seconds

PERIOD = HalfYear(2018, 2)  # of which neither the sample nor the synthetic site has a report
TOLD = 400
FEW, MANY = 1_000, 100_000


def half_year_from_many_activities() -> Iterator[str]:
    report = Report.objects.create(
        title=f"{PERIOD}工作总结",
        slug=PERIOD.slug,
        starts_on=PERIOD.first_day,
        ends_on=PERIOD.last_day,
        as_of=PERIOD.last_day,
    )
    measured = {}
    _write(FEW, "--period", PERIOD.slug, "--period-count", str(TOLD))
    measured[FEW] = _measure(report)
    _write(MANY - FEW)
    measured[MANY] = _measure(report)
    for count, (told, asked, took) in measured.items():
        yield f"组稿并生成网页：库中 {count:>7,} 项活动，写入 {told} 项，{asked} 次查询，{took:.3f} 秒"
    yield f"  时间之比 {measured[MANY][2] / measured[FEW][2]:.2f}（应不超过 2）"


def _write(count: int, *options: str) -> None:
    call_command("generate_load", "--activities", str(count), "--yes", *options, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as autovacuum would, some minutes after a large import


def _measure(report: Report) -> tuple[int, int, float]:
    """How many activities are told, the queries of one run, the seconds of the quickest."""
    told = sum(len(section.items) for section in compose(report).sections)
    return told, queries(lambda: compose(report)), seconds(lambda: render_html(compose(report)))

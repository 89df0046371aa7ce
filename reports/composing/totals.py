"""The totals of a report: like added to like, and nothing printed that no record bears."""

from decimal import Decimal

from activities import counting
from activities.models import Activity
from activities.models import Figure as ActivityFigure
from reports.composing.figures import counted, summed
from reports.composing.material import Material
from reports.composing.sources import source_of
from reports.document import Figure, Source
from volunteers.models import Team

Counts = ActivityFigure.Counts


def totals(material: Material) -> tuple[Figure, ...]:
    """Activities, people, attendances, volunteers, hours and money of the period."""
    figures = [figure for activity in material.activities for figure in activity.figures.all()]
    people = [figure for figure in figures if figure.kind == counting.PEOPLE]
    found = (
        counted("开展活动", material.activities, "项"),
        summed("参加人员", [figure for figure in people if figure.counts == Counts.PARTICIPANTS]),
        summed("参与人次", [figure for figure in figures if figure.kind == counting.ATTENDANCES]),
        summed("志愿者", [figure for figure in people if figure.counts == Counts.VOLUNTEERS]),
        summed("受益对象", [figure for figure in people if figure.counts == Counts.BENEFICIARIES]),
        _hours(material, [figure for figure in figures if figure.kind == counting.HOURS]),
        summed("款物金额", [figure for figure in figures if figure.kind == counting.MONEY]),
    )
    return tuple(figure for figure in found if figure)


def _hours(material: Material, stated: list) -> Figure | None:
    """Hours on record, and those an activity states that has no records of its own."""
    recorded = {row["activity_id"] for row in material.service}
    beside = summed("志愿服务时长", [figure for figure in stated if figure.activity_id not in recorded])
    if not material.service:
        return beside
    value = sum((row["total"] for row in material.service), Decimal(0)) + (beside.value if beside else 0)
    precision = beside.precision if beside else counting.EXACT
    count = counting.Count(value, counting.UNITS[counting.HOURS][0], precision)
    sources = tuple(occasion(row) for row in material.service) + (beside.sources if beside else ())
    return Figure("志愿服务时长", value, count.unit, precision, counting.write(count), sources)


def occasion(row: dict) -> Source:
    """What hours were given to, as far as it is public; volunteers are never named."""
    text = f"{row['records']}条记录共{counting.plain(row['total'])}小时"
    if row["activity_id"]:
        return source_of(Activity(pk=row["activity_id"], title=row["activity__title"]), text)
    if row["team_id"] and row["team_is_public"]:
        return source_of(Team(pk=row["team_id"], name=row["team__name"]), text)
    return Source(type="servicerecord", id=row["first"], label="志愿服务记录", url="", text=text)

"""When something took place, as exactly as it is known and no more.

Every record keeps the first and the last day it may have covered, so that a
missing exact date never drops it from its period, and the precision with which
the page prints them.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from toolkit.constraints import RulesBesideFields
from toolkit.dates.calendar import half_year_of, month_of, season_of, year_of

SEASONS = {3: "春季", 6: "夏季", 9: "秋季", 12: "冬季"}

FIRST_DAY, LAST_DAY = date(1949, 1, 1), date(2100, 12, 31)  # a year beyond them is a slip of the key


class DatedQuerySet(models.QuerySet):
    def held_between(self, start: date, end: date):
        """Records whose time overlaps the days from ``start`` to ``end``, both included."""
        return self.filter(starts_on__lte=end, ends_on__gte=start)

    def placed_between(self, start: date, end: date):
        """Records that belong to these days, both included: each to one such stretch, that of its last day.

        What is known no better than to a longer stretch belongs to none of the parts of that: which of them
        holds it is what nobody knows.
        """
        too_vague = [known for known, days in Dated.LENGTHS.items() if days > (end - start).days + 1]
        whole = Q(starts_on__gte=start) | ~Q(date_precision__in=Dated.NEVER_ACROSS)
        return self.filter(whole, ends_on__range=(start, end)).exclude(date_precision__in=too_vague)

    def on_known_days(self):
        """Records of which the very days are known, not only the month, season or year."""
        return self.filter(date_precision__in=Dated.KNOWN_DAYS)


class Dated(RulesBesideFields):
    """A record that took place at a time known more or less exactly."""

    class DatePrecision(models.TextChoices):
        DAY = "day", "某一天"
        ABOUT = "about", "某一天前后"
        SINCE = "since", "自某一天起"
        RANGE = "range", "起止日期"
        MONTH = "month", "某月"
        SEASON = "season", "某季"
        HALF_YEAR = "half_year", "某半年"
        YEAR = "year", "某年"
        STANDING = "standing", "全年常态化"

    class DayPart(models.TextChoices):
        MORNING = "morning", "上午"
        NOON = "noon", "中午"
        AFTERNOON = "afternoon", "下午"
        EVENING = "evening", "晚上"

    WHOLE_STRETCHES = {
        DatePrecision.MONTH: month_of,
        DatePrecision.SEASON: season_of,
        DatePrecision.HALF_YEAR: half_year_of,
        DatePrecision.YEAR: year_of,
        DatePrecision.STANDING: year_of,
    }

    # How many days such a stretch has; of a season more than any quarter, for it is none. All but a season
    # lie wholly in one half of a year, or in the year: winter reaches over its end.
    LENGTHS = {
        DatePrecision.MONTH: 28,
        DatePrecision.SEASON: 93,
        DatePrecision.HALF_YEAR: 181,
        DatePrecision.YEAR: 365,
        DatePrecision.STANDING: 365,
    }
    NEVER_ACROSS = (
        DatePrecision.MONTH,
        DatePrecision.HALF_YEAR,
        DatePrecision.YEAR,
        DatePrecision.STANDING,
    )

    KNOWN_DAYS = (DatePrecision.DAY, DatePrecision.SINCE, DatePrecision.RANGE)

    date_precision = models.CharField(
        "时间的准确程度",
        max_length=10,
        choices=DatePrecision,
        default=DatePrecision.DAY,
        help_text="只知道大概时间时，不要编一个准确日期：选“某月”“某季”等，再填其中任意一天。",
    )
    starts_on = models.DateField("开始日期", db_index=True)
    ends_on = models.DateField(
        "结束日期",
        blank=True,
        db_index=True,
        help_text="只有一天的活动可以不填；选“某月”“某季”“某年”等时由系统填写。",
    )
    day_part = models.CharField(
        "时段",
        max_length=10,
        choices=DayPart,
        blank=True,
        help_text="知道是上午还是下午时填写，只用于某一天。",
    )

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_dates_in_order",
                violation_error_code="ends_on",
                violation_error_message="结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__gte=FIRST_DAY, ends_on__lte=LAST_DAY),
                name="%(app_label)s_%(class)s_year_believable",
                violation_error_code="starts_on",
                violation_error_message="年份应在1949年至2100年之间，请核对。",
            ),
            models.CheckConstraint(
                condition=~Q(date_precision__in=("day", "about", "since")) | Q(ends_on=F("starts_on")),
                name="%(app_label)s_%(class)s_single_day",
                violation_error_code="ends_on",
                violation_error_message="选“某一天前后”或“自某一天起”时，不要填写结束日期。",
            ),
            models.CheckConstraint(
                condition=Q(day_part="") | Q(date_precision="day"),
                name="%(app_label)s_%(class)s_day_part_of_a_day",
                violation_error_code="day_part",
                violation_error_message="只有“某一天”才能填写上午、下午等时段。",
            ),
        )

    def clean(self):
        super().clean()
        if self.starts_on is None:
            return
        known = self.DatePrecision
        if self.date_precision == known.DAY and self.ends_on not in (None, self.starts_on):
            self.date_precision = known.RANGE
        if not FIRST_DAY <= self.starts_on <= LAST_DAY or (self.ends_on and self.ends_on < self.starts_on):
            self.ends_on = self.ends_on or self.starts_on
            return  # refused by a constraint, beside the field
        stretch = self.WHOLE_STRETCHES.get(self.date_precision)
        if stretch:
            self.starts_on, self.ends_on = stretch(self.starts_on)
        elif self.ends_on is None:
            self.ends_on = self.starts_on

    def is_placed_between(self, start: date, end: date) -> bool:
        """As ``placed_between`` asks the database."""
        is_whole = self.starts_on >= start or self.date_precision not in self.NEVER_ACROSS
        fits = self.LENGTHS.get(self.date_precision, 0) <= (end - start).days + 1
        return is_whole and fits and start <= self.ends_on <= end

    @property
    def is_day_known(self) -> bool:
        return self.date_precision in self.KNOWN_DAYS

    @property
    def when_text(self) -> str:
        """The time in words, as exact as it is known: 2020年1月16日上午, 2020年春季."""
        start, known = self.starts_on, self.DatePrecision
        day = f"{start.year}年{start.month}月{start.day}日"
        match self.date_precision:
            case known.DAY:
                return day + self.get_day_part_display()
            case known.ABOUT:
                return f"{day}前后"
            case known.SINCE:
                return f"{day}起"
            case known.RANGE:
                return range_text(start, self.ends_on)
            case known.MONTH:
                return f"{start.year}年{start.month}月"
            case known.SEASON:
                return f"{start.year}年{SEASONS[season_of(start)[0].month]}"
            case known.HALF_YEAR:
                return f"{start.year}年{'上' if start.month <= 6 else '下'}半年"
            case known.STANDING:
                return f"{start.year}年常态化开展"
        return f"{start.year}年"


def range_text(start: date, end: date) -> str:
    """2020年1月10日至12日; the year and month of the end only where they differ."""
    text = f"{start.year}年{start.month}月{start.day}日"
    if end == start:
        return text
    if end.year != start.year:
        return f"{text}至{end.year}年{end.month}月{end.day}日"
    if end.month != start.month:
        return f"{text}至{end.month}月{end.day}日"
    return f"{text}至{end.day}日"

"""The form of a new report: which stretch of time it tells of, and up to which day."""

from datetime import date

from django import forms
from django.utils import timezone

from activities.models import Campaign, Tag, WorkArea
from desk.forms.days import DayField
from reports.document.periods import (
    FIRST_YEAR,
    LAST_YEAR,
    OTHER,
    PERIODS,
    TOPIC,
    HalfYear,
    Month,
    Period,
    Quarter,
    Year,
)
from reports.editing.starting import committee_name, frame_of
from reports.models import Report
from toolkit.dates.timing import range_text

ABOUT = ("campaigns", "areas", "tags")
OWN_DAYS = ("starts_on", "ends_on", "title", "slug")  # asked for where the kind does not tell them


def _stretches(period: type[Period], name: str) -> tuple[str, list]:
    return name, [(f"{period.KIND}-{place}", text) for place, text in enumerate(period.NAMES, 1)]


STRETCHES = [
    _stretches(HalfYear, "半年总结"),
    ("年度总结", [(f"{Year.KIND}-1", "全年")]),
    _stretches(Quarter, "季度总结"),
    _stretches(Month, "月度总结"),
    ("自定时段", [(TOPIC, "专题"), (OTHER, "其他时段")]),
]


def day_field(label: str, **options) -> DayField:
    return DayField(label=label, **options)


def choices_of(model, label: str) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        model.objects.all(), label=label, required=False, widget=forms.CheckboxSelectMultiple
    )


class StartForm(forms.Form):
    """A new report: its period, the day up to which it tells; for a topic, what it is about."""

    stretch = forms.ChoiceField(label="写哪一段", choices=STRETCHES)
    year = forms.IntegerField(label="年份", min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)
    as_of = day_field(
        "统计截止日",
        required=False,
        help_text="只写到这一天，以后可以再改。不填时写到时段的最后一天；时段还没有过完的，写到今天。",
    )
    starts_on = day_field("开始", required=False)
    ends_on = day_field("结束", required=False)
    title = Report._meta.get_field("title").formfield(required=False)
    slug = forms.SlugField(
        label="地址用名",
        max_length=30,
        required=False,
        help_text="网址用的英文或拼音，例如 leifeng-2020。",
    )
    campaigns = choices_of(Campaign, "只写这些品牌活动")
    areas = choices_of(WorkArea, "只写这些工作板块")
    tags = choices_of(Tag, "只写这些标签")
    required_css_class = "required"

    @property
    def of_a_period(self):
        return [self[name] for name in ("stretch", "year", "as_of")]

    @property
    def of_own_days(self):
        return [self[name] for name in (*OWN_DAYS, *ABOUT)]

    @property
    def needs_own_days(self) -> bool:
        """Whether the fields of a topic or of other days are in use."""
        return self["stretch"].value() in (TOPIC, OTHER)

    def place_of(self, name: str) -> str:
        """The field beside which a rule about the report's field ``name`` is told."""
        if name == "as_of" or (name in self.fields and self.needs_own_days):
            return name
        return "stretch" if self.needs_own_days else "year"

    @property
    def about(self) -> dict:
        """What a topic is about; nothing for a report of another kind."""
        return {name: self.cleaned_data[name] for name in ABOUT if self.cleaned_data.get("stretch") == TOPIC}

    def clean(self):
        values = super().clean()
        kind, _, number = values.get("stretch", "").partition("-")
        if kind in PERIODS:
            self._frame_a_period(values, PERIODS[kind], int(number))
        elif kind:
            self._frame_own_days(values, kind)
        if report := values.get("report"):
            self._refuse_as_of_outside(report, values)
            self._refuse_overlap(report)
        return values

    def _frame_a_period(self, values, period, number) -> None:
        if values.get("year") is None:
            if not self.has_error("year"):
                self.add_error("year", "请填写年份。")
        elif "as_of" in values:
            period = period(values["year"], number)
            as_of = values["as_of"] or _last_to_tell(period.first_day, period.last_day)
            values["report"] = frame_of(period, as_of)

    def _frame_own_days(self, values, kind) -> None:
        missing = [name for name in OWN_DAYS if not values.get(name) and not self.has_error(name)]
        for name in missing:
            self.add_error(name, "写专题或其他时段时，这一项要填写。")
        if kind == TOPIC and not any(values.get(name) for name in ABOUT):
            self.add_error("campaigns", "专题总结至少要选一项品牌活动、工作板块或标签。")
        if self.errors:
            return
        days = {name: values[name] for name in (*OWN_DAYS, "as_of")}
        if days["ends_on"] < days["starts_on"]:
            self.add_error("ends_on", "结束日期不能早于开始日期。")
            return
        days["as_of"] = days["as_of"] or _last_to_tell(days["starts_on"], days["ends_on"])
        values["report"] = Report(kind=kind, signature=committee_name(), **days)

    def _refuse_as_of_outside(self, report, values) -> None:
        if not report.starts_on <= report.as_of <= report.ends_on:
            self.add_error("as_of", f"统计截止日应在{range_text(report.starts_on, report.ends_on)}之间。")

    def _refuse_overlap(self, report) -> None:
        if report.kind == TOPIC:
            return
        same = Report.objects.overlapping(report.kind, report.starts_on, report.ends_on)
        if other := same.first():
            where = "year" if report.kind in PERIODS else "starts_on"
            days = range_text(other.starts_on, other.ends_on)
            self.add_error(where, f"这个时段已经有一份{report.get_kind_display()}：《{other}》（{days}）。")


def _last_to_tell(first_day: date, last_day: date) -> date:
    """The day up to which a report tells where nobody says one: today, in a period that runs."""
    today = timezone.localdate()
    return today if first_day <= today <= last_day else last_day


def period_to_write() -> dict[str, object]:
    """What the form begins with: the period after the last report of whole periods, or this half-year.

    Its last day is left open: it would be wrong as soon as another period is chosen.
    """
    last = Report.objects.filter(kind__in=PERIODS).order_by("ends_on", "created_at").last()
    period = last.period.next if last else HalfYear.containing(timezone.localdate())
    return {"stretch": f"{period.KIND}-{period.number}", "year": period.year}

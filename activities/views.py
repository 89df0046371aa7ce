from datetime import date
from functools import cache, lru_cache

from django.db.models import F, QuerySet
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from activities.cards import CardList
from activities.covers import covers_by_owner, covers_statement
from activities.indicators import indicators_of, told_indicators
from activities.levels import in_full, stocks_of, stocks_that_enter
from activities.models import Activity, Campaign, Photo, WorkArea
from activities.parts import CAMPAIGNS, part_statement
from activities.pieces import figures_that_enter, in_piles, pieces_of
from activities.series import (
    MOST_LISTED,
    Owner,
    bars_of,
    in_years,
    series_of,
    sums_by_year,
    sums_of,
    told_in_a_series,
    told_of,
)
from activities.story import around_part, told_around, whole_story
from toolkit.dates.calendar import month_of, year_of
from toolkit.dates.steps import first_days
from toolkit.kept.components import remembered_part
from toolkit.kept.parts import ANY_PART, joined
from toolkit.kept.told import records_of, rows_of, statement_of, told
from toolkit.pages.public import Column, ColumnView, RecordView, gone, may_preview, page_number
from toolkit.pictures import versions as picture_versions
from toolkit.pictures.versions import CONTENT_TYPES
from toolkit.publishing import published_sql

CAMPAIGN = Owner(Campaign, "campaigns", "(SELECT id FROM activities_campaign WHERE slug = %(key)s)")
ANY_SLUG = "-"  # stands in for it
A_YEAR = 365 * 24 * 3600  # seconds


class ActivityListView(ColumnView):
    """The news: all of it, of one work area (?area=), of a year or of a month."""

    column = Column("活动", "共青团开展的各项活动", ("共青团", "活动", "志愿服务"), "工作动态")
    template_name = "activities/activity_list.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.areas = list(WorkArea.objects.only("name", "slug", "description"))
        self.area = self._chosen_area()
        self.day = self._first_day()

    def get_queryset(self):
        activities = Activity.objects.published()
        if self.area:
            activities = activities.filter(area=self.area)
        self.published = activities
        told = activities.held_between(*self._days()) if self.day else activities
        self.number = (told if "month" in self.kwargs else told.newest_first()[:MOST_LISTED]).count()
        # A month without any news has no page; one area of a month that has some does.
        if self.day and not self.area and not self.number:
            raise Http404
        return CardList(told)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            heading=self._heading(),
            areas=self.areas,
            area=self.area,
            day=self.day,
            is_month="month" in self.kwargs,
            years=[first.year for first in reversed(first_days(self.published, "starts_on", "year"))],
            months=self._months(),
            **kwargs,
        )
        is_cut = "month" not in self.kwargs and context["paginator"].count == MOST_LISTED
        return context | {"is_cut": is_cut}

    def _months(self) -> list[date]:
        """The months of the year asked for, the last one first."""
        if not self.day:
            return []
        of_year = self.published.filter(starts_on__range=year_of(self.day))
        return list(reversed(first_days(of_year, "starts_on", "month")))

    def _days(self):
        return month_of(self.day) if "month" in self.kwargs else year_of(self.day)

    def _heading(self):
        year = f"{self.day.year}年" if self.day else ""
        month = f"{self.day.month}月" if "month" in self.kwargs else ""
        return f"{year}{month}{self.area.name if self.area else '活动'}"

    def _chosen_area(self):
        slug = self.request.GET.get("area")
        if not slug:
            return None
        try:
            return next(area for area in self.areas if area.slug == slug)
        except StopIteration:
            raise Http404 from None

    def _first_day(self):
        """The first day of the year or month asked for; None where neither was."""
        if "year" not in self.kwargs:
            return None
        try:
            return date(int(self.kwargs["year"]), int(self.kwargs.get("month", 1)), 1)
        except ValueError:
            raise Http404 from None


class ActivityView(RecordView):
    model = Activity

    def get_object(self, queryset=None):
        self.whole = whole_story(self.kwargs["pk"])
        if self.whole is None:
            raise Http404
        return self.whole.activity

    def get_context_data(self, **kwargs):
        whole = self.whole
        return super().get_context_data(
            story=whole.story, facts=whole.facts, around=around_part(told_around(whole.activity)), **kwargs
        )


class CampaignListView(ColumnView):
    column = Column(
        "品牌活动", "经常开展的品牌活动和系列活动", ("共青团", "品牌活动", "系列活动"), "工作动态"
    )

    template_name = "activities/campaign_list.html"

    def get_queryset(self):
        now = timezone.now()
        self.found = told(_list_statements(page_number(self.request)), now=now)
        states = CAMPAIGNS.states_of(self.found["states"])
        held = CAMPAIGNS.told({"held": counts_statement()}, states, now=now, today=localdate())
        self.held = joined([of_campaign["held"] for of_campaign in held.values()])
        return range(rows_of(self.found["number"])[0]["number"])

    def get_context_data(self, **kwargs):
        grid = _campaign_grid(self.found["campaigns"], self.held, self.found["covers"])
        return super().get_context_data(grid=grid, **kwargs)


@lru_cache(100)
def _list_statements(page: int) -> dict[str, str]:
    size = CampaignListView.paginate_by
    shown = Campaign.objects.published().order_by("name")[(page - 1) * size : page * size]
    return {
        "number": f"SELECT count(*) AS number FROM activities_campaign WHERE {published_sql()}",
        "campaigns": statement_of(shown.values("id", "name", "slug", "summary")),
        "states": CAMPAIGNS.states(f"AND number IN ({statement_of(shown.values('pk'))})"),
        "covers": covers_statement(Campaign, f"IN ({statement_of(shown.values('pk'))})"),
    }


@cache
def counts_statement() -> str:
    """How many activities campaigns had, and in which years."""
    asked = Campaign.objects.with_activity_count().annotate(of_part=F("pk")).filter(of_part=ANY_PART)
    return part_statement(asked.order_by().values("of_part", "id", "activity_count", "first_day", "last_day"))


@remembered_part
def _campaign_grid(campaigns: str, held: str, covers: str) -> SafeString:
    """The campaigns of a page, each with its picture."""
    pictures = covers_by_owner(rows_of(covers))
    held_by = {row["id"]: row for row in rows_of(held)}
    shown = records_of(Campaign, rows_of(campaigns))
    for campaign in shown:
        known = held_by.get(campaign.pk, {})
        campaign.photo = pictures.get(campaign.pk)
        campaign.activity_count = known.get("activity_count", 0)
        days = known.get("first_day"), known.get("last_day")
        campaign.years = sorted({int(day[:4]) for day in days if day})
    return render_to_string("activities/_campaign_grid.html", {"campaigns": shown})


def campaign_page(request, slug):
    """A campaign and its activities over time."""
    indicators = told_indicators()
    found = told_of(CAMPAIGN, slug, request, **_campaign_statements())
    found |= _kept_of(found["states"], indicators)
    campaign = next(iter(records_of(Campaign, rows_of(found["campaign"]))), None)
    if campaign is None:
        if Campaign.objects.gone().filter(slug=slug).exists():
            return gone(request)
        raise Http404
    description = campaign.summary or f"“{campaign.name}”的各次活动"
    series = series_of(found, request)
    sums, years = _over_time(indicators, found["pieces"], found["stocks"], tuple(series["by_year"].items()))
    context = {
        "campaign": campaign,
        "column": Column(campaign.name, description, ("共青团", campaign.name), "工作动态"),
        "sums": sums,
        "years": years,
    }
    return render(request, "activities/campaign_detail.html", series | context)


@cache
def _campaign_statements() -> dict[str, str]:
    told_of_it = Campaign.objects.published().filter(slug=ANY_SLUG)
    told_of_it = told_of_it.values("id", "name", "slug", "summary", "description")
    return {
        "campaign": statement_of(told_of_it, key=ANY_SLUG),
        "states": CAMPAIGNS.states(f"AND number = {CAMPAIGN.key}"),
    }


def _kept_of(states: str, indicators: str) -> dict[str, str]:
    """What all activities of a campaign come to."""
    statements = sums_statements(indicators)
    kept = CAMPAIGNS.told(
        statements, CAMPAIGNS.states_of(states), now=timezone.now(), today=localdate()
    ).values()
    return {name: joined([of_campaign[name] for of_campaign in kept]) for name in statements}


@lru_cache(8)
def sums_statements(indicators: str) -> dict[str, str]:
    known = indicators_of(indicators)
    totals = told_in_a_series(known)
    activities = _of_a_campaign(Activity.objects.published(), "campaigns")
    figures = figures_that_enter(totals, date.max, indicators=known)
    stocks = stocks_that_enter(totals, date.max, indicators=known)
    figures, stocks = (_of_a_campaign(rows, "activity__campaigns") for rows in (figures, stocks))
    asked = {
        "numbers": in_years(activities, "of_part"),
        "pieces": in_piles(figures, "of_part"),
        "stocks": in_full(stocks, "of_part"),
    }
    return {name: part_statement(rows, today=date.max) for name, rows in asked.items()}


def _of_a_campaign(rows: QuerySet, lookup: str) -> QuerySet:
    return rows.annotate(of_part=F(lookup)).filter(of_part=ANY_PART)


@remembered_part
def _over_time(indicators: str, pieces: str, stocks: str, by_year: tuple[tuple[int, int], ...]) -> tuple:
    """What the figures of a campaign come to, and its years drawn."""
    of_all = pieces_of(rows_of(pieces)), stocks_of(rows_of(stocks))
    told = told_in_a_series(indicators_of(indicators))
    return sums_of(*of_all, told), bars_of(dict(by_year), sums_by_year(*of_all, told, dict(by_year)))


def photo_file(request, folder, name):
    """A photo, or a smaller version of it, of an activity that the reader may see.

    Nobody's but the reader's own browser keeps it, so that a withdrawn photo is
    gone from every cache in between.
    """
    photo = get_object_or_404(Photo.objects.select_related("activity"), image=f"{folder}/photo.jpg")
    is_public = photo.activity.is_published
    if not is_public and not may_preview(request.user, photo.activity):
        raise Http404
    response = FileResponse(_file_of(photo, name), content_type=CONTENT_TYPES[name.rpartition(".")[2]])
    if is_public:
        patch_cache_control(response, private=True, max_age=A_YEAR, immutable=True)
    else:
        add_never_cache_headers(response)
    return response


def _file_of(photo, name):
    """The photo as it was kept, or a version of it; what is none of them, lost or spoilt is not found."""
    try:
        if photo.image.name.endswith(f"/{name}"):
            return photo.image.storage.open(photo.image.name)
        return picture_versions.opened(photo.image, name, photo.focus)
    except (KeyError, OSError, SyntaxError):
        raise Http404 from None

"""What can be searched: every kind of public record told in the same columns.

The words of an entry are only those that the record's own page prints, so that
nothing private can be found.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, DateField, F, Func, OuterRef, Subquery, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Concat, Left
from django.urls import reverse

from activities.models import Activity, Campaign, Figure, Participant, Tag
from honors.models import Award, AwardTitle, Commendation, HonorReceived
from organizations.models import Organization, Partner
from reports.headline import public_reports
from reports.models import ReportVersion
from volunteers.models import ServiceField, Team


@dataclass(frozen=True)
class Kind:
    """A kind of record: its name for readers, its entries, and the page that an entry's key leads to."""

    label: str
    entries: Callable
    page: str

    def address(self, key: str) -> str:
        return reverse(self.page, args=[key])


def _entries(records, *, title, words, key="pk", day=None):
    """The records as entries: entry_key, entry_title, entry_words and entry_day (or None)."""
    return records.order_by().annotate(
        entry_key=Cast(key, TextField()),
        entry_title=Cast(title, TextField()),
        entry_words=_in_a_row(*words),
        entry_day=Cast(day or Value(None), DateField()),
    )


def _in_a_row(*words):
    parts = [Coalesce(Cast(word, TextField()), _text("")) for word in words]
    return Concat(*(piece for part in parts for piece in (part, _text(" "))), output_field=TextField())


def _text(text):
    return Value(text, TextField())


def _names(related, parent, name="name"):
    """The names of related rows as one text; ``parent`` is their way back to the record."""
    joined = StringAgg(Cast(name, TextField()), " ")
    mine = related.objects.filter(**{parent: OuterRef("pk")}).order_by()
    return Subquery(mine.values(parent).annotate(entry_names=joined).values("entry_names"))


def _plain(field):
    """Rich text without its tags."""
    return Func(
        F(field), Value("<[^>]*>"), Value(""), Value("g"), function="regexp_replace", output_field=TextField()
    )


def _activities():
    named = (
        _names(Figure, "activity", "wording"),
        _names(Participant, "activity"),
        _names(Partner, "activities"),
        _names(Organization, "activities"),
        _names(Tag, "activities"),
    )
    words = ("summary", _plain("body"), "place", "occasion", "slogan", "audience", *named)
    return _entries(Activity.objects.published(), title="title", words=words, day="starts_on")


def _campaigns():
    return _entries(Campaign.objects.published(), title="name", words=("summary", "description"), key="slug")


def _teams():
    words = (
        "summary",
        _plain("body"),
        "place",
        "coverage",
        "organization__name",
        _names(ServiceField, "teams"),
    )
    return _entries(Team.objects.published(), title="name", words=words)


def _commendations():
    # As Award.public_name: of a minor only the surname.
    public_name = Case(
        When(is_minor=True, then=Concat(Cast(Left("name", 1), TextField()), _text("同学"))),
        default=Cast("name", TextField()),
    )
    words = (
        "summary",
        _plain("body"),
        "authority",
        "decision_number",
        _names(AwardTitle, "commendation"),
        _names(Award, "title__commendation", public_name),
    )
    return _entries(Commendation.objects.published(), title="title", words=words, key="year", day="starts_on")


def _honors_received():
    words = ("authority", "rank", "scope")
    return _entries(
        HonorReceived.objects.published(), title="title", words=words, key="year", day="starts_on"
    )


def _reports():
    # What was issued, not what staff have since changed for the next version.
    newest = ReportVersion.objects.filter(report=OuterRef("pk")).order_by("-number")
    issued = Subquery(newest.values(text=KeyTextTransform("opening", "snapshot"))[:1])
    title = Coalesce(F("issued_title"), Cast("title", TextField()))
    opening = Coalesce(issued, F("opening"), output_field=TextField())
    return _entries(public_reports(), title=title, words=(opening,), key="slug", day="starts_on")


# In the order in which results are shown.
KINDS = {
    "activity": Kind("活动", _activities, "activities:detail"),
    "campaign": Kind("品牌活动", _campaigns, "campaigns:detail"),
    "team": Kind("志愿服务", _teams, "volunteers:detail"),
    "commendation": Kind("年度表彰", _commendations, "honors:year"),
    "honor": Kind("上级荣誉", _honors_received, "honors:year"),
    "report": Kind("工作总结", _reports, "reports:detail"),
}

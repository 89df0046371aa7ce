"""Writes the sample data, each row through the same rules as one that staff enter.

A record that is found under its natural key stays as it is, with all that stands
on its page: staff may have changed it, or entered it themselves. So a record is
written whole or not at all, and nothing is ever updated.
"""

from collections import Counter

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.models import Q

from activities.models import (
    Activity,
    Campaign,
    Figure,
    Indicator,
    Participant,
    Partnership,
    Photo,
    Tag,
    WorkArea,
)
from honors.models import Award, AwardTitle, Commendation, HonorReceived
from notices.models import Notice
from organizations.models import Committee, Organization, Partner
from reports.document.periods import HALF_YEAR
from reports.models import Commitment, Evidence, Placement, PlanItem, Report, ReportSection, ReportType
from sample import (
    activities,
    examples,
    grouping,
    honors,
    later_examples,
    notices,
    organizations,
    pictures,
    report,
    volunteers,
)
from sample.issuing import issue_as_an_office_would
from volunteers.models import ServiceField, Team

# No source says when a story first appeared; on this site it is the moment it is loaded.
PUBLISHED = {"state": "published"}


@transaction.atomic
def load(*, again: bool = False) -> Counter | None:
    """Write what is missing and count the records by the Chinese name of their model.

    None when the sample was loaded before: what has gone since, staff deleted,
    and only ``again`` brings it back. Raises ValidationError where a rule
    refuses a row, and then writes nothing.
    """
    _wait_for_other_loads()
    if not again and _was_loaded():
        return None
    loading = _Loading()
    loading.organizations()
    loading.grouping()
    loading.activities(activities.ACTIVITIES)
    loading.teams()
    loading.honors()
    loading.report_types()
    if summary := loading.report(report):
        issue_as_an_office_would(summary)
    loading.activities(examples.ACTIVITIES)
    loading.evidence(examples, of=report)
    loading.report(examples)
    loading.activities(later_examples.ACTIVITIES)
    loading.evidence(later_examples, of=examples)
    loading.report(later_examples)
    loading.notices()
    return loading.made


def _was_loaded():
    """What staff enter says who entered it; these rows do not when a load made them."""
    made = (
        Committee.objects.filter(created_by=None),
        Partner.objects.filter(created_by=None, name__in=organizations.PARTNERS),
    )
    return any(rows.exists() for rows in made)


def _wait_for_other_loads():
    """Two starts of the portal at once must not both find the database empty."""
    with connection.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{Committee._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')


class _Loading:
    """One load: what it has written, and the rows that later ones refer to."""

    def __init__(self):
        self.made = Counter()
        self.areas = {}
        self.campaigns = {}
        self.tags = {}

    def _record(self, model, **values):
        self.made[str(model._meta.verbose_name)] += 1
        return _written(model, **values)

    def _found_or_written(self, model, values, *keys):
        """The row that shares one of the ``keys`` with ``values``, or a new one."""
        same = Q()
        for key in keys:
            same |= Q(**{key: values[key]})
        return model.objects.filter(same).first() or self._record(model, **values)

    def organizations(self):
        if not Committee.objects.exists():
            self._record(Committee, **organizations.COMMITTEE)
        self.root = self._found_or_written(Organization, organizations.ROOT, "kind", "name")
        for values in organizations.ORGANIZATIONS:
            self._found_or_written(Organization, {**values, "parent": self.root}, "name")
        for name in organizations.PARTNERS:
            self._found_or_written(Partner, {"name": name}, "name")

    def grouping(self):
        for values in _in_order(grouping.WORK_AREAS):
            self.areas[values["slug"]] = self._found_or_written(WorkArea, values, "slug", "name")
        for values in grouping.CAMPAIGNS:
            self.campaigns[values["slug"]] = self._found_or_written(
                Campaign, {**PUBLISHED, **values}, "slug", "name"
            )
        for values in _in_order(grouping.INDICATORS):
            self._found_or_written(Indicator, values, "slug", "name")
        for name in grouping.TAGS:
            self.tags[name] = self._found_or_written(Tag, {"name": name}, "name")

    def activities(self, told):
        for described in told:
            if not Activity.objects.filter(title=described["title"]).exists():
                self._activity(dict(described))

    def _activity(self, values):
        values["area"] = self.areas[values["area"]]
        campaigns, tags = (values.pop(name, ()) for name in ("campaigns", "tags"))
        people, partners, figures = (values.pop(name, ()) for name in ("people", "partners", "figures"))
        photo = values.pop("photo", None)
        activity = self._record(Activity, **{**PUBLISHED, **values})
        activity.organizers.add(self.root)
        activity.campaigns.set([self.campaigns[slug] for slug in campaigns])
        activity.tags.set([self.tags[name] for name in tags])
        for position, (name, post, role) in enumerate(people, 1):
            _written(Participant, activity=activity, name=name, post=post, role=role, position=position)
        for name, part in partners:
            partner = Partner.objects.get(name=name)
            _written(Partnership, activity=activity, partner=partner, part=part)
        for figure in _in_order(figures):
            self._figure(activity, figure)
        if photo:
            self._photo(activity, photo)

    def _figure(self, activity, values):
        title, name = values.pop("repeats", (None, None))
        first = Figure.objects.filter(activity__title=title, name=name).first()
        _written(Figure, activity=activity, repeats=first, **values)

    def _photo(self, activity, scene):
        image = ContentFile(pictures.drawn(scene), name=f"{scene}.jpg")
        caption = "示意图，不是活动现场照片"
        _written(Photo, activity=activity, image=image, alt=pictures.ALT[scene], caption=caption)

    def teams(self):
        fields = {}
        for position, name in enumerate(volunteers.SERVICE_FIELDS, 1):
            values = {"name": name, "position": position}
            fields[name] = self._found_or_written(ServiceField, values, "name")
        for described in volunteers.TEAMS:
            values = dict(described)
            if Team.objects.filter(name=values["name"], kind=values["kind"]).exists():
                continue
            served = values.pop("fields", ())
            joined = Activity.objects.filter(title__in=values.pop("activities", ()))
            team = self._record(Team, **values, **PUBLISHED)
            team.fields.set([fields[name] for name in served])
            team.activities.set(joined)

    def honors(self):
        for values in honors.HONORS_RECEIVED:
            if not HonorReceived.objects.filter(year=values["year"], title=values["title"]).exists():
                self._record(HonorReceived, **values, **PUBLISHED)
        for values in honors.COMMENDATIONS:
            if not Commendation.objects.filter(year=values["year"], title=values["title"]).exists():
                self._commendation(dict(values))

    def _commendation(self, values):
        values["area"] = self.areas[values["area"]]
        titles = values.pop("titles")
        commendation = self._record(Commendation, **values, **PUBLISHED)
        for described in _in_order(titles):
            named = described.pop("named")
            title = _written(AwardTitle, commendation=commendation, **described)
            organization = Organization.objects.filter(name=named).first()
            _written(Award, title=title, name=named, organization=organization, position=1)

    def notices(self):
        for values in notices.NOTICES:
            if not Notice.objects.filter(title=values["title"]).exists():
                self._record(Notice, organization=self.root, state="published", **values)

    def report_types(self):
        for values in report.TYPES:
            self._found_or_written(ReportType, values, "name")

    def report(self, described):
        """The report with all that stands in it, or None where its time is told already."""
        values = described.REPORT
        if Report.objects.filter(slug=values["slug"]).exists():
            return None
        # Staff may have begun their own summary of this time under another address.
        if Report.objects.overlapping(HALF_YEAR, values["starts_on"], values["ends_on"]).exists():
            return None
        summary = self._record(Report, **values)
        for section in _in_order(described.SECTIONS):
            area = self.areas.get(section.pop("area"))
            _written(ReportSection, report=summary, area=area, **section)
        self._placements(summary, described)
        for item in _in_order(described.PLAN):
            commitments = item.pop("commitments")
            heading = _written(PlanItem, report=summary, **item)
            for position, text in enumerate(commitments, 1):
                told = examples.COMMITMENTS.get(text, {})
                _written(Commitment, plan_item=heading, text=text, position=position, **told)
        return summary

    def _placements(self, summary, described):
        """The office's own order, which is not that of the dates."""
        records = [("activity", Activity, title) for title in described.PLACED_ACTIVITIES]
        records += [("commendation", Commendation, title) for title in described.PLACED_COMMENDATIONS]
        for position, (kind, model, title) in enumerate(records, 1):
            if record := model.objects.filter(title=title).first():
                _written(Placement, report=summary, position=position, **{kind: record})

    def evidence(self, described, *, of):
        """What the records described show of the plan of the report ``of``, where it is the sample's."""
        for text, records in described.EVIDENCE.items():
            promised = Commitment.objects.filter(plan_item__report__slug=of.REPORT["slug"], text=text)
            activity = Activity.objects.filter(title=records["activity"]).first()
            team = Team.objects.filter(name=records.get("team")).first()
            for record in ({"activity": activity}, {"team": team}):
                commitment = promised.first()
                if commitment and all(record.values()) and not commitment.evidence.filter(**record).exists():
                    _written(Evidence, commitment=commitment, amount=records.get("amount"), **record)


def _written(model, **values):
    row = model(**values)
    row.full_clean()
    row.save()
    return row


def _in_order(described):
    """A copy of each description, with its place among them."""
    return [{**values, "position": place} for place, values in enumerate(described, 1)]

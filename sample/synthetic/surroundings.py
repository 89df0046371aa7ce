"""What stands around the synthetic activities: campaigns, teams, honours, notices; written once."""

from datetime import date, datetime, time, timedelta
from random import Random
from string import Template

from django.utils import timezone

from activities.models import Campaign, Tag, WorkArea
from honors.models import Award, AwardTitle, Commendation, HonorReceived
from notices.models import Notice
from organizations.models import Organization
from reports.models import Report
from sample.grouping import WORK_AREAS
from sample.synthetic import grouping, honors, notices
from sample.synthetic.summaries import FIRST_YEAR, LAST_YEAR
from sample.synthetic.words import MARK, ORGANIZATIONS, PEOPLE, SOURCE, TAG
from volunteers.models import ServiceField, Team


def areas() -> dict[str, WorkArea]:
    """The work areas of the site by the names that the kinds call them; written where there are none."""
    if not WorkArea.objects.exists():
        for position, values in enumerate(WORK_AREAS, 1):
            _written(WorkArea, position=position, **values)
    there = list(WorkArea.objects.all())
    by_slug = {area.slug: area for area in there}
    names = [values["slug"] for values in WORK_AREAS]
    return {name: by_slug.get(name, there[place % len(there)]) for place, name in enumerate(names)}


def campaigns() -> dict[str, Campaign]:
    return {
        values["slug"]: _found_or_written(
            Campaign,
            slug=values["slug"],
            defaults=values | {"name": MARK + values["name"], "state": Campaign.State.PUBLISHED},
        )
        for values in grouping.CAMPAIGNS
    }


def tags(kinds) -> dict[str, Tag]:
    """Those of the kinds, and the one that marks every synthetic activity."""
    names = {TAG, *(kind.tag for kind in kinds)}
    return {name: _found_or_written(Tag, name=name, defaults={}) for name in sorted(names)}


def organizers() -> list[Organization]:
    """The committee, and bodies beneath it; none on a site that has no committee in its tree."""
    root = Organization.objects.filter(kind=Organization.Kind.COMMITTEE).first()
    if root is None:
        return []
    beneath = [
        _found_or_written(Organization, name=MARK + name, defaults={"kind": kind, "parent": root})
        for name, kind in ORGANIZATIONS
    ]
    return [root, *beneath]


def write_once() -> None:
    """Teams, honours and notices, unless a load before wrote them."""
    if Team.objects.filter(name__startswith=MARK).exists():
        return
    _teams()
    for year in range(honors.FIRST_YEAR, honors.LAST_YEAR + 1):
        _commendation(year)
    for values in honors.RECEIVED:
        _honor(*values)
    _notices()


def _teams():
    fields = {
        name: _found_or_written(ServiceField, name=name, defaults={"position": 50 + place})
        for place, name in enumerate(grouping.SERVICE_FIELDS)
    }
    for name, kind, campaign, year, field, place, summary in grouping.TEAMS:
        team = _written(
            Team,
            name=MARK + name,
            kind=kind,
            founded_on=date(year, 3, 5),
            place=place,
            summary=summary,
            body=f"<p><em>{SOURCE}，不是真实的队伍。</em></p>",
            **_published(date(year, 3, 5)),
        )
        team.fields.add(fields[field])
        joined = Campaign.objects.filter(slug=campaign, activities__starts_on__year__gte=year)
        team.activities.set(
            joined.order_by("-activities__starts_on").values_list("activities", flat=True)[:24]
        )


def _commendation(year):
    """The round of a year's work, held in the spring after it, where no report tells of that spring."""
    held = date(year + 1, 4, 28)
    if _is_reported(held):
        return
    commendation = _written(
        Commendation,
        year=year,
        title=f"{MARK}{year}年度五四红旗集体和优秀个人表彰",
        area=areas()["building"],
        authority="共青团样城委员会",
        starts_on=held,
        decided_on=held,
        publicity_starts_on=held - timedelta(days=14),
        publicity_ends_on=held - timedelta(days=8),
        summary=f"对{year}年度工作成绩突出的团组织和个人进行表彰，",
        body=f"<p><em>{SOURCE}，获奖者的名字都是虚构的。</em></p>",
        **_published(held),
    )
    _awards(commendation, year)


def _awards(commendation, year):
    """Each title with some of its recipients; nobody gets two in one year."""
    people = Random(year).sample(PEOPLE, len(PEOPLE))
    for position, (name, recipients, noun, first, more) in enumerate(honors.AWARD_TITLES, 1):
        title = _written(
            AwardTitle,
            commendation=commendation,
            name=name,
            recipients=recipients,
            noun=noun,
            announced_count=first + more * (year - honors.FIRST_YEAR),
            position=position,
        )
        bodies = honors.BODIES.get(name)
        named = Random(year).sample(bodies, 4) if bodies else [people.pop() for _ in range(5)]
        for place, recipient in enumerate(named, 1):
            _written(Award, title=title, name=recipient, position=place)


def _honor(year, title, authority, rank, month):
    came = date(year + (month < 6), month, 15)
    if not _is_reported(came):
        told = {"authority": authority, "rank": rank, "date_precision": "month", "starts_on": came}
        _written(HonorReceived, year=year, title=MARK + title, **told, **_published(came))


def _notices():
    root = Organization.objects.filter(kind=Organization.Kind.COMMITTEE).first()
    about = notices.ABOUT | {"title": MARK + notices.ABOUT["title"]}
    _written(Notice, organization=root, **about, **_published(date(LAST_YEAR, 12, 31)))
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month, day, lasts, kind, title, body in notices.EVERY_YEAR:
            published = date(year, month, day)
            _written(
                Notice,
                title=MARK + Template(title).substitute(year=year, last=year - 1),
                kind=kind,
                organization=root,
                ends_on=published + timedelta(days=lasts) if lasts else None,
                body=f"<p><em>{SOURCE}，不是真实的通知。</em></p>{body}",
                **_published(published),
            )


def _published(day):
    at = timezone.make_aware(datetime.combine(day, time(9, 30)))
    return {"state": "published", "published_at": min(at, timezone.now())}


def _is_reported(day):
    return Report.objects.filter(starts_on__lte=day, ends_on__gte=day.replace(day=1)).exists()


def _found_or_written(model, *, defaults, **key):
    return model.objects.filter(**key).first() or _written(model, **(key | defaults))


def _written(model, **values):
    row = model(**values)
    row.full_clean()
    row.save()
    return row

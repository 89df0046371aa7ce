"""What can be found: every kind of public record told as entries.

The words of an entry are only those that the record's own page prints, so that
nothing private can be found.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils.timezone import localdate

from activities.models import Activity, Campaign
from honors.models import Commendation, HonorReceived
from notices.models import Attachment, Notice
from reports.document.snapshot import UnknownFormat, from_json
from reports.models import Report
from reports.public import open_draft_of
from search import pairs
from search.loosening import loosened
from search.models import Entry, Kind
from toolkit.folding import folded
from toolkit.publishing import Publishable
from toolkit.texts.rich_text import plain_text
from volunteers.models import Team


def entries_of(kind: str, keys: Iterable[int]) -> list[Entry]:
    """The entries of the records with these keys; none for what is not public, nor will be at a set time."""
    return list(_TELLERS[Kind(kind)](set(keys)))


def keys_of(kind: str) -> Iterable[int]:
    """The keys of all records of a kind, public or not."""
    return _MODELS[Kind(kind)].objects.order_by("pk").values_list("pk", flat=True)


def _entry(
    record,
    *words: str,
    kind: Kind,
    shown_from: datetime,
    title: str = "",
    anchor: str = "",
    day: date | None = None,
) -> Entry:
    """``words`` are the parts of the page's text: no hit reaches from one into the next."""
    title = title or str(record)
    text = "\n".join(filter(None, words)).replace("\x00", "")
    whole, folded_title = folded(f"{title}\n{text}"), folded(title)
    loose = loosened(whole)
    return Entry(
        kind=kind,
        record_id=record.pk,
        address=record.get_absolute_url() + anchor,
        title=title,
        folded_title=folded_title,
        loose_title=loosened(folded_title),
        area_id=getattr(record, "area_id", None),
        day=day,
        year=getattr(record, "year", day and day.year),
        shown_from=shown_from,
        shown_until=getattr(record, "expires_at", None),
        text=text,
        folded=whole,
        loose=loose,
        pairs=pairs.indexed(whole, loose),
        title_pairs=pairs.indexed(folded_title),
    )


def _published(model, keys):
    return model.objects.filter(pk__in=keys, state=Publishable.State.PUBLISHED)


def _activities(keys):
    related = (
        "figures",
        "participants",
        "photos",
        "partners",
        "organizers",
        "campaigns",
        "tags",
    )
    for activity in _published(Activity, keys).prefetch_related(*related):
        yield _entry(
            activity,
            activity.summary_text(),
            plain_text(activity.body),
            activity.place,
            activity.occasion,
            activity.slogan,
            activity.audience,
            *(f"{figure.name} {figure.text}" for figure in activity.figures.all()),
            *(f"{person.post} {person.public_name}" for person in activity.participants.all()),
            *(partner.name for partner in activity.partners.all()),
            *(organization.name for organization in activity.organizers.all()),
            *(campaign.name for campaign in activity.campaigns.all() if campaign.is_published),
            *(tag.name for tag in activity.tags.all()),
            *(f"{photo.caption} {photo.credit}" for photo in activity.photos.all()),
            activity.source,
            activity.author,
            activity.reviewer,
            kind=Kind.ACTIVITY,
            shown_from=activity.published_at,
            day=activity.starts_on,
        )


def _campaigns(keys):
    for campaign in _published(Campaign, keys):
        words = (campaign.summary, campaign.description)
        yield _entry(campaign, *words, kind=Kind.CAMPAIGN, shown_from=campaign.published_at)


_TITLES = Prefetch("attachments", Attachment.objects.only("title", "notice", "position"))


def _notices(keys):
    for notice in _published(Notice, keys).select_related("organization").prefetch_related(_TITLES):
        yield _entry(
            notice,
            notice.number,
            plain_text(notice.body),
            notice.organization.name if notice.organization else "",
            notice.reviewer,
            *(attachment.title for attachment in notice.attachments.all()),
            kind=Kind.NOTICE,
            shown_from=notice.published_at,
            day=localdate(notice.published_at),
        )


def _teams(keys):
    for team in _published(Team, keys).select_related("organization").prefetch_related("fields"):
        yield _entry(
            team,
            team.summary,
            plain_text(team.body),
            team.place,
            team.coverage,
            team.organization.name if team.organization else "",
            *(field.name for field in team.fields.all()),
            kind=Kind.TEAM,
            shown_from=team.published_at,
        )


def _commendations(keys):
    rounds = _published(Commendation, keys).prefetch_related("titles__awards__organization")
    for commendation in rounds:
        titles = commendation.titles.all()
        yield _entry(
            commendation,
            commendation.summary,
            plain_text(commendation.body),
            commendation.authority,
            commendation.decision_number,
            *(title.name for title in titles),
            *(_recipient(award) for title in titles for award in title.awards.all()),
            kind=Kind.COMMENDATION,
            shown_from=commendation.published_at,
            anchor=f"#commendation-{commendation.pk}",
            day=commendation.starts_on,
        )


def _recipient(award) -> str:
    """The recipient as the roll prints it: of a minor only the surname, and no organization or post."""
    organization = award.organization.name if award.organization and not award.is_minor else ""
    return f"{award.public_name} {organization} {award.public_place}"


def _honors_received(keys):
    for honor in _published(HonorReceived, keys).prefetch_related("recipients__organization"):
        named = honor.recipients.all() if honor.is_of_others else ()
        yield _entry(
            honor,
            honor.authority,
            honor.rank,
            honor.scope,
            f"{honor.count_text}{honor.called}" if honor.is_of_others else "",
            *map(_recipient, named),
            kind=Kind.HONOR,
            shown_from=honor.published_at,
            anchor=f"#honor-{honor.pk}",
            day=honor.starts_on,
        )


def _reports(keys):
    for report in Report.objects.public().filter(pk__in=keys):
        document = _public_document_of(report)
        if document:
            yield _entry(
                report,
                *_words_of(document),
                kind=Kind.REPORT,
                title=document.title,
                shown_from=report.created_at,
                day=report.starts_on,
            )


def _public_document_of(report):
    version = report.versions.first()
    if version is None:
        return open_draft_of(report)
    try:
        return from_json(version.snapshot)
    except UnknownFormat:
        return None  # its page says that it cannot be read


def _words_of(document):
    yield document.opening.text
    for section in document.sections:
        yield section.heading
        for item in section.items:
            yield from (item.title, item.text)
            for child in item.children:
                yield from (child.title, child.text)
    yield from (f"{figure.label} {figure.text}" for figure in document.totals)
    yield document.signature


_TELLERS: dict[Kind, Callable] = {
    Kind.ACTIVITY: _activities,
    Kind.CAMPAIGN: _campaigns,
    Kind.NOTICE: _notices,
    Kind.TEAM: _teams,
    Kind.COMMENDATION: _commendations,
    Kind.HONOR: _honors_received,
    Kind.REPORT: _reports,
}
_MODELS = {
    Kind.ACTIVITY: Activity,
    Kind.CAMPAIGN: Campaign,
    Kind.NOTICE: Notice,
    Kind.TEAM: Team,
    Kind.COMMENDATION: Commendation,
    Kind.HONOR: HonorReceived,
    Kind.REPORT: Report,
}

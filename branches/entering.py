"""A report as an activity: its words, figures and photos, organized by the branch that did it."""

from datetime import datetime

from activities.models import Activity, Figure, Photo, WorkArea
from branches.figures import lines_of, told_by_name
from branches.models import BranchReport
from toolkit.pictures.fields import KeptPicture
from toolkit.publishing import stamp

_AS_REPORTED = ("title", "place", "date_precision", "starts_on", "ends_on", "day_part")


def enter_activity(report: BranchReport, *, area: WorkArea, by, at: datetime) -> Activity:
    """A new draft, which whoever adopts it may go on editing."""
    lines = lines_of(report.figures)
    values = {name: getattr(report, name) for name in _AS_REPORTED}
    activity = Activity(area=area, summary=told_by_name(report.summary, lines), **values)
    activity.full_clean()
    stamp(activity, by=by)
    activity.save()
    activity.organizers.add(report.organization)
    for position, line in enumerate(lines, 1):
        figure = Figure(activity=activity, name=line.name, wording=line.wording, counts=line.counts)
        figure.position = position
        figure.full_clean()
        figure.save()
    for position, photo in enumerate(report.photos.all()):
        _copy(photo, activity, position)
    Activity.objects.filter(pk=activity.pk).update(updated_at=at)  # by which an untouched one is known
    activity.refresh_from_db()
    return activity


def _copy(photo, activity: Activity, position: int) -> None:
    """Each keeps a file of its own: either may be deleted."""
    with photo.image.open("rb") as file:
        copied = KeptPicture(file.read(), name="photo.jpg")
    alt = f"{activity.title}（现场照片{position + 1}）"[: Photo._meta.get_field("alt").max_length]
    Photo.objects.create(activity=activity, image=copied, alt=alt, position=position)

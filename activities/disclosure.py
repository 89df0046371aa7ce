"""What the public reads of an activity: its story, figures, people and photos; of a minor the surname."""

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
from desk.gate.registry import ONCE_SAVED, PUBLISHED, STAMPS, Person, disclose

disclose(WorkArea, public="name slug position description", staff=f"id {STAMPS}", when=ONCE_SAVED)
disclose(Tag, public="name", staff="id", when=ONCE_SAVED)
disclose(
    Campaign,
    public="name slug summary description published_at",
    staff=f"id state expires_at approved_by {STAMPS}",
    when=PUBLISHED,
)
disclose(
    Activity,
    public="id date_precision starts_on ends_on day_part title area place audience occasion slogan summary"
    " body source author reviewer campaigns tags organizers partners published_at",
    staff=f"service_is_whole state expires_at approved_by {STAMPS}",
    when=PUBLISHED,
    rows="figures participants photos",
)
disclose(Partnership, public="activity partner part", staff="id")
disclose(
    Participant,
    public="activity name post role position",
    staff="id person is_minor",
    told={"name": "public_name"},
    beside=lambda one: f"{one.post} {one.public_name}",
    person=Person("name", lambda: Q(is_minor=True), lambda: Q(is_minor=False)),
)
disclose(
    Indicator,
    public="name slug unit counts words position is_stock is_printed is_compared",
    staff=f"id is_chosen_only takes_service is_on_desk {STAMPS}",
    when=ONCE_SAVED,
)
disclose(
    Figure,
    public="activity name wording value high unit noun as_of kind precision counts part repeats part_of"
    " parts_are_all numerator denominator starts_on ends_on position",
    staff="id indicator note",
)
disclose(Photo, public="activity image width height focus_x focus_y alt caption credit position", staff="id")

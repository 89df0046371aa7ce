"""What the public reads of honours; of a minor who bears one the surname."""

import re

from django.db.models import Q

from desk.gate.registry import PUBLISHED, STAMPS, Person, disclose
from honors.models import Award, AwardTitle, Commendation, HonorReceived, HonorRecipient

# 优秀辅导员 of a 小学 is a grown-up; who is 优秀少先队员 is none.
_OF_ADULTS = re.compile("辅导员|教师|老师|干部|团员|青年|书记|工作者|志愿者|家长|校长")
_TOLD = {"name": "public_name", "unit": "public_unit", "post": "public_post"}
_PERSON = Person("name", lambda: Q(is_minor=True), lambda: Q(is_minor=False))


def _award(one: Award) -> str:
    return _beside(one, one.title.name)


def _recipient(one: HonorRecipient) -> str:
    return _beside(one, one.honor.title)


def _beside(one, honour: str) -> str:
    """A person under the honour, after the organization, as the roll tells it."""
    if _OF_ADULTS.search(honour):
        return ""
    unit = one.unit or (one.organization.name if one.organization else "")
    return f"{honour} {unit} {one.public_name}"


disclose(
    Commendation,
    public="id date_precision starts_on ends_on day_part published_at year title area authority"
    " decision_number decided_on publicity_starts_on publicity_ends_on summary body",
    staff=f"state expires_at approved_by {STAMPS}",
    when=PUBLISHED,
    rows="titles",
)
disclose(
    AwardTitle,
    public="commendation name recipients noun announced_count position",
    staff="id",
    rows="awards",
)
disclose(
    Award,
    public="name position told_name title organization unit post",
    staff="id is_minor note",
    told=_TOLD,
    beside=_award,
    person=_PERSON,
)
disclose(
    HonorReceived,
    public="id date_precision starts_on ends_on day_part published_at given_to year title authority level"
    " rank scope announced_count noun",
    staff=f"state expires_at approved_by {STAMPS}",
    when=PUBLISHED,
    rows="recipients",
)
disclose(
    HonorRecipient,
    public="name position told_name honor organization unit post",
    staff="id is_minor note",
    told=_TOLD,
    beside=_recipient,
    person=_PERSON,
)

"""Who of the volunteers on record is meant by a name, with what a list tells besides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from desk.scope.reach import reach_of
from organizations.models import Organization
from volunteers.models import Team, Volunteer

_HIDDEN = re.compile(r"[*×xX]")
_TAIL = 4
_IDENTITY, _PHONE = re.compile(r"[0-9]{17}[0-9X]"), re.compile(r"1[0-9]{10}")


@dataclass(frozen=True)
class Wanted:
    name: str
    unit: str = ""
    phone: str = ""
    identity: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What one person is known by through a list, who may stand in it under several units."""
        if self.has_whole_identity:
            return self.name, self.identity
        return self.name, self.phone if self.has_whole_phone else self.unit

    @property
    def has_whole_identity(self) -> bool:
        return bool(_IDENTITY.fullmatch(self.identity))

    @property
    def has_whole_phone(self) -> bool:
        return bool(_PHONE.fullmatch(self.phone))


@dataclass(frozen=True)
class Match:
    """``sure`` is who is meant; where that is not certain, any of ``possible`` may be."""

    sure: Volunteer | None = None
    possible: tuple[Volunteer, ...] = ()


def matched(wanted: Sequence[Wanted], among: QuerySet[Volunteer]) -> list[Match]:
    """Asks one query for all of them."""
    by_name: dict[str, list[Volunteer]] = defaultdict(list)
    for one in among.filter(name__in={each.name for each in wanted}).select_related("organization"):
        by_name[one.name].append(one)
    return [_match(each, by_name[each.name]) for each in wanted]


def identities_taken(numbers: set[str]) -> set[str]:
    """Those of the numbers that are on record, be it of somebody whom the asker may not see."""
    return set(Volunteer.objects.filter(id_number__in=numbers).values_list("id_number", flat=True))


def _match(wanted: Wanted, found: list[Volunteer]) -> Match:
    might = [one for one in found if not _contradicts(wanted, one)]
    certain = [one for one in might if _agrees(wanted, one)]
    if len(certain) == 1:
        return Match(certain[0])
    if not certain and len(might) == 1 and not (wanted.unit and might[0].organization_id):
        return Match(might[0])
    return Match(None, tuple(certain or might))


def _contradicts(wanted: Wanted, one: Volunteer) -> bool:
    pairs = ((wanted.phone, one.phone), (wanted.identity, one.id_number))
    return any(_compared(told, kept) is False for told, kept in pairs)


def _agrees(wanted: Wanted, one: Volunteer) -> bool:
    if _compared(wanted.phone, one.phone) or _compared(wanted.identity, one.id_number):
        return True
    body = one.organization
    return bool(wanted.unit and body and wanted.unit in (body.name, body.short_name))


def _compared(told: str, kept: str) -> bool | None:
    """Whether a number, of which some digits may be hidden, is the one on record; None where nobody knows."""
    if not told or not kept:
        return None
    if not _HIDDEN.search(told[:-1]) and len(told) == len(kept):
        return told == kept
    tail = re.split(r"[*×]", told[:-1] + told[-1].replace("x", "X"))[-1]
    if len(tail) < _TAIL:
        return None
    return kept.endswith(tail)


def told_apart(one: Volunteer, *, with_numbers: bool) -> str:
    """A volunteer as staff tell namesakes apart: 张三（第一中学团委，手机尾号1234）."""
    known: Iterable[str] = filter(
        None,
        (
            str(one.organization) if one.organization else "",
            f"手机尾号{one.phone[-_TAIL:]}" if with_numbers and one.phone else "",
        ),
    )
    told = "，".join(known)
    return f"{one.name}（{told}）" if told else one.name


def bodies_within(units: set[str], by) -> dict[str, Organization]:
    """Organizations that an account reaches, by either of their names."""
    reach = reach_of(by)
    found = Organization.objects.filter(Q(name__in=units) | Q(short_name__in=units))
    reached = (one for one in found if reach.is_whole or one.pk in reach.keys)
    return {name: one for one in reached for name in {one.name, one.short_name} & units}


def home_of(team: Team | None, by) -> Organization | None:
    """Where new volunteers of no known unit belong: whoever does not reach all keeps them within reach."""
    reach = reach_of(by)
    if reach.is_whole:
        return None
    if team and team.organization_id in reach.keys:
        return team.organization
    tie = by.memberships.select_related("organization").order_by("pk").first()
    return tie.organization if tie else None

"""What a roster may be pasted for, and who may: whoever changes the record, as with the rows of its form."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Model

from honors.models import AwardTitle, HonorReceived
from intake.rosters.members import MemberRoster
from intake.rosters.recipients import AwardRoster, HonorRoster
from volunteers.models import Team, Volunteer

PRIVATE = "volunteers.view_private"


def _members(team: Team, request) -> MemberRoster:
    volunteers = desk_of(Volunteer).get_queryset(request)
    return MemberRoster(
        team, volunteers=volunteers, with_numbers=request.user.has_perm(PRIVATE), by=request.user
    )


@dataclass(frozen=True)
class Rostered:
    """A kind of record that has a roster."""

    model: type[Model]
    roster: Callable
    publishing: str = ""  # the right to change what is public of it; empty where nothing is


KINDS = {
    one.model._meta.label_lower: one
    for one in (
        Rostered(AwardTitle, lambda one, _: AwardRoster(one), "honors.publish_commendation"),
        Rostered(HonorReceived, lambda one, _: HonorRoster(one), "honors.publish_honorreceived"),
        Rostered(Team, _members),
    )
}


def desk_of(model: type[Model]) -> admin.ModelAdmin:
    return admin.site._registry[model]


def target_of(request, label: str, key: str) -> Model | None:
    """The record, as the desk shows it to whoever asks."""
    kind = KINDS.get(label)
    return desk_of(kind.model).get_object(request, key) if kind else None


def may_enter(request, target: Model) -> bool:
    return desk_of(type(target)).has_change_permission(request, target)


def may_enter_hours(request, target: Model) -> bool:
    """Hours are entered for what the desk lets somebody see: they change the volunteers' records alone."""
    sees = desk_of(type(target)).has_view_permission(request, target)
    return sees and request.user.has_perm("volunteers.add_servicerecord")


def may_enter_any(request) -> bool:
    """Whether there is anything that somebody might enter many rows of."""
    changes = any(desk_of(one.model).has_change_permission(request) for one in KINDS.values())
    return changes or request.user.has_perm("volunteers.add_servicerecord")


def is_public(roster) -> bool:
    """Whether what is entered stands before the public at once, or will at its time."""
    page = getattr(roster, "page", None)
    return page is not None and page.state == page.State.PUBLISHED


def may_make_public(request, target: Model) -> bool:
    return request.user.has_perm(KINDS[target._meta.label_lower].publishing)

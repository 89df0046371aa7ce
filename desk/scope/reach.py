"""How far an account reaches."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model

_REACH = "_desk_reach"


@dataclass(frozen=True)
class Reach:
    """The keys of all that an account is tied to, what is beneath included; or simply all."""

    is_whole: bool = False
    keys: frozenset[int] = frozenset()
    seen: dict[tuple[type[Model], object], bool] = field(default_factory=dict)  # answered in this request

    @property
    def is_limited(self) -> bool:
        return not self.is_whole


_of_account: list[Callable[[object], Reach]] = []


def tell_reach(of_account: Callable[[object], Reach]) -> Callable[[object], Reach]:
    """For the app that knows what accounts are tied to."""
    _of_account[:] = [of_account]
    return of_account


def reach_of(user) -> Reach:
    """Asked of the database once: an account is read anew with every request."""
    if not user.is_active:
        return Reach()
    if user.is_superuser:
        return Reach(is_whole=True)
    if not hasattr(user, _REACH):
        setattr(user, _REACH, _of_account[0](user) if user.pk else Reach())
    return getattr(user, _REACH)


def sees_any(user) -> bool:
    """Whether the account is tied to anything, or need not be."""
    reach = reach_of(user)
    return reach.is_whole or bool(reach.keys)


def forget_reach(user) -> None:
    """Something was saved that may have changed it."""
    if hasattr(user, _REACH):
        delattr(user, _REACH)

"""What whoever signs in still owes, kept in the session: until it is done the desk is closed to them."""

from django.utils import timezone

from accounts.models import Terms
from accounts.passwords import has_to_change
from accounts.second_step import is_required, is_set_up
from accounts.sessions import CAME_FROM
from toolkit.pages.clients import address_of

OWES = "owes"
CODE, SET_UP, PASSWORD = "code", "set-up", "password"


def arrive(request) -> None:
    """Note from where somebody just signed in, and what has to be done before the desk opens."""
    account, terms = request.user, Terms.current()
    request.session[CAME_FROM] = {
        "address": address_of(request)[:45],
        "browser": request.META.get("HTTP_USER_AGENT", "")[:200].replace("\x00", ""),
        "at": timezone.now().isoformat(),
    }
    owed = []
    if is_set_up(account):
        owed.append(CODE)
    elif is_required(account, terms):
        owed.append(SET_UP)
    if has_to_change(account, terms):
        owed.append(PASSWORD)
    if owed:
        request.session[OWES] = owed


def owed_by(request) -> str | None:
    """What is to be done next."""
    return next(iter(request.session.get(OWES, ())), None)


def done(request, what: str) -> None:
    left = [one for one in request.session.get(OWES, ()) if one != what]
    if left:
        request.session[OWES] = left
    else:
        request.session.pop(OWES, None)

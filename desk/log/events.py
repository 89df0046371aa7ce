"""What the log notes besides the changes of records."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from desk.models import Event, Kind

MOST_REFUSED_AN_HOUR = 50  # of one account, and of all accounts that there aren't: no stranger fills the log
LONGEST_NAME = 150
MANY = 10  # accounts at which somebody failed to sign in within a day: a slow attack, whatever the address


def note(kind: Kind, *, by, words: str = "", record=None) -> None:
    """A line of the log; ``record`` is what it was about, if it was about one."""
    Event.objects.create(
        kind=kind,
        by=by,
        words=words,
        content_type=record and ContentType.objects.get_for_model(record),
        object_id=str(record.pk) if record else "",
        name=str(record) if record else "",
    )


def note_refused_sign_in(typed: str) -> None:
    """Of an account that there is not no name is kept: it may be a password, typed in the wrong place."""
    accounts = get_user_model().objects.filter(username=typed[:LONGEST_NAME].replace("\x00", ""))
    name = accounts.values_list("username", flat=True).first() or ""
    lately = Event.objects.filter(kind=Kind.REFUSED, name=name, at__gt=timezone.now() - timedelta(hours=1))
    if lately.count() < MOST_REFUSED_AN_HOUR:
        words = "密码不对，或者没有进入工作台的权限。" if name else "没有这个账号。"
        Event.objects.create(kind=Kind.REFUSED, name=name, words=words)
        _warn_of_slow_attack()


def _warn_of_slow_attack() -> None:
    """Once a day; none of its failures locks anybody out, and only together they tell."""
    today = Event.objects.filter(at__gt=timezone.now() - timedelta(days=1))
    accounts = today.filter(kind=Kind.REFUSED).exclude(name="").values("name").distinct().count()
    if accounts >= MANY and not today.filter(kind=Kind.WARNED).exists():
        note(Kind.WARNED, by=None, words=f"24 小时内有 {accounts} 个账号登录失败，可能有人在逐个试密码。")

"""The second step of signing in: a code of the telephone's app (RFC 6238), or one of the recovery codes."""

from io import BytesIO

import segno
from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from django_otp import devices_for_user
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import Terms

RECOVERY_CODES = 8


def is_set_up(account) -> bool:
    return TOTPDevice.objects.filter(user=account, confirmed=True).exists()


def is_required(account, terms: Terms) -> bool:
    """Whether the office asks it of one of the account's roles."""
    return terms.second_step_roles.filter(user=account).exists()


@transaction.atomic
def is_right(account, code: str) -> bool:
    """Whether the code is the app's of now, or a recovery code, which holds once.

    After a wrong one the next is looked at only after a while, which doubles.
    """
    code = "".join(code.split()).lower()
    return any(device.verify_token(code) for device in devices_for_user(account, for_verify=True))


@transaction.atomic
def begin(account) -> TOTPDevice:
    """What the app is to be shown; it counts once a code of the app is right."""
    device = TOTPDevice.objects.filter(user=account, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=account, name="手机验证码", confirmed=False)


@transaction.atomic
def finish(account, code: str) -> list[str]:
    """Take the app whose code is right in place of any other; returns the recovery codes, or none."""
    device = TOTPDevice.objects.select_for_update().filter(user=account, confirmed=False).first()
    if device is None or not device.verify_token("".join(code.split())):
        return []
    TOTPDevice.objects.filter(user=account).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save()
    return new_recovery_codes(account)


@transaction.atomic
def new_recovery_codes(account) -> list[str]:
    StaticDevice.objects.filter(user=account).delete()
    device = StaticDevice.objects.create(user=account, name="恢复码")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


@transaction.atomic
def switch_off(account) -> bool:
    """Returns whether there was any."""
    StaticDevice.objects.filter(user=account).delete()
    number, _ = TOTPDevice.objects.filter(user=account).delete()
    return number > 0


def picture_of(device: TOTPDevice) -> SafeString:
    """The QR code, drawn here, for the telephone's camera."""
    drawn = BytesIO()
    code = segno.make(device.config_url, error="m")
    code.save(
        drawn, kind="svg", xmldecl=False, scale=5, border=4, svgclass=None, lineclass=None, light="#fff"
    )
    return mark_safe(drawn.getvalue().decode())

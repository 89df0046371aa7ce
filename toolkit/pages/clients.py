"""Who asks, as far as a limit on requests has to know: never kept in clear."""

from datetime import date
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils.crypto import salted_hmac

IPV6_HOUSEHOLD = 64  # bits that one household shares; the rest it may change at will


def client_key(request, *, day: date) -> str:
    """A name for the client's network address that holds for one day and cannot be read back.

    64 hexadecimal digits, keyed with the site's secret and salted with the day,
    so that nobody can tell whether two days' names are of one client.
    """
    return salted_hmac(
        f"client {day.isoformat()}", _household(address_of(request)), algorithm="sha256"
    ).hexdigest()


def address_of(request) -> str:
    """The last address that the web server in front added, or the one that called us."""
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")


def _household(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:  # a Unix socket has none
        return address
    known = getattr(known, "ipv4_mapped", None) or known
    if known.version == 4:
        return str(known)
    return str(ip_network((known.packed, IPV6_HOUSEHOLD), strict=False))

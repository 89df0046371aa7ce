"""What stands at a former address: nothing any longer, so the reader is led to where it is now."""

from django.db import transaction
from django.http import HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control

from toolkit.models import FormerAddress


@transaction.atomic
def remember_address(*, old, new, by) -> FormerAddress:
    """Note that the page at ``old`` is at ``new`` now; what led to ``old`` leads there at once, too."""
    unwind(old=old, new=new)
    stamps = {"updated_by": by}
    address, _ = FormerAddress.objects.update_or_create(
        old=old, defaults={"new": new, **stamps}, create_defaults={"new": new, "created_by": by, **stamps}
    )
    return address


def unwind(*, old, new) -> None:
    """Make way for a move, so that no address leads in a circle or over another."""
    FormerAddress.objects.filter(old=new).delete()
    for address in FormerAddress.objects.filter(new=old):
        if new.startswith(address.old):  # it would lead beneath itself
            address.delete()
        else:
            FormerAddress.objects.filter(pk=address.pk).update(new=new)


def former_addresses(get_response):
    """Middleware: a page that is not found where it was is answered with its present address."""

    def answer(request):
        response = get_response(request)
        if response.status_code != 404:
            return response
        new = FormerAddress.objects.where_is(request.path)
        if new is None:
            return response
        query = request.META.get("QUERY_STRING")
        moved = HttpResponsePermanentRedirect(f"{new}?{query}" if query else new)
        patch_cache_control(moved, no_cache=True)  # an address may come to bear a page again
        return moved

    return answer

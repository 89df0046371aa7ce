"""What any public page needs of its own address: where it is, and what its one true address is."""

from urllib.parse import urlencode

from django import template

register = template.Library()

# Parameters that make another page of the same address; all others are dropped from its true address.
KEPT_PARAMETERS = ("area", "kind", "q", "year", "title", "organization", "name", "page")


@register.simple_tag(takes_context=True)
def canonical(context) -> str:
    """The page's one address, whole, whatever else a link to it carried."""
    request = context["request"]
    kept = [(name, request.GET[name]) for name in KEPT_PARAMETERS if request.GET.get(name)]
    query = urlencode([pair for pair in kept if pair != ("page", "1")])
    return request.build_absolute_uri(request.path + (f"?{query}" if query else ""))


@register.simple_tag(takes_context=True)
def absolute(context, address: str) -> str:
    """An address from the root of the site, whole."""
    return context["request"].build_absolute_uri(address)

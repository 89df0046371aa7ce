"""The way from the home page to a page: printed for readers, then told to machines from the same crumbs."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from toolkit.pages import structured_data

register = template.Library()
_CRUMBS = "crumbs"


@register.simple_tag(takes_context=True)
def crumb(context, name, address: str):
    """A page on the way, one list item; the page itself is marked as such."""
    request = context["request"]
    context.render_context.setdefault(_CRUMBS, []).append((str(name), request.build_absolute_uri(address)))
    here = mark_safe(' aria-current="page"') if address == request.get_full_path() else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', address, here, name)


@register.simple_tag(takes_context=True)
def breadcrumb_list(context):
    """All crumbs of the page as structured data; nothing where it has none, or only the home page."""
    crumbs = context.render_context.get(_CRUMBS, [])
    return structured_data.script(structured_data.breadcrumb_list(crumbs)) if len(crumbs) > 1 else ""

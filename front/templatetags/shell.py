"""What stands around every public page; most of it is the same on all, and remembered."""

from functools import lru_cache

from django import template
from django.urls import get_script_prefix, reverse

from toolkit.kept.components import rendered

register = template.Library()

SECTIONS = (
    ("活动", "activities:list"),
    ("品牌", "campaigns:list"),
    ("通知", "notices:list"),
    ("志愿", "volunteers:list"),
    ("荣誉", "honors:list"),
    ("总结", "reports:list"),
    ("数据", "figures"),
    ("关于", "about"),
)


@register.simple_tag(takes_context=True)
def site_bar(context, site_name: str):
    """The site's name, its sections, that of the page marked as such, and the search."""
    path = getattr(context.get("request"), "path", "")
    links = _links(get_script_prefix())
    section = next((address for _, address in links if path.startswith(address)), "")
    return rendered(
        "components/site_bar.html",
        site_name=site_name,
        links=links,
        section=section,
        is_its_page=path == section,
    )


@lru_cache(maxsize=4)
def _links(prefix: str) -> tuple[tuple[str, str], ...]:
    """The sections with their addresses; all begin with the prefix."""
    return tuple((label, reverse(name)) for label, name in SECTIONS)

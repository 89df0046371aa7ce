from django import template
from django.utils.timezone import localdate, localtime

from notices.structured_data import article
from toolkit.kept.components import rendered
from toolkit.pages.structured_data import script

register = template.Library()


@register.simple_tag(takes_context=True)
def notice_data(context, notice):
    """The notice as structured data."""
    address = context["request"].build_absolute_uri(notice.get_absolute_url())
    return script(article(notice, address=address, publisher=context["committee"].name))


@register.simple_tag
def notice(record, level: int = 3, brief: bool = False):
    """One of a list of notices with its organization at hand; ``level`` is that of its heading, ``brief`` for
    its kind and day alone."""
    return rendered(
        "components/notice.html",
        title=record.title,
        address=record.get_absolute_url(),
        kind=record.get_kind_display(),
        number="" if brief else record.number,
        day=localtime(record.published_at).date(),
        organization="" if brief or not record.organization else str(record.organization),
        ends_on=None if brief else record.ends_on,
        is_over=not brief and record.is_over(localdate()),
        level=level,
    )


@register.filter
def is_over(record) -> bool:
    """Whether the last day of a notice has passed by now."""
    return record.is_over(localdate())

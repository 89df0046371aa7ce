from django import template
from django.utils.timezone import localdate

from notices.structured_data import article
from toolkit.pages.structured_data import script

register = template.Library()


@register.simple_tag(takes_context=True)
def notice_data(context, notice):
    """The notice as structured data."""
    address = context["request"].build_absolute_uri(notice.get_absolute_url())
    return script(article(notice, address=address, publisher=context["committee"].name))


@register.filter
def is_over(notice) -> bool:
    """Whether the last day of a notice has passed by now."""
    return notice.is_over(localdate())

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from toolkit.texts.quoting import quoted
from toolkit.texts.wording import shortened

register = template.Library()
register.filter("shortened", shortened)
register.filter("quoted", quoted)

_DATE = re.compile(r"(\d+年(?:度|[上下]半年)?(?:\d+月)?(?:\d+日)?|\d+月(?:\d+日)?)")


@register.filter
def whole_dates(title):
    """A title whose dates stay whole where the line breaks: 2020年上半年, 4月28日."""
    parts = _DATE.split(title)  # every other one is a date
    return mark_safe(
        "".join(
            format_html('<span class="whole">{}</span>', part) if place % 2 else conditional_escape(part)
            for place, part in enumerate(parts)
        )
    )

from decimal import Decimal

from django import template

import counting

register = template.Library()


@register.filter
def number(value) -> str:
    """Nothing where there is none: an answer that is lacking is no 0."""
    return "" if value is None else counting.plain(Decimal(value))


@register.filter
def change(value) -> str:
    """+12, −3, 0."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{counting.plain(abs(Decimal(value)))}"

from django import template
from django.utils.timezone import localdate

from front import figures

register = template.Library()


@register.simple_tag
def totals_so_far() -> dict:
    return figures.totals_so_far(localdate())

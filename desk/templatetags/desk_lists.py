from django import template

from desk.days import days_of_list
from desk.sheets.exporting import tools_of

register = template.Library()


@register.inclusion_tag("admin/date_hierarchy.html")
def list_days(cl):
    """The years, months or days that a list may be narrowed to: where it is cut, of all that is found."""
    cut = getattr(cl, "cut", None)  # a list of Django's own, of accounts, has none
    return days_of_list(cl, cl.queryset if cut is None else cut)


@register.simple_tag(takes_context=True)
def list_tools(context, cl):
    """What stands above a list besides adding to it: each its words and its address."""
    return tools_of(context["request"], cl)

from django import template

register = template.Library()


@register.filter
def child_label(document, position: int) -> str:
    """The printed number of the ``position``-th child of an item of the document."""
    return document.child_label(position)


@register.filter
def anchor(document, figure) -> str:
    """Where the page lists the records of a figure that rests on several."""
    return document.sums[figure].anchor

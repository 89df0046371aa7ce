from django import template

register = template.Library()


@register.filter
def child_label(document, position: int) -> str:
    """The printed number of the ``position``-th child of an item of the document."""
    return document.child_label(position)

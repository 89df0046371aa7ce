from datetime import date
from types import NoneType

from django import template

from toolkit.kept.components import rendered

register = template.Library()

# Of these, what is equal reads the same. Of records it does not, nor of decimal numbers; and what holds
# others may hold a text that is safe where its equal holds one that is not.
TELLING = (str, int, date, NoneType)


@register.simple_tag
def component(template_name: str, **values):
    """A component that is told by plain values alone: printed once, then remembered with them."""
    for name, value in values.items():
        if not isinstance(value, TELLING):
            raise TypeError(f"{name} of {template_name} is a {type(value).__name__}, not a plain value")
    return rendered(template_name, **values)

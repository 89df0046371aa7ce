"""What a form of one screen asks of the groups of fields that it folds."""

from django import template

register = template.Library()


@register.filter
def is_in_use(fieldset) -> bool:
    """Whether a group holds something, or something of it is refused."""
    fields = [field for line in fieldset for field in line if not getattr(field, "is_readonly", False)]
    return any(field.errors() or field.field.value() for field in fields)

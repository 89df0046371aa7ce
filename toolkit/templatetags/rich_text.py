from django import template
from django.utils.safestring import SafeString, mark_safe
from django_prose_editor.fields import create_sanitizer

from toolkit.rich_text import EXTENSIONS

register = template.Library()
clean = create_sanitizer(EXTENSIONS)


@register.filter
def rich_text(html: str) -> SafeString:
    """Rich text ready to print, cleaned once more: rows are also written past the model."""
    return mark_safe(clean(html))

from django import template
from django.utils.safestring import SafeString, mark_safe

from toolkit.texts.rich_text import cleaned

register = template.Library()

# A wide table scrolls by itself on a phone, and for who has only a keyboard.
_SCROLLING = '<div class="wide" role="region" aria-label="表格" tabindex="0"><table>'


@register.filter
def rich_text(html: str) -> SafeString:
    """Rich text ready to print, cleaned once more: rows are also written past the model."""
    return mark_safe(cleaned(html).replace("<table>", _SCROLLING).replace("</table>", "</table></div>"))

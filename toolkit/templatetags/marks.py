import re

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def marked(text: str, words: list[str]) -> SafeString:
    """The text escaped, each of the words in it inside <mark>."""
    if not words:
        return escape(text)
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile("(" + "|".join(map(re.escape, longest_first)) + ")", re.IGNORECASE)
    pieces = pattern.split(text)
    return mark_safe(
        "".join(
            format_html("<mark>{}</mark>", piece) if place % 2 else escape(piece)
            for place, piece in enumerate(pieces)
        )
    )

import re

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from toolkit.folding import folded

register = template.Library()


@register.filter
def marked(text: str, words: list[str]) -> SafeString:
    """The text escaped, each of the words in it inside <mark>, whatever their width and case."""
    if not words:
        return escape(text)
    longest_first = sorted(map(folded, words), key=len, reverse=True)
    pieces, end = [], 0
    for hit in re.finditer("|".join(map(re.escape, longest_first)), folded(text)):
        start, before = hit.start(), end
        end = hit.end()
        pieces += [escape(text[before:start]), format_html("<mark>{}</mark>", text[start:end])]
    return mark_safe("".join([*pieces, escape(text[end:])]))

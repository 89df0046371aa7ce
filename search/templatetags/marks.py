from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from search.loosening import places_of

register = template.Library()


@register.filter
def marked(text: str, words: list[str]) -> SafeString:
    """The text escaped, each of the words in it inside <mark>, however it is written there."""
    pieces, behind = [], 0
    for start, end in places_of(text, words):
        pieces += [escape(text[behind:start]), format_html("<mark>{}</mark>", text[start:end])]
        behind = end
    return mark_safe("".join([*pieces, escape(text[behind:])]))

"""Honours in a list: told by their values alone, so printed once and remembered."""

from django import template

from toolkit.kept.components import rendered

register = template.Library()


@register.simple_tag
def honor(record, level: int = 3):
    """An honour received; ``level`` is that of its heading."""
    return rendered(
        "components/honor.html",
        sentence=record.sentence,
        address=f"{record.get_absolute_url()}#honor-{record.pk}",
        label="区内荣誉" if record.is_of_others else "上级荣誉",
        authority=record.authority,
        when=record.when_text,
        level=level,
    )


@register.simple_tag
def commendation(record, titles, level: int = 3):
    """A commendation with its titles; ``level`` is that of its heading."""
    return rendered(
        "components/commendation.html",
        title=record.title,
        address=record.get_absolute_url(),
        when=record.when_text,
        points=tuple((title.name, title.announced_count, title.measure) for title in titles),
        level=level,
    )

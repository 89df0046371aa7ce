from django import template

from activities.cards import activity_of
from activities.structured_data import article
from toolkit.kept.components import remembered, rendered
from toolkit.pages.structured_data import script
from toolkit.templatetags.pictures import address, picture
from toolkit.texts.wording import shortened

register = template.Library()

MOST_OF_A_SUMMARY = 90  # characters
_ABOVE, _BESIDE = "(min-width: 44rem) 22rem, 94vw", "(min-width: 40rem) 12.5rem, 6.5rem"


@register.simple_tag
def story(activity, level: int = 2, look: str = ""):
    """One of a list of activities, with photos and figures at hand; ``level`` is that of its heading.

    Its look: "brief" for a title alone, "opening" for one under its picture, "bare" for one whose picture
    stands elsewhere.
    """
    is_brief = look in ("brief", "opening")
    photo = activity.cover() if look in ("", "opening") else None
    return rendered(
        "components/story.html",
        title=activity.title,
        address=activity.get_absolute_url(),
        when=activity.when_text,
        level=level,
        picture=picture(photo, "card", _ABOVE if look == "opening" else _BESIDE) if photo else "",
        is_opening=photo is not None and look == "opening",
        summary="" if is_brief else shortened(activity.summary_text(), MOST_OF_A_SUMMARY),
        place="" if is_brief else activity.place,
        area="" if is_brief else str(activity.area),
    )


@register.simple_tag
@remembered
def card(row, level: int = 2, look: str = ""):
    """One of a list of rows of ``activities.cards``, as ``story`` prints it."""
    return story(activity_of(row), level, look)


@register.simple_tag(takes_context=True)
def story_data(context, story):
    """The story as structured data."""
    whole = context["request"].build_absolute_uri
    cover = story.cover()
    told = article(
        story,
        address=whole(story.get_absolute_url()),
        image=whole(address(cover, "full")) if cover else "",
        publisher=context["committee"].name,
    )
    return script(told)

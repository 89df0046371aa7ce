from django import template

from activities.structured_data import article
from toolkit.structured_data import script
from toolkit.templatetags.pictures import address

register = template.Library()


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

"""A story in the words of schema.org: the article, and the event that it tells of."""

from activities.models import Activity
from activities.story import TAGS
from toolkit.pages.structured_data import known, organization


def article(story: Activity, *, address: str, image: str, publisher: str) -> dict:
    """A story of ``activities.story.stories()``; whole addresses, empty where there is none."""
    source = organization(story.source or publisher)
    return {
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.description(),
        "mainEntityOfPage": address,
        "image": image,
        "datePublished": story.published_at and story.published_at.isoformat(),
        "dateModified": story.updated_at.isoformat(),
        "articleSection": story.area.name,
        "keywords": story.tag_names[:TAGS],
        "author": {"@type": "Person", "name": story.author} if story.author else source,
        "publisher": organization(publisher),
        "about": event(story),
    }


def event(story: Activity) -> dict | None:
    """The activity as an event, or None where its day is not known."""
    if not story.is_day_known:
        return None
    ends = story.date_precision != Activity.DatePrecision.SINCE and story.ends_on.isoformat()
    return known(
        {
            "@type": "Event",
            "name": story.title,
            "startDate": story.starts_on.isoformat(),
            "endDate": ends or None,
            "location": {"@type": "Place", "name": story.place} if story.place else None,
            "organizer": [organization(name) for name in story.organizer_names],
        }
    )

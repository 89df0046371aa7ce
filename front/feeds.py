import re
from urllib.parse import urljoin

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.syndication.views import Feed
from django.db.models import OuterRef
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from activities.models import Activity, Tag
from activities.story import TAGS
from organizations.models import Committee
from toolkit.templatetags.pictures import address
from toolkit.texts.rich_text import for_another_place

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ENTRIES = 30


def _as_xml(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


class FullAtom(Atom1Feed):
    """Atom whose entries hold the whole text and link their photos."""

    def root_attributes(self):
        return {**super().root_attributes(), "xml:lang": "zh-Hans"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if text := for_another_place(item["body"], address=item["link"]):
            handler.addQuickElement("content", _as_xml(text), {"type": "html"})
        for photo in item["photos"]:
            href = urljoin(item["link"], address(photo, "full"))
            picture = {"rel": "enclosure", "type": "image/jpeg", "href": href, "title": _as_xml(photo.alt)}
            handler.addQuickElement("link", "", picture)


class ActivityFeed(Feed):
    """The latest activities as an Atom feed, each with its whole story."""

    feed_type = FullAtom
    link = reverse_lazy("activities:list")
    feed_url = reverse_lazy("feed")

    def get_object(self, request):
        return Committee.objects.current()

    def title(self, committee):
        return _as_xml(f"{committee.site_name}：活动" if committee else "共青团活动")

    def author_name(self, committee):
        return _as_xml(committee.name) if committee else "共青团"  # Atom wants somebody

    def items(self):
        names = Tag.objects.filter(activities=OuterRef("pk")).values("name")[:TAGS]
        newest = Activity.objects.published().order_by("-published_at", "-pk")
        told = newest.annotate(tag_names=ArraySubquery(names)).with_cover()
        return told.prefetch_related("figures")[:ENTRIES]

    def item_title(self, activity):
        return _as_xml(activity.title)

    def item_description(self, activity):
        return _as_xml(escape(activity.summary_text())) or None

    def item_extra_kwargs(self, activity):
        return {"body": activity.body, "photos": activity.photos.all()}

    def item_pubdate(self, activity):
        return activity.published_at

    def item_updateddate(self, activity):
        return activity.updated_at

    def item_author_name(self, activity):
        return _as_xml(activity.author or activity.source) or None

    def item_categories(self, activity):
        return [_as_xml(name) for name in (activity.area.name, *activity.tag_names)]

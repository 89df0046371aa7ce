import re

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed

from activities.models import Activity
from organizations.models import Committee

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ENTRIES = 30


def _as_xml(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


class ActivityFeed(Feed):
    """The latest activities as an Atom feed."""

    feed_type = Atom1Feed
    link = reverse_lazy("activities:list")
    feed_url = reverse_lazy("feed")

    def get_object(self, request):
        return Committee.objects.current()

    def title(self, committee):
        return _as_xml(f"{committee.site_name}：活动" if committee else "共青团活动")

    def author_name(self, committee):
        return _as_xml(committee.name) if committee else None

    def items(self):
        newest = Activity.objects.published().order_by("-published_at", "-pk")
        return newest.defer("body").select_related("area").prefetch_related("figures")[:ENTRIES]

    def item_title(self, activity):
        return _as_xml(activity.title)

    def item_description(self, activity):
        return _as_xml(activity.summary_text()) or None

    def item_pubdate(self, activity):
        return activity.published_at

    def item_updateddate(self, activity):
        return activity.updated_at

    def item_author_name(self, activity):
        return _as_xml(activity.source or activity.author) or None

    def item_categories(self, activity):
        return [_as_xml(activity.area.name)]

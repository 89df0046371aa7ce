"""The photos of an activity in its form: several at once, their order, and what matters most of each."""

from django.forms.widgets import Script

from activities.models import Photo
from desk.rows import StackedRows


class PhotoRows(StackedRows):
    """Without scripts the rows have boxes for order and focus, and several files are chosen in one box."""

    model = Photo
    template = "admin/activities/activity/photo_rows.html"
    fields = ("image", "alt", "caption", "credit", "focus_x", "focus_y", "position")

    class Media:
        css = {"all": ("css/admin-photos.css",)}
        js = (Script("js/photo-rows.js", type="module"),)

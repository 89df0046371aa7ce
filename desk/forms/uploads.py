"""Files sent while their form is still being filled in: each is judged at once, and kept for the form.

What the page gets for one stands for it in the form (desk.forms.files), so an error, a collision, a draft or
a closed tab loses none.
"""

from io import BytesIO

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, JsonResponse
from django.urls import path, reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe
from PIL import Image

from desk.forms.files import chosen_file, content_of, file_field, forget_left_behind, keep_file, token_of

SHOWN = (640, 640)  # pixels
A_DAY = 24 * 60 * 60  # seconds


class UploadPages:
    """For the admin of records with rows of which each is one file."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        of_rows, shown = require_POST(self.upload_view), require_safe(self.chosen_view)
        return [
            path("files/<slug:rows>/", self.admin_site.admin_view(of_rows), name=f"{name}_upload"),
            path(
                "files/shown/<str:token>/",
                self.admin_site.admin_view(shown, cacheable=True),
                name=f"{name}_chosen",
            ),
            *super().get_urls(),
        ]

    def upload_view(self, request, rows):
        """Take one file for a row; answers what stands for it, or the sentence that refuses it."""
        self._refuse_strangers(request)
        field, sent = self._field_of(request, rows), request.FILES.get("file")
        try:
            cleaned = field.clean(sent)
        except ValidationError as refusal:
            return JsonResponse({"refused": "".join(refusal.messages)})
        forget_left_behind()
        chosen = keep_file(sent.name, content_of(cleaned), field, by=request.user)
        token = token_of(chosen)
        shown = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_chosen", args=[token])
        return JsonResponse(
            {"token": token, "name": chosen.name, "shown": shown if chosen.is_picture else ""}
        )

    def chosen_view(self, request, token):
        """A picture that was chosen for a form, in a small size."""
        self._refuse_strangers(request)
        chosen = chosen_file(token)
        if chosen is None or not chosen.is_picture:
            raise Http404
        small = BytesIO()
        with Image.open(BytesIO(chosen.content), formats=("JPEG",)) as picture:
            picture.thumbnail(SHOWN)
            picture.save(small, "JPEG", quality=80)
        small.seek(0)
        answer = FileResponse(small, content_type="image/jpeg")
        patch_cache_control(answer, private=True, max_age=A_DAY)
        return answer

    def _refuse_strangers(self, request):
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied

    def _field_of(self, request, rows):
        for inline in self.get_inline_instances(request):
            kind = inline.get_formset(request)
            name = file_field(kind.form.base_fields)
            if name and kind.get_default_prefix() == rows:
                return kind.form.base_fields[name]
        raise Http404

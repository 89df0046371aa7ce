"""What a link shows to somebody without an account: one page, and room for an opinion on it."""

from django import forms
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from desk.models import Opinion, Preview
from desk.publishing.previews.actions import give_opinion
from desk.publishing.previews.pages import preview_answer

MOST_OPINIONS = 20  # on one link


class OpinionForm(forms.ModelForm):
    class Meta:
        model = Opinion
        fields = ("name", "reason")
        widgets = {"reason": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, kind: str = "", **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.instance.kind = kind

    def _get_validation_exclusions(self):
        """A rule holds the reason against what was said, which the button tells."""
        return super()._get_validation_exclusions() - {"kind"}


def preview(request, key):
    """The page as it was when the link was made; 410 once the link has ended."""
    found = Preview.objects.filter(key=key).select_related("content_type", "made_by").first()
    if found is None:
        raise Http404
    now = timezone.now()
    record = found.content_type.model_class()._base_manager.filter(pk=found.object_id).first()
    if not found.is_open(now) or record is None:
        return render(request, "desk/preview_over.html", {"preview": found}, status=410)
    kind = request.POST.get("kind", "")
    form = OpinionForm(request.POST or None, kind=kind)
    may_say = found.opinions.count() < MOST_OPINIONS
    if may_say and kind in Opinion.Kind.values and form.is_valid():
        give_opinion(preview=found, opinion=form.instance, at=now)
        return HttpResponseRedirect(request.path)
    opinions = found.opinions.all()
    return preview_answer(
        request,
        found.page,
        title=f"预览：{found}",
        preview=found,
        record=record,
        form=form if may_say else None,
        opinions=opinions,
    )

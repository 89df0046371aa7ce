from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from corrections.actions import count_sending
from corrections.forms import CorrectionForm
from toolkit.pages.clients import client_key
from toolkit.pages.own_addresses import own_path

TOO_MANY_REQUESTS = 429


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correction_form(request):
    """The form 我要纠错; ?page= names the page that the reader comes from."""
    if request.method == "POST":
        return _answer_to(request)
    page = _page_told(request)
    return _form_page(request, CorrectionForm(initial={"page": page}), page)


@require_safe
def thanks(request):
    page = _page_told(request)
    return render(request, "corrections/thanks.html", {"corrected_page": page or "/", "page": page})


def _answer_to(request):
    now = timezone.now()
    form = CorrectionForm(request.POST, host=request.get_host())
    wait = count_sending(client=client_key(request, day=now.date()), at=now)
    is_valid = form.is_valid()
    page = form.cleaned_data.get("page", "")
    if wait:
        form.add_error(None, f"提交得太多了，请过 {-(-wait // 60)} 分钟再试。您填写的都还在。")
        response = _form_page(request, form, page, status=TOO_MANY_REQUESTS)
        response.headers["Retry-After"] = str(wait)
        return response
    if not is_valid:
        return _form_page(request, form, page)
    form.save()
    return HttpResponseRedirect(f"{reverse('corrections:thanks')}?{urlencode({'page': page})}")


def _form_page(request, form, page, **options):
    """The form, with the first field that has to be mended in focus."""
    wrong = next((name for name in form.errors if name in form.fields), None)
    if wrong:
        form.fields[wrong].widget.attrs["autofocus"] = True
    # The link in the foot of this page leads here again, about the same page.
    return render(request, "corrections/form.html", {"form": form, "corrected_page": page or "/"}, **options)


def _page_told(request) -> str:
    return own_path(request.GET.get("page", ""), host=request.get_host())

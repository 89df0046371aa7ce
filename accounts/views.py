"""The pages of one's own way in: the second step, its settings, and where one is signed in."""

from functools import wraps

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters

from accounts import second_step
from accounts.arriving import CODE, SET_UP, done, owed_by
from accounts.browsers import browser_text
from accounts.forms import CodeForm, PasswordForm
from accounts.models import Session, Terms
from desk.log.events import note, note_refused_sign_in
from desk.models import Kind

WRONG = "验证码不对，或者已经用过。请等手机上换了新的验证码再填；连续填错，要多等一会儿。"


def own_page(view):
    """For whoever signed in with a password, whatever they still owe."""

    @never_cache
    @csrf_protect
    @sensitive_post_parameters()
    @wraps(view)
    def answer(request, *args, **kwargs):
        account = request.signed_in
        if not (account.is_authenticated and account.is_active and account.is_staff):
            return HttpResponseRedirect(f"{reverse('admin:login')}?next={request.path}")
        return view(request, account, *args, **kwargs)

    return answer


def own_pages() -> list:
    return [
        path("account/second-step/", own_page(second_step_page), name="second-step"),
        path("account/second-step/settings/", own_page(settings_page), name="second-step-settings"),
        path("account/sessions/", own_page(sessions_page), name="sessions"),
    ]


def _page(request, template, title, **told):
    """As all pages of the desk; one who still owes something gets no menu of it."""
    context = admin.site.each_context(request) | {"title": title, **told}
    return render(request, f"accounts/{template}.html", context)


def second_step_page(request, account):
    """Asks for the code, once the password was right."""
    if owed_by(request) != CODE:
        return HttpResponseRedirect(reverse("admin:index"))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if second_step.is_right(account, form.cleaned_data["code"]):
            done(request, CODE)
            request.session.cycle_key()
            return HttpResponseRedirect(reverse("admin:index"))
        note_refused_sign_in(account.username)
        form.add_error("code", WRONG)
    return _page(request, "second_step", "两步验证", form=form)


def settings_page(request, account):
    """Sets the second step up, draws new recovery codes, or switches it off."""
    if second_step.is_set_up(account):
        return _settings_of_one_set_up(request, account)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if codes := second_step.finish(account, form.cleaned_data["code"]):
            done(request, SET_UP)
            note(Kind.CHANGED, by=account, words="启用了两步验证。", record=account)
            return _page(request, "recovery_codes", "恢复码", codes=codes)
        form.add_error("code", WRONG)
    device = second_step.begin(account)
    told = {"picture": second_step.picture_of(device), "secret": _in_fours(device)}
    is_required = second_step.is_required(account, Terms.current())
    return _page(request, "second_step_set_up", "设置两步验证", form=form, is_required=is_required, **told)


def _settings_of_one_set_up(request, account):
    is_required = second_step.is_required(account, Terms.current())
    form = PasswordForm(request.POST or None, account=account)
    if form.is_valid():
        if "renew" in request.POST:
            note(Kind.CHANGED, by=account, words="重新生成了两步验证的恢复码。", record=account)
            return _page(request, "recovery_codes", "恢复码", codes=second_step.new_recovery_codes(account))
        if not is_required:
            second_step.switch_off(account)
            note(Kind.CHANGED, by=account, words="停用了两步验证。", record=account)
            messages.success(request, "两步验证已停用。")
            return HttpResponseRedirect(request.path)
        form.add_error("password", "你的角色必须两步验证，不能停用。换了手机的，请站点管理员替你停用。")
    return _page(request, "second_step_settings", "两步验证", form=form, is_required=is_required)


def _in_fours(device) -> str:
    """The secret as one types it into an app that has no camera."""
    secret = device.config_url.partition("secret=")[2].partition("&")[0]
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def sessions_page(request, account):
    """Where one is signed in, and signing out there."""
    here = request.session.session_key
    own = list(Session.objects.filter(account=account, expire_date__gt=timezone.now()).order_by("-seen_at"))
    if request.method == "POST":
        asked = request.POST.get("end", "")
        ended = [one.pk for one in own if one.pk != here and asked in ("others", _name_of(one))]
        number, _ = Session.objects.filter(pk__in=ended).delete()
        note(Kind.SIGNED_OUT, by=account, words=f"结束了自己在其他地方的 {number} 次登录。")
        messages.success(request, f"已结束 {number} 次登录。")
        return HttpResponseRedirect(request.path)
    told = [(one, browser_text(one.browser), one.pk == here, _name_of(one)) for one in own]
    is_set_up = second_step.is_set_up(account)
    return _page(request, "sessions", "登录与安全", sessions=told, is_set_up=is_set_up)


def _name_of(session: Session) -> str:
    """What a session is called on the page: its key would let whoever reads it in."""
    return salted_hmac("session", session.pk, algorithm="sha256").hexdigest()[:20]

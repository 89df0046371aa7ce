"""Of every form of the desk: whoever saves second is told what the first did, and loses nothing.

A page carries, sealed, what it showed when it was sent. When it comes back, that is compared with what the
record says now: where somebody saved in between, nothing is written, both versions stand beside each other,
and the form holds the two brought together, to be saved as it is or with theirs where that is picked.
"""

from copy import copy
from functools import partial
from http import HTTPStatus
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.options import flatten_fieldsets
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from desk.forms.files import SEVERAL, bring_back_files, forget_files, keep_files, note_files, spread_files
from desk.forms.held import Held
from desk.forms.merging import merge
from desk.forms.sitting import BASE, NAME, PICK, RESTORE, SAVED, Sitting, with_rest_of
from desk.forms.telling import Page
from desk.log.seen import was_reached
from desk.templatetags.people import person
from toolkit.constraints import sentence_of

NOT_WRITTEN = "你填写的都还在，没有写入，请核对列出的不同。"


class GuardedForms:
    """For the admin of any kind of record; one that guards its forms in another way says so."""

    guards_form = True
    kept_in_browser = True  # what is typed; not where it is private

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        form_view = super().changeform_view
        with transaction.atomic():
            request.sitting = Sitting()
            if self.guards_form and request.method == "POST":
                self._lock(object_id)
                object_id, form_url = self.before_post(request, object_id, form_url)
            elif self.guards_form:
                self.before_get(request, object_id)
            if not self.guards_form or request.method != "POST":
                return form_view(request, object_id, form_url, extra_context)
            may_save = self.may_save(request, object_id)
            save = partial(form_view, object_id=object_id, form_url=form_url, extra_context=extra_context)
            answer = self.instead_of_saving(request, object_id, save) if may_save else None
            if answer is None:
                answer = self.save(request, save)
                if answer.status_code == HTTPStatus.FOUND:
                    self.after_saving(request, object_id)
            return _noting_what_is_saved(answer, request)

    def before_get(self, request, object_id) -> None:
        """What a form shows instead of its record is put into the sitting here."""

    def may_save(self, request, object_id) -> bool:
        record = self.get_object(request, object_id) if object_id else None
        if object_id is None:
            return self.has_add_permission(request)
        return record is not None and self.has_change_permission(request, record)

    def instead_of_saving(self, request, object_id, save):
        """The answer where what was sent must not, or cannot yet, become the record; else None."""
        return None

    def save(self, request, save):
        """What a rule of the data refuses at the last moment is told as what a form refuses."""
        try:
            with transaction.atomic():
                return save(request)
        except IntegrityError as refusal:
            request.sitting.refusal = sentence_of(refusal)
            if not request.sitting.refusal:
                raise
            return save(request)

    def after_saving(self, request, object_id) -> None:
        forget_files(request.POST)

    def before_post(self, request, object_id, form_url):
        """Look at what was sent before the form does; returns the record and the address to send to next."""
        request.POST = request.POST.copy()
        self._spread(request, object_id)
        note_files(request.POST, request.FILES)
        request.sitting.base = Held.unsealed(request.POST.get(BASE, ""))
        request.sitting.name = _name(request.POST.get(NAME))
        record = self.get_object(request, object_id) if object_id else None
        if object_id and record is None:
            object_id, form_url = self._before_post_to_vanished(request, object_id, form_url)
        elif self.is_shared(request, record):
            self._compare(request, record)
        bring_back_files(request.POST, request.FILES)
        if RESTORE in request.POST:
            request.sitting.shown, request.sitting.files = request.POST, request.FILES
            request.method = "GET"
        return object_id, form_url

    def _spread(self, request, object_id):
        if any(name.startswith(SEVERAL) for name in request.FILES) and self.may_save(request, object_id):
            record = self.get_object(request, object_id) if object_id else None
            spread_files(request.POST, request.FILES, self.forms_of(request, record)[1])

    def is_shared(self, request, record) -> bool:
        """Whether somebody else may have changed it since the form was opened."""
        return record is not None and self.has_change_permission(request, record)

    def is_upon_what_was_read(self, request, record) -> bool:
        """Whether the button that was pressed is about what the page showed, even where nothing was typed."""
        return False

    def forms_of(self, request, record, *, is_sent=False):
        """The form of a record and its rows: as they are opened, or with what was sent, to be judged."""
        opened = copy(request)
        opened.sitting = Sitting()
        if not is_sent:
            opened.method = "GET"
        fields = flatten_fieldsets(self.get_fieldsets(opened, record))
        form_class = self.get_form(opened, record, change=record is not None, fields=fields)
        sent = (request.POST, request.FILES) if is_sent else ()
        form = form_class(*sent, instance=copy(record))  # judging writes into it
        formsets, _ = self._create_formsets(opened, form.instance, change=record is not None)
        return form, formsets

    def held_now(self, request, form, formsets, record) -> Held:
        """What the form holds today: what somebody who opens it now would see."""
        return Held.of_forms(form, formsets)

    def last_change(self, request, record) -> str:
        """Who changed it last and when: 张三于2026年11月26日 10:05."""
        return _by_and_when(record.pk, self.model)

    def _lock(self, object_id):
        if object_id and str(object_id).isdecimal():
            self.model._base_manager.select_for_update(of=("self",)).filter(pk=object_id).first()

    def _compare(self, request, record):
        form, formsets = self.forms_of(request, record)
        theirs = self.held_now(request, form, formsets, record)
        base = request.sitting.base = request.sitting.base or theirs
        mine = Held.of_post(_picked(request.POST, theirs), form, formsets)
        if base == theirs:
            if any(name.startswith(PICK) for name in request.POST):
                request.POST = with_rest_of(mine.as_post(), request.POST)
            return
        merged = merge(base=base, mine=mine, theirs=theirs)
        request.sitting.base = theirs
        if mine != base or self.is_upon_what_was_read(request, record):
            who = self.last_change(request, record)
            request.sitting.refusal = f"在你打开这一页以后，{who}改过这条记录。{NOT_WRITTEN}"
            request.sitting.told = Page(form, formsets).tell(merged.differences, merged.held)
        request.POST = with_rest_of(merged.held.as_post(), request.POST)

    def _before_post_to_vanished(self, request, object_id, form_url):
        """The form of a record that was deleted meanwhile becomes that of a new one."""
        if not self.has_add_permission(request):
            return object_id, form_url
        form, formsets = self.forms_of(request, None)
        mine = Held.of_post(request.POST, form, formsets)
        who = "有人"
        if was_reached(self.model, object_id, request.user):
            who = _by_and_when(object_id, self.model, action_flag=DELETION)
        request.sitting.refusal = (
            f"在你打开这一页以后，{who}删除了这条记录。你填写的都还在下面，保存会新建一条。"
        )
        request.sitting.base = Held.of_forms(form, formsets)
        request.POST = with_rest_of(mine.as_new().as_post(), request.POST)
        return None, reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form_class = super().get_form(request, obj, change=change, **kwargs)
        sitting = getattr(request, "sitting", None)
        return sitting.dress(form_class) if sitting and self.guards_form else form_class

    def get_formset_kwargs(self, request, obj, inline, prefix):
        arguments = super().get_formset_kwargs(request, obj, inline, prefix)
        sitting = getattr(request, "sitting", None)
        return sitting.show_rows(arguments) if sitting else arguments

    def _create_formsets(self, request, obj, change):
        formsets, inlines = super()._create_formsets(request, obj, change)
        if sitting := getattr(request, "sitting", None):
            sitting.leave_unjudged(formsets)
        return formsets, inlines

    def render_change_form(self, request, context, *args, **kwargs):
        if self.guards_form and hasattr(request, "sitting"):
            sitting = request.sitting
            form = context["adminform"].form
            formsets = [rows.formset for rows in context["inline_admin_formsets"]]
            if request.method == "POST":
                for one in (form, *(row for formset in formsets for row in formset.forms)):
                    keep_files(one, request.POST, by=request.user)
            if sitting.base is None:
                sitting.base = Held.of_forms(form, formsets)
            context |= {"sitting": sitting, "sitting_files": sitting.hidden_files(request)}
            context["kept_in_browser"] = self.kept_in_browser
        return super().render_change_form(request, context, *args, **kwargs)


def _noting_what_is_saved(answer, request):
    """The browser need not keep it any longer."""
    if answer.status_code == HTTPStatus.FOUND:
        is_secure = settings.SESSION_COOKIE_SECURE
        answer.set_cookie(SAVED, request.sitting.name, max_age=3600, samesite="Lax", secure=is_secure)
    return answer


def _name(said: str | None) -> str:
    try:
        return str(UUID(said))
    except (TypeError, ValueError):
        return str(uuid4())


def _picked(data: QueryDict, theirs: Held) -> QueryDict:
    """What was sent, with what the record says now in the fields for which theirs was picked."""
    names = [name.removeprefix(PICK) for name in data if name.startswith(PICK) and data[name] == "theirs"]
    if not names:
        return data
    now, picked = theirs.as_post(), data.copy()
    for name in names:
        if name in now:
            picked.setlist(name, now.getlist(name))
        else:
            picked.pop(name, None)
    return picked


def _by_and_when(object_id, model, **about) -> str:
    """张三于2026年11月26日 10:05; from the log, since every save at the desk writes it."""
    kind = ContentType.objects.get_for_model(model)
    log = LogEntry.objects.filter(content_type=kind, object_id=str(object_id), **about)
    last = log.select_related("user").order_by("action_time", "pk").last()
    if last is None:
        return "有人"
    return by_and_when(last.user, last.action_time)


def by_and_when(user, at) -> str:
    return f"{person(user) if user else '有人'}于{timezone.localtime(at):%Y年%-m月%-d日 %H:%M}"

"""Acts upon what is chosen in a list: a page says first what will be done to how many; it can be undone."""

from functools import partial

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from desk.gate.finding import note_what_is_private
from desk.models import UNDO, Step
from desk.publishing.acts import ALL, NOTHING, Act, Refused, take_all, undo, why_not
from desk.publishing.lists import with_drafts
from desk.publishing.page import ActPages, ReasonForm
from desk.scope.registry import within
from toolkit.publishing import Publishable

IN_BULK = ("submit", "return", "publish", "withdraw")
AT_ONCE = 500  # records: so many can still be looked over
NAMED = 20  # in the page, of each sort
CONFIRMED = "_confirmed"
DRAFTED = "它有没有发布的修改，请打开它，核对后发布。"


class BulkActs(ActPages):
    bulk_prefetch: tuple[str, ...] = ()  # what the hooks before publishing read of each record

    def get_actions(self, request):
        own = {f"{name}_selected": ALL[name] for name in IN_BULK if self.may_act(request, ALL[name])}
        if request.GET.get("_popup"):
            return super().get_actions(request)
        return super().get_actions(request) | {
            key: (partial(_in_bulk, act=act), key, f"{act.label}所选") for key, act in own.items()
        }

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.undo_view))
        return [path("undo/<uuid:batch>/", view, name=self._page_name("undo")), *super().get_urls()]

    def bulk_act(self, request, queryset, act: Act):
        keys = list(queryset.values_list("pk", flat=True)[: AT_ONCE + 1])
        if len(keys) > AT_ONCE:
            self.message_user(request, f"一次最多{act.label} {AT_ONCE} 条，请先缩小范围。", messages.ERROR)
            return None
        chosen = with_drafts(self.model._default_manager.filter(pk__in=keys)).prefetch_related(
            *self.bulk_prefetch
        )
        can, cannot, asks = self._sorted(act, list(chosen))
        form = ReasonForm(request.POST if CONFIRMED in request.POST else None, label_suffix="")
        said = NOTHING if act.wants != "reason" else None
        if said is None and form.is_bound and form.is_valid():
            said = form.said()
        if can and CONFIRMED in request.POST and said is not None:
            return self._do(request, act, can, said)
        told = {"can": can, "cannot": cannot, "asks": asks, "form": form if act.wants == "reason" else None}
        return self._bulk_page(request, act, told)

    def _sorted(self, act, chosen):
        """Those that it can be done with, the others with the reason, and what is asked of the first."""
        can, cannot, asks = [], [], []
        if act.publishes:
            note_what_is_private(chosen)
        for record in chosen:
            words = why_not(act, record)
            if act.publishes and not words:
                words = "".join(self.refusals_before_publishing(record))
                words = words or (DRAFTED if record.draft_sent is not None else "")
                asks += [(record, one) for one in self.asks_before_publishing(record) if not words]
            if words:
                cannot.append((record, words))
            else:
                can.append(record)
        return can, cannot, asks

    def _bulk_page(self, request, act, told):
        context = {
            **self.admin_site.each_context(request),
            "title": f"{act.label}所选的{self.opts.verbose_name}",
            "opts": self.opts,
            "act": act,
            "named": NAMED,
            "action": f"{act.name}_selected",
            "back": request.get_full_path(),
            **told,
        }
        return TemplateResponse(request, "admin/desk/bulk.html", context)

    def _do(self, request, act, can, said):
        keys = [record.pk for record in can]
        try:
            steps = take_all(act, model=self.model, keys=keys, by=request.user, at=timezone.now(), said=said)
        except Refused as refusal:
            self.message_user(request, f"一条也没有{act.label}，请先改正{refusal}", messages.ERROR)
            return None
        if steps:
            messages.success(request, self._told_with_undo(request, act, steps))
        if left := len(keys) - len(steps):
            words = f"另有 {left} 条刚才已由别人办理，没有{act.label}。"
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(request.get_full_path())

    def _told_with_undo(self, request, act, steps):
        return format_html(
            '<form method="post" action="{}">已{} {} 条。'
            '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<button class="button">撤销</button></form>',
            self._page_address("undo", steps[0].batch),
            act.label,
            len(steps),
            get_token(request),
        )

    def undo_view(self, request, batch):
        kind = ContentType.objects.get_for_model(self.model)
        steps = Step.objects.filter(batch=batch, content_type=kind).exclude(act=UNDO)
        step = steps.first()
        if step is None:
            raise Http404
        records = self.model._base_manager.filter(pk__in=steps.values("object_id"))
        if records.exclude(pk__in=within(records, request.user).values("pk")).exists():
            raise PermissionDenied
        if not self.may_act(request, ALL[step.act]):
            raise PermissionDenied
        try:
            back = self._undone(request, batch)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            messages.success(request, f"已撤销，{len(back)} 条恢复原来的状态。")
        return HttpResponseRedirect(self._page_address("changelist"))

    @transaction.atomic
    def _undone(self, request, batch):
        back = undo(batch=batch, by=request.user, at=timezone.now())
        public = [record for record in back if record.state == Publishable.State.PUBLISHED]
        note_what_is_private(public)
        for record in public:
            if record.found_private:
                raise Refused(f"没有撤销。“{record}”的{record.found_private[0].sentence}")
        return back


def _in_bulk(model_admin, request, queryset, act):
    return model_admin.bulk_act(request, queryset, act)

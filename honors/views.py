from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.generic import TemplateView

from honors.forms import RollForm, empty_roll_form
from honors.models import Award, Commendation, HonorReceived, HonorRecipient
from honors.parts import YEARS_AND_TITLES, roll_part, tally_part
from toolkit.kept.told import rows_of, told
from toolkit.pages.public import Column, ColumnView, gone, may_preview

MOST_OF_OTHERS = 50  # who bears an honour from above, beside the roll of the committee's own
_NAMED = Prefetch("recipients", HonorRecipient.objects.select_related("organization"))


class HonorListView(ColumnView):
    """The years of the honours roll with what was given and received; or those who bear what is asked for."""

    column = Column(
        "表彰荣誉", "历年表彰的集体和个人，以及上级授予的荣誉", ("共青团", "表彰", "荣誉"), "表彰荣誉"
    )
    template_name = "honors/honor_list.html"

    def get_queryset(self):
        self.told = told(YEARS_AND_TITLES, now=timezone.now())
        self.years = [row["year"] for row in rows_of(self.told["tally"])]
        self.titles = [row["name"] for row in rows_of(self.told["titles"])]
        self.form = RollForm(self.request.GET or None, years=self.years, titles=self.titles)
        self.asks = self.form.asks()
        if self.asks:
            self.of_others = _asked_for(HonorRecipient, self.form)[:MOST_OF_OTHERS]
            return _asked_for(Award, self.form)
        return self.years if not self.form.errors else []

    def get_paginate_by(self, queryset):
        return 50 if self.asks else 10

    def get_context_data(self, **kwargs):
        context = super().get_context_data(form=self.form, asks=self.asks, **kwargs)
        if self.asks:
            is_first = context["page_obj"].number == 1
            return context | {"of_others": list(self.of_others) if is_first else []}
        if not self.form.is_bound:
            context["empty_form"] = empty_roll_form(tuple(self.years), tuple(self.titles))
        context["tally"] = tally_part(self.told["tally"]) if not self.form.errors else ""
        context["roll"] = roll_part(context["object_list"])
        return context


class YearView(TemplateView):
    """The honours of one year; staff who may see them also find what is not published yet."""

    template_name = "honors/year.html"

    def get(self, request, *args, **kwargs):
        year = int(kwargs["year"])
        given = Commendation.objects.of_year(year)
        received = HonorReceived.objects.of_year(year)
        commendations = list(_visible(given, request.user).prefetch_related("titles__awards__organization"))
        honors = list(_visible(received, request.user))
        if not commendations and not honors:
            return _answer_without_honors(request, given, received)
        records = [*commendations, *honors]
        others = [one for one in honors if one.is_of_others]
        prefetch_related_objects(others, _NAMED)
        is_preview = not all(record.is_published for record in records)
        response = self.render_to_response(
            self.get_context_data(
                year=year,
                first=records[0],
                commendations=commendations,
                honors=[one for one in honors if not one.is_of_others],
                others=others,
                is_preview=is_preview,
            )
        )
        if is_preview:
            add_never_cache_headers(response)
        return response


def _asked_for(recipients, form):
    return recipients.objects.published().of_roll(**form.cleaned_data).in_order_of_roll()


def _answer_without_honors(request, given, received):
    if given.withdrawn().exists() or received.withdrawn().exists():
        return gone(request)
    raise Http404


def _visible(records, user):
    return records if may_preview(user, records.model) else records.published()

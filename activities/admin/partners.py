"""Bodies outside the League that took part: typed by name, found among those on record."""

from contextlib import suppress

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models.functions import Length

from activities.admin.typed import partner_in, partners_in
from activities.models import Partnership
from desk.forms.lines import LineRows, Offer
from organizations.models import Partner

MOST_OFFERED = 8
PARTS = dict(Partnership.Part.choices)


class PartnershipRows(LineRows):
    model = Partnership
    autocomplete_fields = ("partner",)
    example = "例如：区教育局，联合主办（一行一个，回车加上）"
    fieldsets = ((None, {"fields": (("partner", "part"),)}),)

    def offers_for(self, request, line, beside):
        name, part = partner_in(line)
        found = self._on_record.get_queryset(request).filter(name__icontains=name)
        closest = found.order_by(Length("name"), "name")[:MOST_OFFERED]
        offers = [_offer(partner, part, is_sure=partner.name == name) for partner in closest]
        is_known = any(offer.labels["partner"] == name for offer in offers)
        if not is_known and (lines := partners_in(line)):
            return [Offer("、".join(lines), note=f"{len(lines)}家，各成一行", is_sure=True, lines=lines)]
        if not is_known and self._on_record.has_add_permission(request):
            offers.append(Offer(f"登记新的合作单位“{name}”", note="名单里还没有", adds=name))
        return offers

    def enter(self, request, name):
        if not self._on_record.has_add_permission(request):
            raise PermissionDenied
        with suppress(ValidationError):  # a colleague did so meanwhile; of a bad name nothing is offered
            self._on_record.enter(request, Partner(name=name))

    def unread(self, line):
        return f"没有叫“{partner_in(line)[0]}”的合作单位，请写全称，或者先用加号登记。"

    @property
    def _on_record(self):
        return self.admin_site.get_model_admin(Partner)


def _offer(partner: Partner, part: str, is_sure: bool) -> Offer:
    values = {"partner": str(partner.pk), "part": str(part)}
    return Offer(f"{partner} {PARTS[part]}", values, labels={"partner": str(partner)}, is_sure=is_sure)

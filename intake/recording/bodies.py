"""The bodies and campaigns that a text names, as the rows that stand already, or as new ones."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from activities.models import Campaign
from desk.gate.finding import hits_in_own
from desk.gate.registry import is_public
from intake.recording.refusals import Refused
from organizations.models import Committee, Organization, Partner
from toolkit.folding import compared

_OWN_SHORT = re.compile(r"团[区县旗]委")
_OF_THE_TREE = re.compile(r"团支部|团总支|团（?工）?委$|(?<![省市区县州旗])团委")
_COMMITTEE = re.compile(r"^(?:中国)?共青团")
_SLUG = "campaign-"
_KINDS = (("团支部", Organization.Kind.BRANCH), ("团总支", Organization.Kind.GENERAL_BRANCH))


@dataclass(frozen=True)
class Body:
    """A body as the text names it: of the League's own tree or not; ``row`` is None for a new one."""

    name: str
    is_of_the_tree: bool
    row: Organization | Partner | None


class Bodies:
    """Every lookup reads each table once, however many proposals are looked at."""

    def __init__(self, committee: str | None):
        self.committee = committee  # as the document calls it

    @cached_property
    def _organizations(self) -> dict[str, Organization]:
        rows = Organization.objects.all()
        return {compared(name): one for one in rows for name in (one.short_name, one.name) if name}

    @cached_property
    def _partners(self) -> dict[str, Partner]:
        return {compared(one.name): one for one in Partner.objects.all()}

    @cached_property
    def campaigns(self) -> dict[str, Campaign]:
        return {compared(one.name): one for one in Campaign.objects.all()}

    @cached_property
    def root(self) -> Organization | None:
        rows = self._organizations.values()
        return next((one for one in rows if one.kind == Organization.Kind.COMMITTEE), None)

    @cached_property
    def _own_name(self) -> str:
        office = Committee.objects.current()
        return self.root.name if self.root else office.name if office else self.committee or ""

    @property
    def is_of_another(self) -> bool:
        """Whether the document is another committee's."""
        return bool(self.committee and self._own_name and not _is_same(self.committee, self._own_name))

    def find(self, name: str) -> Body:
        """The 团区委 of another committee's document is that committee, whatever ours is called for short."""
        if self.is_of_another and _OWN_SHORT.fullmatch(name):
            name = self.committee
        key = compared(name)
        if key in self._organizations:
            return Body(name, True, self._organizations[key])
        if self.is_own(name):
            return Body(self.root.name if self.root else self._own_name or name, True, self.root)
        if _OF_THE_TREE.search(name) and not _COMMITTEE.match(name):
            return Body(name, True, None)
        return Body(name, False, self._partners.get(key))

    def campaign(self, name: str) -> Campaign | None:
        return self.campaigns.get(compared(name)) if name else None

    def campaign_in(self, words: str) -> Campaign | None:
        """The longest of those on record that the words name."""
        found = [one for one in self.campaigns.values() if one.name in words]
        return max(found, key=lambda one: len(one.name), default=None)

    def is_own(self, name: str) -> bool:
        """Whether a name is the committee's own: 团区委, 共青团西湖区委."""
        if _OWN_SHORT.fullmatch(name):
            return not self.is_of_another
        return bool(self._own_name) and _is_same(name, self._own_name)

    def organization(self, body: Body, by) -> Organization:
        """Its row, made now if there is none."""
        if body.row is None and body.name == self._own_name:
            body = Body(body.name, True, self._own(by))
        if body.row is None:
            kind = next((kind for word, kind in _KINDS if word in body.name), "working_committee")
            row = Organization(name=body.name, kind=kind, parent=self._own(by))
            body = Body(body.name, True, self._saved(row, by, self._organizations))
        return body.row

    def _own(self, by) -> Organization:
        if self.root is None:
            row = Organization(name=self._own_name or "共青团委员会", kind=Organization.Kind.COMMITTEE)
            self.root = self._saved(row, by, self._organizations)
        return self.root

    def partner(self, body: Body, by) -> Partner:
        return body.row or self._saved(Partner(name=body.name), by, self._partners)

    def new_campaign(self, name: str, by) -> Campaign:
        """One that the site does not show until somebody has looked after it."""
        taken = set(Campaign.objects.filter(slug__startswith=_SLUG).values_list("slug", flat=True))
        slug = next(slug for n in count(1) if (slug := f"{_SLUG}{n}") not in taken)
        return self._saved(Campaign(name=name, slug=slug), by, self.campaigns)

    def _saved(self, row, by, known):
        row.created_by = row.updated_by = by
        if is_public(row) and (found := hits_in_own(row)):
            raise Refused(found[0].sentence)
        try:
            row.full_clean()
            with transaction.atomic():
                row.save()
        except ValidationError as refusal:
            raise Refused(f"“{row.name[:30]}”不能登记：{''.join(refusal.messages)}") from refusal
        except IntegrityError as refusal:
            raise Refused(f"“{row.name}”刚刚有人登记，请再试一次。") from refusal
        known[compared(row.name)] = row
        return row


def _is_same(one: str, other: str) -> bool:
    """共青团西湖区委 and 共青团南昌市西湖区委员会 are one."""
    short, long = sorted((_short(one), _short(other)), key=len)
    return len(short) > 2 and long.endswith(short)


def _short(name: str) -> str:
    return _COMMITTEE.sub("", compared(name)).replace("委员会", "委")

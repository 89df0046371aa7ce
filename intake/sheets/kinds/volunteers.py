"""Volunteers, and the service they gave."""

from django.utils import timezone

from activities.models import Activity
from desk.scope.registry import within
from intake.sheets.kinds.kind import Kind
from intake.sheets.values import Unfit
from organizations.models import Organization
from toolkit import names
from volunteers.models import ServiceRecord, Volunteer


class Volunteers(Kind):
    model = Volunteer
    key_fields = frozenset({"name", "organization", "id_number"})
    hints = ("手机号、身份证号请把整列设为“文本”格式再填，不然后几位会丢失。",)

    def key_of(self, made):
        """With a number by that; else two of one name and organization are two by their telephones."""
        one = made.record
        return one.id_number or (one.name, one.organization_id, one.phone)

    def known(self, made):
        of = {one.key: one.record for one in made}
        there = Volunteer.objects.filter(name__in={one.name for one in of.values()})
        by_number = {one.id_number for one in Volunteer.objects.filter(id_number__in=of) if one.id_number}
        found = set()
        for key, record in of.items():
            named = [one for one in there if (one.name, one.organization_id) == _named(record)]
            if key in by_number or any(_is_same(one, record) for one in named):
                found.add(key)
        return found


def _named(volunteer: Volunteer):
    return volunteer.name, volunteer.organization_id


def _is_same(one: Volunteer, other: Volunteer) -> bool:
    """Nothing that both tell differs."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("id_number", "phone", "birth_on"))
    return all(not (here and there) or here == there for here, there in pairs)


class Services(Kind):
    model = ServiceRecord
    key_fields = frozenset({"volunteer", "served_on", "hours", "activity", "team"})
    hints = ("志愿者、活动、队伍要先登记；有同名志愿者的，写上团组织或身份证号。",)

    def __init__(self, user):
        super().__init__(user)
        self._persons: dict[str, list[Volunteer]] = {}
        self._titled: dict[str, list[Activity]] = {}

    def value_of(self, column, row, words):
        if column.name == "volunteer":
            return self._volunteer(row, words)
        if column.name == "activity":
            return self._activity(words)
        return super().value_of(column, row, words)

    def complete(self, made, row):
        """Whoever takes it in certifies it; an activity belongs to its day."""
        made.record.recorded_by = self.user
        if made.record.served_on and made.record.served_on > timezone.localdate():
            row.say("served_on", "服务日期还没有到，请核对。")

    def _volunteer(self, row, words) -> Volunteer:
        name = names.person(words)
        if name not in self._persons:
            there = within(Volunteer.objects.filter(name=name), self.user)
            self._persons[name] = list(there.select_related("organization"))
        found = self._persons[name]
        if (number := row.words.get("id_number")) and "id_number" in self.columns:
            found = [one for one in found if one.id_number == names.number(number)]
        if organization := row.words.get("organization"):
            body = self.look.find(Organization, organization)
            found = [one for one in found if one.organization_id == body.pk]
        if len(found) == 1:
            return found[0]
        if found:
            raise Unfit(f"有{len(found)}名志愿者叫“{name}”，请写上团组织或身份证号，分清是哪一名。")
        raise Unfit(f"没有登记过志愿者“{name}”，请核对姓名和团组织，或者先导入志愿者。")

    def _activity(self, words) -> Activity:
        title = names.title(words)
        if title not in self._titled:
            self._titled[title] = list(within(Activity.objects.filter(title=title), self.user)[:3])
        found = self._titled[title]
        if len(found) == 1:
            return found[0]
        if found:
            raise Unfit(f"有不止一个活动叫“{title}”，请在记录的表单里选择。")
        raise Unfit(f"没有标题是“{title}”的活动，请核对，或者先登记这个活动。")

    def key_of(self, made):
        one = made.record
        return one.volunteer_id, one.served_on, one.hours, one.activity_id, one.team_id

    def known(self, made):
        keys = {one.key for one in made}
        there = ServiceRecord.objects.filter(
            volunteer__in={key[0] for key in keys}, served_on__in={key[1] for key in keys}
        )
        return keys & set(there.values_list("volunteer_id", "served_on", "hours", "activity_id", "team_id"))

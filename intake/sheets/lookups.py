"""The records that a table names, within the reach of whoever takes it in; else the likely one."""

from collections import defaultdict
from difflib import get_close_matches
from functools import cached_property

from django.db.models import Model, QuerySet

from desk.scope.registry import within
from desk.sheets.columns import AND
from intake.recording.bodies import Bodies
from intake.sheets.values import Unfit
from organizations.models import Organization
from toolkit.folding import compared


class Lookups:
    """Reads each table once, however many rows name its records."""

    def __init__(self, user):
        self.user = user
        self._known: dict[type[Model], dict[str, list[Model]]] = {}
        self._said: dict[tuple[type[Model], str], str] = {}

    def all_of(self, model: type[Model]) -> QuerySet:
        return within(model._default_manager.all(), self.user)

    def find(self, model: type[Model], words: str) -> Model:
        """The one of that name. Raises Unfit."""
        found = self._of(model).get(compared(words), [])
        if not found and model is Organization and (own := self._own(words)):
            return own
        if len(found) == 1:
            return found[0]
        if found:
            raise Unfit(f"有{len(found)}个“{words}”，分不清是哪一个，请写全称。")
        raise Unfit(self._unknown(model, words))

    def find_all(self, model: type[Model], words: str) -> list[Model]:
        """Several, with 、 between; a name that has it in itself is one."""
        if compared(words) in self._of(model):
            return [self.find(model, words)]
        parts = [part.strip() for part in words.replace("；", AND).replace("\n", AND).split(AND)]
        return list(dict.fromkeys(self.find(model, part) for part in parts if part))

    def has(self, model: type[Model], words: str) -> bool:
        """Whether there is one of that name, or called so for short."""
        return compared(words) in self._of(model)

    def add(self, record: Model) -> None:
        """One that was just made, for the rows behind it."""
        if type(record) in self._known:
            for name in _names(record):
                self._known[type(record)][name].append(record)

    def _of(self, model: type[Model]) -> dict[str, list[Model]]:
        if model not in self._known:
            known = self._known[model] = defaultdict(list)
            for record in self.all_of(model):
                for name in _names(record):
                    known[name].append(record)
        return self._known[model]

    def _unknown(self, model: type[Model], words: str) -> str:
        if (model, words) not in self._said:
            kind, near = model._meta.verbose_name, self._likely(model, words)
            advice = f"是不是“{near}”？" if near else "请核对名称，或者先登记。"
            self._said[model, words] = f"没有“{words}”这个{kind}，{advice}"
        return self._said[model, words]

    def _likely(self, model: type[Model], words: str) -> str:
        known = self._of(model)
        near = get_close_matches(compared(words), known, n=1, cutoff=0.6)
        return next((record.name for name in near for record in known[name]), "")

    def _own(self, words: str) -> Organization | None:
        """团区委 and 共青团西湖区委 are the committee itself."""
        root = self._bodies.root
        is_seen = root is not None and root in self._of(Organization).get(compared(root.name), [])
        return root if is_seen and self._bodies.is_own(words) else None

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(None)


def _names(record: Model) -> set[str]:
    names = (getattr(record, "short_name", ""), getattr(record, "name", ""))
    return {compared(name) for name in names if name}

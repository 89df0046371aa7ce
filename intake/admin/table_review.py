"""What the page of a table tells: what became of each row, what is wrong in it, which column is which."""

from collections.abc import Sequence
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Count
from django.urls import NoReverseMatch, reverse

from intake.models import SheetImport, SheetRow
from intake.sheets.files import FAULTS
from intake.sheets.kinds import kind_of
from intake.sheets.matching import FIGURE, missing_of

State = SheetRow.State
NOTED = "noted"
_ON_A_PAGE = 50


class TableReview:
    def __init__(self, table: SheetImport, request):
        self.table = table
        self.kind = kind_of(table.model)(request.user)
        self._asked = request.GET.get("show", "")
        self._page_asked = request.GET.get("page")
        self._is_own = table.created_by_id == request.user.pk

    @cached_property
    def counts(self) -> dict[str, int]:
        found = self.table.rows.order_by().values_list("state").annotate(Count("pk"))
        return dict(found)

    @cached_property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def good(self) -> int:
        return self.counts.get(State.GOOD, 0)

    @property
    def faulty(self) -> int:
        return self.counts.get(State.FAULTY, 0)

    @property
    def saved(self) -> int:
        return self.counts.get(State.SAVED, 0)

    @property
    def kind_name(self) -> str:
        return self.table.model._meta.verbose_name

    @cached_property
    def missing(self) -> list[str]:
        """Columns that have to be there and were not recognised."""
        return missing_of(self.table.chosen, list(self.kind.columns.values()))

    @property
    def unmatched(self) -> list[str]:
        pairs = zip(self.table.headings, self.table.chosen, strict=True)
        return [heading for heading, name in pairs if heading and not name and heading != FAULTS]

    @cached_property
    def shown(self) -> str:
        """Which rows are listed: those asked for, else the faulty ones, those to be looked at, or all."""
        if self._asked in (*State.values, NOTED, "all"):
            return self._asked
        if self.faulty:
            return State.FAULTY
        return NOTED if any(name == NOTED for name, _, _ in self.sorts) else "all"

    @cached_property
    def sorts(self) -> list[tuple[str, str, int]]:
        """Name, words and number of each sort of rows that there are."""
        found = [(state.value, state.label, self.counts[state]) for state in State if state in self.counts]
        noted = self._noted.count() if self.good else 0
        return [*found[:1], (NOTED, "其中要留意", noted), *found[1:]] if noted else found

    @property
    def _noted(self):
        """Good rows of which something is said all the same."""
        return self.table.rows.filter(state=State.GOOD).exclude(said=[])

    @property
    def told(self) -> str:
        """可以导入 197 行，有问题 3 行"""
        return "，".join(f"{words} {count} 行" for state, words, count in self.sorts if state != State.SAVED)

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        return [*self.sorts, ("all", "全部", self.total)] if len(self.sorts) > 1 else []

    @cached_property
    def page(self):
        rows = self._noted if self.shown == NOTED else self.table.rows.all()
        if self.shown not in (NOTED, "all"):
            rows = rows.filter(state=self.shown)
        return Paginator(rows.order_by("number"), _ON_A_PAGE).get_page(self._page_asked)

    @cached_property
    def places(self) -> list[int]:
        """The columns that are shown: those taken in, which the reader may see."""
        return [
            place
            for place, name in enumerate(self.table.chosen)
            if name in self.kind.columns or name == FIGURE
        ]

    @property
    def readable(self) -> Sequence[int]:
        """The columns of which the reader may see what they say: of one's own file all."""
        return range(len(self.table.headings)) if self._is_own else self.places

    @property
    def headings(self) -> list[str]:
        return [self.table.headings[place] for place in self.places]

    @property
    def rows(self):
        """Each row with its cells, and the address of what became of it."""
        for row in self.page.object_list:
            row.shown_cells = [row.cells[place] for place in self.places] if row.cells else []
            row.address = self._address(row)
            yield row

    def _address(self, row: SheetRow) -> str:
        opts = self.table.model._meta
        try:
            name = f"admin:{opts.app_label}_{opts.model_name}_change"
            return reverse(name, args=[row.record_key]) if row.record_key else ""
        except NoReverseMatch:
            return ""

    @property
    def list_address(self) -> str:
        opts = self.table.model._meta
        try:
            return reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        except NoReverseMatch:
            return ""

    @cached_property
    def twin(self) -> SheetImport | None:
        """The same file, taken in before."""
        same = SheetImport.objects.filter(sha256=self.table.sha256, kind=self.table.kind)
        return same.filter(state=SheetImport.State.SAVED).exclude(pk=self.table.pk).first()

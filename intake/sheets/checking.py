"""The rows of a table as they would be saved: each good, there already, or with what is wrong in it."""

from collections.abc import Iterable, Iterator

from intake.models import SheetImport, SheetRow
from intake.sheets.inserting import tried
from intake.sheets.judging import Judged
from intake.sheets.kinds import kind_of
from intake.sheets.kinds.kind import Kind
from intake.sheets.matching import FIGURE, missing_of
from intake.sheets.values import Row

State = SheetRow.State
MOST_REMARKED = 1000  # rows: so many may be looked over by somebody
AT_ONCE = 200  # rows, between two words on how far it is
THERE = "已经登记过，不再导入。"


class Looking:
    """Looks at the rows of one table, one stretch after the other; remembers what it met."""

    def __init__(self, table: SheetImport, kind: Kind):
        self.table, self.kind = table, kind
        self._seen: dict = {}  # what a row would be known by, and the row

    def at(self, rows: Iterable[SheetRow]) -> list[Judged]:
        """Write into the rows what comes of each; those that may be saved, with their records."""
        judged = [self._made(row) for row in rows]
        keyed = [one.made for one in judged if one.made.key is not None]
        known = self.kind.known(keyed) if keyed else set()
        for one in judged:
            self._judge(one, known)
        return [one for one in judged if one.row.state == State.GOOD]

    def _made(self, row: SheetRow) -> Judged:
        told = self.read(row)
        return Judged(row, told, self.kind.make(told))

    def read(self, row: SheetRow) -> Row:
        """The words of a row by column."""
        told = Row(row.number, {})
        for place, name in enumerate(self.table.chosen):
            words = row.cells[place]
            if name == FIGURE and words:
                told.figures.append((self.table.headings[place], words))
            elif name and name != FIGURE:
                told.words[name] = words
            if name and str(place) in row.broken:
                told.broken["figures" if name == FIGURE else name] = row.broken[str(place)]
        return told

    def _judge(self, one: Judged, known: set) -> None:
        key, number = one.made.key, one.row.number
        if key is not None and key in known:
            one.skip(THERE)
        elif key is not None and self._seen.get(key, number) != number:
            one.skip(f"与第{self._seen[key]}行是同一条，不再导入。")
        else:
            one.judge(self.kind)
            if one.row.state == State.GOOD:
                self._seen[key] = number


def checked(table: SheetImport, *, by) -> Iterator[str]:
    """Look at all rows anew, telling how far it is. Nothing is saved but what is said of them."""
    kind = kind_of(table.model)(by)
    rows = table.rows.order_by("number")
    if missing_of(table.chosen, list(kind.columns.values())):
        rows.update(state=State.FAULTY, said=[])
        return
    count, done, looking = rows.count(), 0, Looking(table, kind)
    for some in stretches(list(rows), AT_ONCE):
        good = looking.at(some)
        tried(kind, [one for one in good if not one.told.waits_for], by)
        if count <= MOST_REMARKED:
            _remark(kind, good)
        SheetRow.objects.bulk_update(some, ["state", "said"])
        done += len(some)
        yield f"已核对{done:,}行，共{count:,}行"


def _remark(kind: Kind, good: list[Judged]) -> None:
    for one in good:
        if one.row.state == State.GOOD:
            one.row.said = [*one.row.said, *kind.remarks(one.made)]


def stretches(rows: list, length: int) -> Iterator[list]:
    for start in range(0, len(rows), length):
        yield rows[start : start + length]

"""A row with the record that it would be, and what is said of it."""

from dataclasses import dataclass

from intake.models import SheetRow
from intake.sheets.kinds.kind import Kind, Made
from intake.sheets.values import Row

CONFLICT = "与已经登记的别的记录冲突，请核对。"


@dataclass
class Judged:
    row: SheetRow
    told: Row
    made: Made

    def judge(self, kind: Kind) -> None:
        """Good, or with what is wrong in it."""
        self.row.state = SheetRow.State.FAULTY if self.told.faults else SheetRow.State.GOOD
        self.row.said = self._sentences(kind) or self.told.notes

    def refuse(self, kind: Kind) -> None:
        """The database did not take it: by which rule."""
        kind.hold_rules(self.made, self.told)
        self.row.state, self.row.said = SheetRow.State.FAULTY, self._sentences(kind) or [CONFLICT]

    def skip(self, why: str) -> None:
        self.row.state, self.row.said = SheetRow.State.KNOWN, [why]

    def _sentences(self, kind: Kind) -> list[str]:
        return [
            f"{heading}：{sentence}" if (heading := kind.heading_of(name)) else sentence
            for name, sentences in self.told.faults.items()
            for sentence in sentences
        ]

"""What the lists of the desk are narrowed by, beside Django's own filters; all of them may be combined.

- ``Days.over("served_on")``: records of a period or of typed days; ``Days.held()`` of what is held on days.
- ``Related.by("organizers")``: those of one related record, or of those whose names have what was typed.
- ``EnteredBy``: those that somebody entered.
- ``Missing.any_of(photos="照片")``: those that lack rows, or words, of a name.

None of them asks the database more among more records, and each is one condition of the list.
"""

from desk.filtering.accounts import EnteredBy
from desk.filtering.days import Days
from desk.filtering.missing import Missing
from desk.filtering.related import Related

__all__ = ["Days", "EnteredBy", "Missing", "Related"]

"""What was read, as the values of the records that it may become: plain data, without the database."""

from intake.entering.rows import ACTIVITY, COMMENDATION, HONOR, PLAN_ITEM, Row, rows_of

__all__ = ["ACTIVITY", "COMMENDATION", "HONOR", "PLAN_ITEM", "Row", "rows_of"]

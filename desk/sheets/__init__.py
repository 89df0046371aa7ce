"""Lists as tables: the columns of each kind of record, declared once, and the export of a list."""

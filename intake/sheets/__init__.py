"""Tables in and out: workbooks and CSV files as rows, rows as records, records as workbooks."""

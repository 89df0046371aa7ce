"""Reading the Word file itself, which knows nothing of reports in the database."""

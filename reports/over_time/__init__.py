"""The totals of every half-year and year, from the records as they are now; each leads to those records."""

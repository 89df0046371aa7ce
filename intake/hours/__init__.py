"""Hours of many volunteers at once: as a sheet of an activity or a team, and as platforms export them."""

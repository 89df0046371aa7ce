"""How a report is started, and what staff decide about its open draft."""

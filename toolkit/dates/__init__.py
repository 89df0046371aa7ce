"""When something took place, and the stretches of the calendar it stands in."""

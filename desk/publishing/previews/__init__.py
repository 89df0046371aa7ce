"""A page before anybody can see it: as whoever writes it sees it, and whoever was sent a link."""

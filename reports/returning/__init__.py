"""The Word file comes back: what somebody changed in it, for staff to take over piece by piece."""

"""What was found out while one page was made, remembered for the others until something public changes."""


class UntilChanged:
    """The findings of one moment: those of an earlier one are dropped, so they stay few."""

    def __init__(self):
        self._moment_and_findings = ("", {})

    def at(self, moment: str) -> dict:
        known, findings = self._moment_and_findings
        if known != moment:
            findings = {}
            self._moment_and_findings = (moment, findings)  # at once: other threads ask too
        return findings


def remembered(request) -> dict:
    """The findings that hold for the page asked for; none yet where nobody noted its moment."""
    return getattr(request, "remembered", {})

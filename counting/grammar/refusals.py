"""Why a wording is not read: one Chinese sentence, for whoever typed it."""

_LONGEST = 24
MASK = "■"  # stands in a wording for what is no count


class Refused(ValueError):
    """A wording that states no count, or none that can be read; its text is the sentence to show."""


class NumberUnknown(Refused):
    """A wording that says roughly how many: 数百名. The number has to be given beside it."""


def shown(text: str) -> str:
    """A wording in quotation marks, a long one cut."""
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"

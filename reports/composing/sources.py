"""A record as the source of a figure: what it is, which one, what it is called, where it stands."""

from branches.census.levels import CensusLevel
from branches.models import CensusRound
from reports.document import Source

CENSUS = CensusRound._meta.model_name


def source_of(record, text: str = "", figure_id: int | None = None) -> Source:
    """The source that names ``record``; ``text`` is what it contributes, in its own wording."""
    find_address = getattr(record, "get_absolute_url", None)
    return Source(
        type=record._meta.model_name,
        id=record.pk,
        label=str(record),
        url=find_address() if find_address else "",
        text=text,
        figure_id=figure_id,
    )


def source_of_stock(stock) -> Source:
    """The source that a stock rests on: its activity, or the round of the census that came to it."""
    if isinstance(stock, CensusLevel):
        return Source(type=CENSUS, id=stock.round, label=stock.label, url="", text=stock.text)
    return source_of(stock.activity, stock.text, stock.pk)

"""A record as the source of a figure: what it is, which one, what it is called, where it stands."""

from reports.document import Source


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

"""What needs doing today: the lines of the desk's first page, each leading to a list of as many records.

An app says its own in ``<app>/today.py``, which is read by itself:

    register(
        Line(
            name="without-photos",  # of the line in the address of its list: ?todo=without-photos
            model=Activity,
            title="没有照片的活动",
            group=Group.LACKING,
            of=lambda activities, asked: activities.filter(photos=None, starts_on__lte=asked.today),
            told=lambda activity: activity.when_text,
        )
    )

``of`` is given the records that the reader may see (those of the model's desk page) and narrows them: both
the number on the first page and the list behind it are made by it, so that they agree. Whoever may not change
such records is not told; where another right is meant, ``may`` says so. The list offers it as a filter.

What is no list of records (a column that has gone stale) is a ``Told`` that ``register_told`` is given a
function for: it takes what was asked and answers with one, or None.
"""

from desk.today.lines import Asked, Entry, Group, Line, Told, register, register_told

__all__ = ["Asked", "Entry", "Group", "Line", "Told", "register", "register_told"]

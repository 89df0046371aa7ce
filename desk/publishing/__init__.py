"""Records with a public page on the desk: their state in lists and forms, and the acts that change it.

What others build on:

- ``PublishableAdmin``: the admin of such a record; ``PUBLISHING``, its group of fields.
- its ``asks_before_publishing(record) -> list[str]``: what to ask before the record is published, each a
  phrase; the page says them and offers 仍然发布.
- its ``refusals_before_publishing(record) -> list[str]``: what stands against that, each a sentence; with one
  of them nobody publishes.
- its ``bulk_prefetch``: what these two read of other tables, fetched at once where many are published.
- its ``may_act(request, act, record=None) -> bool``: the right to an act.
- its ``take_act(request, act, record, was_seen=None, said=NOTHING)``: where a form or a page does the act
  with one record, after what was typed is saved, in the same transaction.
- ``desk.publishing.acts``: the acts themselves, for whoever has no form (``take``, ``take_all``, ``undo``),
  and what a page carries to know again the record it was opened for (``seen``, ``meanwhile``).
- A form posts its act as ``_act`` (submit, return, publish, schedule, withdraw) with what it was offered for
  as ``_state``, which is opaque: ``seen(record)``.
"""

from desk.publishing.admin import PUBLISHING, PublishableAdmin

__all__ = ["PUBLISHING", "PublishableAdmin"]

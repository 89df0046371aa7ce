"""Taking over what staff chose of a file that came back: words as overrides, numbers by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from reports.document import Document
from reports.editing.draft import Draft, Gone
from reports.exporters.cleaning import clean
from reports.models import Commitment, Placement, PlanItem, Report, ReportSection, WrittenItem
from reports.returning.comparing import Aside, Changed, Proposal
from reports.returning.present import Present

HONOURS = "{上级荣誉}"
_OF_RECORDS = "这一部分由上期的计划和落实情况写成，不能在总结里改写；请在任务里更正。"
_TOGETHER = "这一段由几条写成，不能整段改写；请分别改各条，或者把这一部分改成“逐条编号”。"
_PRINTED_TOGETHER = ("items-", "campaign-")
_TERMS = "责任、期限和目标在任务里填写，文件里改过它们；请在计划里更正。"
_HONOURS = "开头语里的上级荣誉由记录写成，文件里改过它；请更正荣誉的记录，或者在编辑页改开头语。"
_EMPTY = "内容全部删去了，只留下标题；不想写入这一条时，请在编辑页移出总结。"
FRAME_FIELDS = {"标题": "title", "落款": "signature"}  # what of the report prints around its items
_NOT_REMOVED = "文件里没有了这一处；确实不要时，请在编辑页或计划里删去。"


@dataclass(frozen=True)
class Wish:
    """What a proposal would have the draft keep; ``refusal`` is a sentence where it cannot."""

    proposal: Proposal
    title: str
    text: str
    refusal: str = ""
    is_empty: bool = False  # it keeps what there is: only a number differs, and that stays the record's


def wish_of(
    proposal: Proposal, present: Present | None, document: Document, as_typed: Iterable[int] = ()
) -> Wish:
    """The file's words over the present ones; the figures of ``as_typed`` as they are typed in the file."""
    kind = _KINDS.get(proposal.key.partition("-")[0])
    if kind is None or present is None:
        is_together = proposal.key.startswith(_PRINTED_TOGETHER)
        return Wish(proposal, "", "", _TOGETHER if is_together else _OF_RECORDS)
    title, text = present.title, present.text
    if proposal.title and proposal.title.said.text:
        title = proposal.title.said.text
    if proposal.text:
        text = _wording(proposal, present, document, as_typed)
    refusal = _refusal(proposal, kind, title, text, document)
    is_empty = not proposal.is_gone and (title, text) == (present.title, present.text)
    return Wish(proposal, title, text, refusal, is_empty)


def take(draft: Draft, wish: Wish) -> None:
    kind = _KINDS[wish.proposal.key.partition("-")[0]]
    (kind.remove if wish.proposal.is_gone else kind.write)(draft, wish)


def refusal_of_frame(changed: Changed) -> str:
    """Why words around the items cannot be taken over from here; empty where they can."""
    name = FRAME_FIELDS.get(changed.slot.place)
    if name is None:
        return "在“标题、时段、落款”里改。"
    return _too_long(changed.said.text, _field(Report, name))


def frame(draft: Draft, changed: Changed) -> None:
    """The title or the signature, as the file has it."""
    name = FRAME_FIELDS[changed.slot.place]
    setattr(draft.report, name, changed.said.text)
    draft.report.save(update_fields=[name])


def add(draft: Draft, aside: Aside) -> None:
    """A new item in own words, of what the file has and the draft has not."""
    title, text = aside.as_item
    draft.write(aside.part, title=title, text=text)


def _wording(proposal: Proposal, present: Present, document: Document, as_typed: Iterable[int]) -> str:
    words = _with_names(proposal.text, present, as_typed)
    if proposal.key == "opening" and (honours := _honours(document)):
        words = words.replace(honours, HONOURS, 1)
    return words.removesuffix(_terms(proposal.text)) if proposal.text.slot.lead else words


def _with_names(changed: Changed, present: Present, as_typed: Iterable[int]) -> str:
    """The file's words, each figure in them by its name, or as its record has it."""
    numbers = zip_longest(changed.numbers.figures, present.names[: len(changed.numbers.figures)])
    called = {
        (number.start, number.end): f"{{{name}}}" if name else number.now
        for at, (number, name) in enumerate(numbers)
        if number.said and at not in as_typed
    }
    for typed in changed.numbers.new:
        if name := present.name_of(typed.text):
            called[typed.start, typed.end] = f"{{{name}}}"
    words, at = "", 0
    for (start, end), number in sorted(called.items()):
        words += changed.said.text[at:start] + number
        at = end
    return words + changed.said.text[at:]


def _refusal(proposal: Proposal, kind: "_Kind", title: str, text: str, document: Document) -> str:
    changed = proposal.text
    if proposal.is_gone:
        return "" if kind.remove else _NOT_REMOVED
    if not changed and not proposal.title.said.text:
        return "文件里的标题是空的，总结里的标题保留不动。"
    if not text and kind.needs_text:
        return _EMPTY
    if proposal.key == "opening" and _honours(document) and HONOURS not in text:
        return _HONOURS
    if changed and changed.slot.lead and not changed.said.text.endswith(_terms(changed)):
        return _TERMS
    return _too_long(title, kind.title) or _too_long(text, kind.text)


def _too_long(words: str, field) -> str:
    if not field or len(words) <= field.max_length:
        return ""
    return f"“{field.verbose_name}”最多 {field.max_length} 个字，照文件写有 {len(words)} 个。"


def _honours(document: Document) -> str:
    return clean("、".join(source.text for source in document.opening_sources))


def _terms(text: Changed) -> str:
    """What stands behind the words of a commitment: （责任：…；目标：40个）."""
    return text.slot.text.removeprefix(text.slot.lead)


# How each kind of text is written


@dataclass(frozen=True)
class _Kind:
    title: object  # the model's field, which limits it
    text: object
    write: Callable[[Draft, Wish], None]
    remove: Callable[[Draft, Wish], None] | None = None
    needs_text: bool = False


def _open_with(draft: Draft, wish: Wish) -> None:
    draft.open_with(wish.text)


def _head(draft: Draft, wish: Wish) -> None:
    draft.tell(wish.proposal.key.partition("-")[2], heading=wish.title)


def _lead(draft: Draft, wish: Wish) -> None:
    draft.tell(wish.proposal.key.partition("-")[2], lead=wish.text)


def _reword(draft: Draft, wish: Wish) -> None:
    draft.reword(wish.proposal.key, title=wish.title, text=wish.text)


def _rewrite(draft: Draft, wish: Wish) -> None:
    draft.rewrite(wish.proposal.key, title=wish.title, text=wish.text)


def _plan(draft: Draft, wish: Wish) -> None:
    item = _row(draft.report.plan_items, wish)
    item.heading, item.text = wish.title, wish.text
    item.save(update_fields=["heading", "text"])


def _promise(draft: Draft, wish: Wish) -> None:
    commitment = _row(Commitment.objects.filter(plan_item__report=draft.report), wish)
    commitment.text = wish.text
    commitment.save(update_fields=["text"])


def _row(rows, wish: Wish):
    row = rows.filter(pk=wish.proposal.key.rpartition("-")[2]).first()
    if row is None:
        raise Gone(f"“{wish.proposal.place}”已经不在计划里了。")
    return row


def _field(model, name: str):
    return model._meta.get_field(name)


def _remove(draft: Draft, wish: Wish) -> None:
    draft.leave_out(wish.proposal.key)


def _delete(draft: Draft, wish: Wish) -> None:
    draft.delete(wish.proposal.key)


_OF_A_RECORD = _Kind(_field(Placement, "title"), _field(Placement, "text"), _reword, _remove, needs_text=True)
_KINDS = {
    "opening": _Kind(None, _field(Report, "opening"), _open_with),
    "heading": _Kind(_field(ReportSection, "heading"), None, _head),
    "lead": _Kind(None, _field(ReportSection, "lead"), _lead, needs_text=True),
    "activity": _OF_A_RECORD,
    "commendation": _OF_A_RECORD,
    "written": _Kind(_field(WrittenItem, "title"), _field(WrittenItem, "text"), _rewrite, _delete),
    "planitem": _Kind(_field(PlanItem, "heading"), _field(PlanItem, "text"), _plan),
    "commitment": _Kind(None, _field(Commitment, "text"), _promise, needs_text=True),
}

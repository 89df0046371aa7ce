"""Why a proposal cannot be entered yet, each sentence beside the field that it is about."""

from datetime import date

from django.core.exceptions import ValidationError


class Refused(Exception):
    """``fields`` are sentences by field; ``rows`` those of the rows of a list, by its name and place."""

    def __init__(self, sentence: str = "", fields=None, rows=None):
        self.fields: dict[str, list[str]] = fields or {}
        self.rows: dict[str, dict[int, dict[str, list[str]]]] = rows or {}
        super().__init__(sentence or "".join(self._sentences()))

    def _sentences(self):
        for sentences in self.fields.values():
            yield from sentences
        for rows in self.rows.values():
            for number, fields in sorted(rows.items()):
                for sentences in fields.values():
                    yield f"第{number + 1}行：{''.join(sentences)}"


class Checks:
    """Gathers what the rules of the records say, so that all of it is told at once."""

    def __init__(self):
        self.fields, self.rows = {}, {}

    def say(self, field: str, sentence: str) -> None:
        self.fields.setdefault(field, []).append(sentence)

    def say_of_row(self, rows: str, number: int, field: str, sentence: str) -> None:
        self.rows.setdefault(rows, {}).setdefault(number, {}).setdefault(field, []).append(sentence)

    def clean(self, record, exclude=()) -> None:
        for field, sentences in _said_of(record, exclude).items():
            self.fields.setdefault(field, []).extend(sentences)

    def clean_row(self, rows: str, number: int, record, exclude=()) -> None:
        for field, sentences in _said_of(record, exclude).items():
            self.rows.setdefault(rows, {}).setdefault(number, {}).setdefault(field, []).extend(sentences)

    def end(self) -> None:
        if self.fields or self.rows:
            raise Refused(fields=self.fields, rows=self.rows)


def _said_of(record, exclude) -> dict[str, list[str]]:
    try:
        record.full_clean(exclude=exclude)
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def require(by, *permissions: str) -> None:
    """Refuse whoever may not make, or take away, such a record in the desk either."""
    if not by.has_perms(permissions):
        raise Refused("你没有添加、删除这类记录的权限，请联系管理员。")

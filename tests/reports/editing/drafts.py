"""How the tests of editing name a record and read a draft."""

from reports.composing.compose import compose


def key(record) -> str:
    return f"{record._meta.model_name}-{record.pk}"


def titles(report) -> list[list[str]]:
    report.refresh_from_db()
    return [[item.title for item in section.items] for section in compose(report).sections]

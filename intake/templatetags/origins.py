from django import template

register = template.Library()


@register.simple_tag
def origins(record) -> list:
    """Where a record was read from: its proposals, each with its document, without the text of that."""
    if not hasattr(record, "proposals"):
        return []
    rows = record.proposals.select_related("document")
    return list(rows.defer("values", "document__text", "document__reading"))

"""The report as JSON text, for other programs (format: reports/snapshot.py)."""

import json

from reports.document import Document
from reports.document.snapshot import to_json


def render(document: Document) -> str:
    return json.dumps(to_json(document), ensure_ascii=False, indent=2) + "\n"

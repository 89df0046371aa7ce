import json
import re

from django.core.management.base import BaseCommand

import counting
from activities.models import Figure


class Command(BaseCommand):
    help = "说明系统怎样读数字写法，例如“300余名”“3200名团员青年”“2金3铜”。"
    requires_system_checks = ()

    def create_parser(self, *args, **kwargs):
        parser = super().create_parser(*args, **kwargs)
        # argparse would take -1人 for an option.
        parser._negative_number_matcher = re.compile(r"^-+[^-a-zA-Z]")
        return parser

    def add_arguments(self, parser):
        parser.add_argument("texts", nargs="+", metavar="数字写法", help="要读的数字写法，一个或几个")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args, texts, **options):
        if options["json"]:
            self.stdout.write(json.dumps([_read(text) for text in texts], ensure_ascii=False, indent=1))
            return
        for text in texts:
            self.stdout.write("\n".join(_lines(text)))


def _read(text: str) -> list[dict] | dict:
    try:
        return [_as_json(reading) for reading in counting.read_all(text)]
    except counting.Refused as refusal:
        return {"text": text, "refused": str(refusal)}


def _as_json(reading) -> dict:
    count = reading.count
    found = {
        "text": reading.text,
        "value": counting.plain(count.value),
        "high": None if count.high is None else counting.plain(count.high),
        "unit": count.unit,
        "noun": count.noun,
        "kind": count.kind,
        "precision": count.precision,
        "as_of": count.as_of or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _lines(text: str):
    read = _read(text)
    if isinstance(read, dict):
        yield f"{text}：没有读成。{read['refused']}"
        return
    for one in read:
        ends = f"{one['value']}至{one['high']}" if "high" in one else one["value"]
        said = [Figure.Kind(one["kind"]).label, Figure.Precision(one["precision"]).label]
        said += [f"数的是{one['noun']}"] if one["noun"] else []
        said += [f"截至{one['as_of']}的存量"] if "as_of" in one else []
        yield f"{one['text']}：{ends}{one['unit']}（{'；'.join(said)}）"

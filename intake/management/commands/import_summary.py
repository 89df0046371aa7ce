import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import Unreadable, cleaned, read, refuse_too_large


class Command(BaseCommand):
    help = "读一份以往的工作总结或表彰文件，列出其中的活动、数据、荣誉和计划；只列出，不保存。"
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="文件", help="TXT、DOCX 或 PDF 文件")
        parser.add_argument("--dry-run", action="store_true", help="只列出，不保存（目前只有这一种）")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args, file, **options):
        try:
            refuse_too_large(Path(file).stat().st_size)
            proposal = propose(cleaned(read(Path(file).read_bytes())))
        except OSError as error:
            raise CommandError(f"打不开“{file}”：{_why(error)}。", returncode=2) from error
        except Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        found = as_json(proposal)
        if options["json"]:
            for block in _blocks(found):
                self.stdout.write(block, ending="")
            self.stdout.write("")
        else:
            self.stdout.write("\n".join(_lines(found)))


def _blocks(found: dict) -> Iterator[str]:
    """The JSON in pieces: that of a hundred thousand items is never in memory whole."""
    pieces = json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(found)
    while block := "".join(islice(pieces, 10_000)):
        yield block


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "没有这个文件"
    return "这是文件夹，不是文件" if isinstance(error, IsADirectoryError) else "没有读取的权限或磁盘出错"


def _lines(found: dict):
    yield f"标题：{found['title'] or '没有读出'}"
    yield f"团委：{found['committee'] or '没有读出'}"
    yield f"时间：{found['period']['label'] if found['period'] else '没有读出'}"
    for section in found["sections"]:
        yield f"◆ {section['heading'] or '开头'}"
        for item in section["items"]:
            figures = "、".join(figure["text"] for figure in item["figures"])
            yield f"  · {item['title'] or item['text'][:30]}{f'（{figures}）' if figures else ''}"
    for award in found["awards"]:
        yield f"荣誉：{award['title']} {award['count'] if award['count'] else '数量不明'}"
    for warning in found["warnings"]:
        yield f"请看：{warning['text']}"

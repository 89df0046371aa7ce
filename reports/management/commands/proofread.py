import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reports.checks import BLOCKER, LEVELS
from reports.checks.words import Slip, proofread

_UNREADABLE = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是一个文件夹",
    PermissionError: "没有权限",
    ValueError: "文件名不对",
}


class Command(BaseCommand):
    help = "检查一份文字稿：数字、标点、个人信息等。当作自己写的话来看，不对照任何记录。"
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="文件", help="要检查的文字文件（.txt）")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args, file, **options):
        text = _text_of(file)
        slips = proofread(text)
        if options["json"]:
            found = [_as_json(text, slip) for slip in slips]
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for slip in slips:
            self.stdout.write(_line(text, slip))
        self.stdout.write(_told_together(slips))


def _text_of(file: str) -> str:
    """The text of the file, in UTF-8 or in GB 18030, as older Windows programs save it."""
    try:
        data = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        why = next((words for kind, words in _UNREADABLE.items() if isinstance(error, kind)), "打不开")
        raise CommandError(f"读不了“{file}”：{why}。", returncode=2) from None
    for encoding in ("utf-8-sig", "gb18030") if b"\0" not in data else ():
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise CommandError(f"读不了“{file}”：不是文字文件，请另存为纯文本（UTF-8）。", returncode=2)


def _as_json(text: str, slip: Slip) -> dict:
    return {
        "code": slip.code,
        "severity": LEVELS[slip.code],
        "start": slip.start,
        "end": slip.end,
        "text": text[slip.start : slip.end],
        "message": slip.message,
    }


def _line(text: str, slip: Slip) -> str:
    """第3行第5字　必须改　“300余名”没有记录支撑，…"""
    row = text.count("\n", 0, slip.start) + 1
    column = slip.start - text.rfind("\n", 0, slip.start)
    level = "必须改" if LEVELS[slip.code] == BLOCKER else "请核对"
    return f"第{row}行第{column}字　{level}　{slip.message}"


def _told_together(slips: list[Slip]) -> str:
    if not slips:
        return "没有发现问题。"
    blocking = sum(LEVELS[slip.code] == BLOCKER for slip in slips)
    return f"共{len(slips)}处：必须改的{blocking}处，请核对的{len(slips) - blocking}处。"

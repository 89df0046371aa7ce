import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reports.composing.campaigns import campaigns_of
from reports.composing.compose import document_of
from reports.composing.length import TooShort, shortened
from reports.document.snapshot import UnknownFormat
from reports.formats import FORMATS
from reports.models import Report


class Command(BaseCommand):
    help = "把一份工作总结导出为文件；不写 --output 时输出到屏幕。"

    def add_arguments(self, parser):
        parser.add_argument("slug", help="总结的地址用名，例如 2020-h1")
        parser.add_argument("--format", default="txt", help=f"格式：{'、'.join(FORMATS)}（默认 txt）")
        parser.add_argument("--output", metavar="文件", help="写到这个文件")
        parser.add_argument("--length", type=int, metavar="字数", help="最多这么多字，超出时自动压缩")

    def handle(self, *args, slug, format, output, length, **options):
        render = FORMATS.get(format)
        if render is None:
            raise CommandError(f"没有“{format}”这种格式，可用的有：{'、'.join(FORMATS)}。", returncode=2)
        content = render(self._document(slug, length))
        data = content.encode("utf-8") if isinstance(content, str) else content
        try:
            if output is None:
                _print(data)
            else:
                Path(output).write_bytes(data)
        except OSError as error:
            where = output or "标准输出"
            raise CommandError(f"写不进“{where}”：{error.strerror}。", returncode=2) from None
        if output is not None:
            self.stderr.write(f"已写入 {output}")

    def _document(self, slug, length):
        report = Report.objects.filter(slug=slug).first()
        if report is None:
            raise CommandError(f"没有地址用名为“{slug}”的工作总结。", returncode=2)
        try:
            document = document_of(report)
            return document if length is None else shortened(document, length, campaigns_of(document))
        except (TooShort, UnknownFormat) as refusal:
            raise CommandError(str(refusal), returncode=2) from None


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError:
        # What could not be written is still held, and would fail once more when the program ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        raise

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from intake.models import SheetRow
from intake.reading import Unreadable
from intake.recording import Refused
from intake.sheets.kinds import ALL, may_take_in
from intake.sheets.saving import saving
from intake.sheets.taking import taking

_MODELS = {kind.model._meta.model_name: kind.model for kind in ALL}


class Command(BaseCommand):
    help = "读入一个表格（.xlsx、.xls、.csv），逐行核对；加 --yes 把没有问题的行存为记录。"

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=_MODELS, help="导入什么")
        parser.add_argument("file", type=Path, help="表格文件")
        parser.add_argument("--by", required=True, help="以哪个账号的名义和权限")
        parser.add_argument("--yes", action="store_true", help="核对以后就导入")

    def handle(self, *args, kind, file, by, yes, **options):
        user = get_user_model().objects.filter(username=by, is_active=True).first()
        if user is None or not may_take_in(user, _MODELS[kind]):
            raise CommandError("没有这个账号，或者它没有添加这类记录的权限。")
        if not file.is_file():
            raise CommandError(f"没有这个文件：{file}")
        try:
            table = self._told(taking(name=file.name, data=file.read_bytes(), model=_MODELS[kind], by=user))
            if yes and table.rows.filter(state=SheetRow.State.GOOD).exists():
                self._told(saving(table, by=user))
        except (Unreadable, Refused) as refusal:
            raise CommandError(str(refusal)) from None
        for row in table.rows.filter(state=SheetRow.State.FAULTY):
            self.stdout.write(f"第{row.number}行：{''.join(row.said)}")
        counts = {label: table.rows.filter(state=state).count() for state, label in SheetRow.State.choices}
        self.stdout.write("，".join(f"{label}{count}行" for label, count in counts.items() if count) + "。")

    def _told(self, steps):
        """Say each step; what comes last is returned."""
        last = None
        for last in steps:
            if isinstance(last, str):
                self.stdout.write(last)
        return last

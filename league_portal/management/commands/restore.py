from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from league_portal.backups.archive import Refused
from league_portal.backups.restoring import BY_ITSELF, restore
from league_portal.management.progress import Progress


class Command(BaseCommand):
    help = (
        "用 backup 制作的文件恢复数据库和照片等文件。先核对整个文件，再动手；中途停下，网站保持原样。"
        "较早版本的备份会更新到现在的版本，较新版本的不能恢复。请先停下网站。恢复后所有人要重新登录。"
    )
    # An empty database is what it is for, and is no fault.
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="备份文件。")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="网站里已有内容时，用备份代替全部内容和照片；被代替的找不回来。",
        )

    def handle(self, *, file, replace, **options):
        try:
            manifest = restore(file, replace=replace, told=Progress(self.stderr))
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        if manifest.missing:
            self.stderr.write(f"注意：有 {len(manifest.missing)} 个文件在备份时就已缺失。")
        made_at = datetime.fromisoformat(manifest.made_at)
        self.stdout.write(
            f"已恢复 {made_at:%Y-%m-%d %H:%M} 由 {manifest.program} 版程序制作的备份：{_told(manifest)}。"
        )


def _told(manifest) -> str:
    rows = {table.name: table.rows for table in manifest.tables if table.name not in BY_ITSELF}
    models = [model for model in apps.get_models() if rows.get(model._meta.db_table)]
    counts = [f"{model._meta.verbose_name} {rows[model._meta.db_table]} 条" for model in models]
    return "、".join([*counts, f"照片等文件 {len(manifest.media)} 个"])

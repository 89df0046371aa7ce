from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from league_portal.backups.archive import Refused
from league_portal.backups.writing import back_up
from league_portal.management.progress import Progress

MOST_NAMED = 3


class Command(BaseCommand):
    help = (
        "把数据库和照片等文件备份为一个文件，网站不用停。文件里有姓名、电话和登录密码的散列，请妥善保管，"
        "不要放在能从网上下载的地方。登录会话、.env 和 var/secret_key 不在其中：恢复后大家重新登录一次，"
        "环境变量要另外抄存。"
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="备份写到这个文件；已有的会被新的代替。")

    def handle(self, *, file, **options):
        try:
            manifest = back_up(file, Progress(self.stderr))
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        except OSError as problem:
            raise CommandError(f"备份没有做成，没有留下文件。原因：{problem}", returncode=2) from None
        if lost := manifest.missing:
            names = "、".join(lost[:MOST_NAMED]) + ("等" if len(lost) > MOST_NAMED else "")
            self.stderr.write(f"注意：有 {len(lost)} 个文件记录里有而磁盘上没有，备份里也就没有：{names}")
        rows = sum(table.rows for table in manifest.tables)
        size = file.stat().st_size / 1_000_000
        self.stdout.write(
            f"已备份到 {file}（{size:.1f} MB）：数据 {rows} 行，照片等文件 {len(manifest.media)} 个。"
        )

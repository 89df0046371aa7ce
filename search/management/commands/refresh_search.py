from django.core.management.base import BaseCommand

from search.refresh import note_all, refresh


class Command(BaseCommand):
    help = "更新站内查找的条目。平时查找时会自动更新；大批导入以后运行一次，读者的第一次查找就不必等待。"

    def add_arguments(self, parser):
        parser.add_argument("--again", action="store_true", help="所有条目都重写一遍。")

    def handle(self, *, again, **options):
        if again:
            note_all()
        self.stdout.write(f"已更新 {refresh()} 条记录的查找条目。")

from django.core.management.base import BaseCommand

from desk.bin.actions import empty


class Command(BaseCommand):
    help = "把回收站里保留期满的记录连同照片和历史一起彻底删除。工作台每天第一次打开时也会这样做。"

    def handle(self, **options):
        self.stdout.write(f"彻底删除了 {empty()} 条保留期满的记录。")

import select
import sys

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "供 dev.py 使用：守着内置数据库，直到标准输入关闭；数据库中途停止时退出码为 1。"
    requires_system_checks = ()

    def handle(self, **options):
        # manage.py holds the server for every command; this one merely lasts.
        server = settings.EMBEDDED_POSTGRES
        self.stdout.write("ready")
        self.stdout.flush()
        while not select.select([sys.stdin], [], [], 1)[0]:
            if server and not server.is_alive():
                sys.exit(1)

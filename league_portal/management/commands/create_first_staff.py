import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction


class Command(BaseCommand):
    help = "还没有管理员时，建立账号 admin，密码随机，只显示这一次。"

    @transaction.atomic
    def handle(self, **options):
        users = get_user_model().objects
        if users.filter(is_superuser=True, is_active=True).exists():
            return
        if users.filter(username="admin").exists():
            raise CommandError("账号 admin 已存在，但不是管理员。请运行 manage.py createsuperuser 另建一个。")
        password = secrets.token_urlsafe(12)
        users.create_superuser("admin", password=password)
        self.stdout.write(f"账号：admin\n密码：{password}")

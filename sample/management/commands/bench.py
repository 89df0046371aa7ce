from tempfile import TemporaryDirectory

from django.core.management.base import BaseCommand
from django.db import connection
from django.test import override_settings

from sample.benchmarks import BENCHMARKS


class Command(BaseCommand):
    help = "测量组稿、导出和网页的快慢。在一个临时数据库里进行，不碰网站自己的数据。"

    def handle(self, **options):
        own = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            with TemporaryDirectory() as media, override_settings(MEDIA_ROOT=media):
                for benchmark in BENCHMARKS:
                    for line in benchmark():
                        self.stdout.write(line)
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)

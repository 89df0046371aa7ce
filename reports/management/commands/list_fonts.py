from django.conf import settings
from django.core.management.base import BaseCommand

from reports.exporters import fonts


class Command(BaseCommand):
    help = "列出公文规定的字体：哪些已有，哪些缺少、用什么代替、怎样补上。"

    def handle(self, **options):
        for line in fonts.report(fonts.load(tuple(settings.REPORT_FONT_FOLDERS))):
            self.stdout.write(line)

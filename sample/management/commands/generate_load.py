from django.core.management.base import BaseCommand, CommandError

from reports.document.periods import HalfYear
from sample.synthetic import writing
from sample.synthetic.words import MARK


class Command(BaseCommand):
    help = (
        "写入带数据的测试活动，用来测量网站和总结的快慢。标题都以“【测试】”开头，"
        "日期分散在2016年至2025年，避开已有工作总结的时段。"
    )

    def add_arguments(self, parser):
        parser.add_argument("--activities", type=int, required=True, metavar="N", help="写入多少项活动。")
        parser.add_argument("--period", metavar="2020-h2", help="让某个半年里正好有若干项测试活动。")
        parser.add_argument("--period-count", type=int, metavar="N", help="那个半年里一共要有多少项。")
        parser.add_argument("--yes", action="store_true", help="数据库里有真实记录时也写入。")

    def handle(self, *, activities, period, period_count, yes, **options):
        if activities < 1:
            raise CommandError("--activities 要写大于 0 的整数。")
        if (period is None) != (period_count is None):
            raise CommandError("--period 和 --period-count 要一起写。")
        if not yes and (names := writing.real_records()):
            raise CommandError(
                f"数据库里有真实的记录（{'、'.join(names)}），没有写入。确实要写入，请加 --yes。"
            )
        days = self._days(activities, period, period_count)
        writing.write(days=days, told=lambda done: self._tell(done, activities))
        self.stdout.write(f"已写入测试活动 {activities} 项，标题都以“{MARK}”开头。")

    def _days(self, activities, period, period_count):
        half, missing = None, 0
        if period is not None:
            half = self._half_year(period)
            present = writing.in_period(half).count()
            missing = period_count - present
            if not 0 <= missing <= activities:
                raise CommandError(
                    f"{half}已有测试活动 {present} 项，写入 {activities} 项不能让它正好有 {period_count} 项。"
                )
        try:
            return writing.spread(activities, period=half, in_it=missing)
        except ValueError:
            raise CommandError("2016年至2025年的每个半年都有工作总结，没有地方写测试活动。") from None

    def _half_year(self, slug):
        try:
            return HalfYear.from_slug(slug)
        except ValueError:
            raise CommandError(f"看不懂时段“{slug}”。请写成 2020-h1 或 2020-h2 这样。") from None

    def _tell(self, done, wanted):
        """Progress is no error, so it is not printed in the colour of one."""
        if done % (10 * writing.BATCH) == 0 or done == wanted:
            self.stderr.write(f"已写入 {done}/{wanted} 项", style_func=str)

from django.core.management.base import BaseCommand

from activities.enlisting import Named, enlist, named_often


class Command(BaseCommand):
    help = "列出活动里多次写到、人员库里还没有的人和先后担任的职务；加上 --save 才登记。"

    def add_arguments(self, parser):
        parser.add_argument("--times", type=int, default=2, help="至少在几个活动里写到，默认2个")
        parser.add_argument("--save", action="store_true", help="登记到人员库，并关联到这些活动")

    def handle(self, *args, times, save, **options):
        found = named_often(times)
        for named in found:
            self.stdout.write(_told(named))
            if save and named.is_one_person:
                enlist(named)
        sure = sum(named.is_one_person for named in found)
        self.stdout.write(
            f"{'已登记' if save else '可以登记'}{sure}人，另有{len(found) - sure}人请自己核对登记。"
        )


def _told(named: Named) -> str:
    posts = "；".join(f"{held.post}（{held.first}至{held.last}）" for held in named.posts)
    doubt = "" if named.is_one_person else "：几个职务的日期交错，可能是同名的人"
    return f"{named.name}：{posts}{doubt}"

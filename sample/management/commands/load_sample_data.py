from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from sample.load import load


class Command(BaseCommand):
    help = (
        "写入2020年上半年的示例数据。只写一次：写入过以后再运行，什么也不改，工作人员删去的也不会回来。"
        "已有的同名记录一律保留原样，不会改动。"
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--again",
            action="store_true",
            help="再写一次缺少的记录，包括工作人员删去的、改了名称的；仍然不改动已有的记录。",
        )

    def handle(self, *, again, **options):
        try:
            made = load(again=again)
        except ValidationError as refusal:
            raise CommandError(
                f"示例数据与已有的记录冲突，没有写入任何内容：{'；'.join(refusal.messages)}"
            ) from refusal
        if made is None:
            self.stdout.write("示例数据以前写入过，这次没有改动。要补上缺少的记录，请加 --again。")
        elif not made:
            self.stdout.write("示例数据都在，没有需要写入的。")
        else:
            counts = "、".join(f"{name} {number} 条" for name, number in made.items())
            self.stdout.write(f"已写入示例数据：{counts}。")

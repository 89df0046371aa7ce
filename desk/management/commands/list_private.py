"""What is public now, or will be at its time, and the privacy gate would stop today; nothing is withdrawn."""

from django.core.management.base import BaseCommand

from desk.gate.finding import all_minors, hits_of
from desk.gate.registry import declared, public_models

AT_ONCE = 200  # records read together


class Command(BaseCommand):
    help = "列出已经公开、现在会被隐私检查拦下的内容；只列出，不改动。"

    def handle(self, *args, **options):
        minors, number = all_minors(), 0
        for model in public_models():
            keys = list(
                model._base_manager.filter(**declared()[model].when)
                .order_by("pk")
                .values_list("pk", flat=True)
            )
            for start in range(0, len(keys), AT_ONCE):
                number += self._list(model, keys[start : start + AT_ONCE], minors)
        self.stdout.write(f"共 {number} 处。" if number else "没有发现。")

    def _list(self, model, keys, minors) -> int:
        number = 0
        records = list(model._base_manager.filter(pk__in=keys).order_by("pk"))
        for record, hits in zip(records, hits_of(records, minors), strict=True):
            for hit in hits:
                self.stdout.write(f"{model._meta.verbose_name}“{record}”（编号 {record.pk}）{hit.sentence}")
            number += len(hits)
        return number

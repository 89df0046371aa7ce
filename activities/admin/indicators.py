from django.contrib import admin

from activities.indicators import entered
from activities.models import Figure, Indicator
from desk.records import StampedAdmin

NAMED = 5  # so many figures are named when a total that they enter is to be deleted


@admin.register(Indicator)
class IndicatorAdmin(StampedAdmin):
    list_display = (
        "name",
        "unit",
        "counts",
        "words",
        "is_stock",
        "is_printed",
        "is_compared",
        "is_on_desk",
        "position",
    )
    search_fields = ("name",)
    search_help_text = "按名称查找。"
    fieldsets = (
        (None, {"fields": ("name", "slug", "position")}),
        (
            "计入哪些数据",
            {
                "fields": ("unit", "counts", "words", "is_chosen_only", "is_stock", "takes_service"),
                "description": "数据自动计入规则最具体的指标：写明“名称含有”的先于只选了“数的是什么”的，"
                "后者先于只有单位的；有两个同样具体，就都不计入，请在数据里选定。",
            },
        ),
        ("用在哪里", {"fields": ("is_printed", "is_compared", "is_on_desk")}),
    )

    def get_deleted_objects(self, objs, request):
        """Staff's choice of it protects it by itself; what enters by rule would else enter none, unseen."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        figures = Figure.objects.annotate(enters=entered(list(Indicator.objects.all())))
        used = figures.filter(enters__in=[one.pk for one in objs], indicator__isnull=True)
        used = used.select_related("activity")
        named = [f"数据：{figure}（{figure.activity}）" for figure in used[:NAMED]]
        if (more := used.count()) > NAMED:
            named.append(f"等{more}条自动计入的数据")
        return deleted, counts, lacking, [*protected, *named]

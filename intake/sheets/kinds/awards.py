"""The roster of a commendation that is not public yet."""

from django.db.models import Max

from honors.models import Award, AwardTitle, Commendation
from intake.sheets.kinds.kind import Kind
from intake.sheets.values import Unfit
from toolkit import names

PUBLIC = "这项表彰已经发布，名单请在奖项的表单里修改，再点“发布修改”。"


class Awards(Kind):
    model = Award
    key_fields = frozenset({"title", "name", "organization", "unit", "post"})
    hints = ("年度表彰和奖项要先登记，名单才能导入。", "同名的两个人，用团组织、单位或职务区分。")

    def __init__(self, user):
        super().__init__(user)
        self._titles: dict[tuple[str, str], AwardTitle | Unfit] = {}
        self._places: dict[int, int] = {}

    @classmethod
    def right(cls):
        return "honors.change_awardtitle"

    def value_of(self, column, row, words):
        if column.name != "title":
            return super().value_of(column, row, words)
        called = names.title(row.words.get("commendation", "")), names.name(words)
        if called not in self._titles:
            try:
                self._titles[called] = self._title(*called)
            except Unfit as why:
                self._titles[called] = why
        if isinstance(found := self._titles[called], Unfit):
            raise found
        return found

    def _title(self, commendation: str, name: str) -> AwardTitle:
        rounds = list(self.look.all_of(Commendation).filter(title=commendation)[:2])
        if not rounds:
            raise Unfit(f"没有标题是“{commendation}”的年度表彰，请核对，或者先登记。")
        if len(rounds) > 1:
            raise Unfit(f"有不止一项表彰叫“{commendation}”，请在奖项的表单里粘贴名单。")
        title = rounds[0].titles.filter(name=name).select_related("commendation").first()
        if title is None:
            there = "、".join(rounds[0].titles.values_list("name", flat=True)) or "还没有奖项"
            raise Unfit(f"这项表彰里没有“{name}”这个奖项（{there}）。")
        return title

    def complete(self, made, row):
        """Behind those that are there, in the order of the table."""
        if title := made.record.title_id:
            if made.record.title.commendation.state == Commendation.State.PUBLISHED:
                row.say("commendation", PUBLIC)
            if title not in self._places:
                last = Award.objects.filter(title=title).aggregate(last=Max("position"))["last"]
                self._places[title] = last or 0
            self._places[title] += 1
            made.record.position = self._places[title]

    def key_of(self, made):
        one = made.record
        return one.title_id, one.name, one.organization_id, one.unit, one.post

    def known(self, made):
        keys = {one.key for one in made}
        there = Award.objects.filter(title__in={key[0] for key in keys}, name__in={key[1] for key in keys})
        return keys & set(there.values_list("title_id", "name", "organization_id", "unit", "post"))

"""The roster of a commendation as a table."""

from desk.sheets.columns import Column, declare
from honors.models import Award

declare(
    Award,
    Column(
        "commendation",
        "年度表彰",
        also=("表彰", "表彰标题", "表彰名称"),
        help="写已经登记的表彰的标题。",
        is_required=True,
        read=lambda award: award.title.commendation.title,
    ),
    Column("title", "奖项", also=("称号", "荣誉称号", "获奖称号", "荣誉"), example="优秀团员"),
    Column("name", also=("姓名", "获奖人", "获奖单位", "集体名称", "名称", "获奖集体"), example="张明"),
    Column("organization", also=("所在团组织", "所属团组织"), example="一中团委"),
    Column("unit", also=("所在单位", "工作单位", "学校"), example="第一中学"),
    Column("post", also=("职位", "岗位"), example="团委书记"),
    Column("note", also=("说明",)),
    Column("is_minor", also=("是否未成年",), example="否"),
    select=("title__commendation", "organization"),
)

"""Volunteers and their service as tables; what is private only for whoever may see it."""

from desk.sheets.columns import Column, declare
from volunteers.models import ServiceRecord, Volunteer

PRIVATE = "volunteers.view_private"

declare(
    Volunteer,
    Column("name", also=("志愿者", "志愿者姓名", "名字"), example="李敏"),
    Column("organization", also=("团组织", "单位", "所在团组织", "所在单位"), example="一中团委"),
    Column("registered_on", also=("注册时间", "注册日"), example="2020-03-05"),
    Column("phone", also=("手机", "联系电话", "电话", "手机号码", "联系方式"), right=PRIVATE),
    Column("id_number", also=("身份证", "身份证号码", "证件号", "证件号码"), right=PRIVATE),
    Column("birth_on", also=("出生年月日", "生日"), right=PRIVATE),
    Column("note", also=("说明",), right=PRIVATE),
    select=("organization",),
)
declare(
    ServiceRecord,
    Column("volunteer", also=("姓名", "志愿者姓名"), example="李敏"),
    Column(
        "organization",
        "志愿者所属团组织",
        also=("团组织", "所属团组织", "单位"),
        help="有同名的志愿者时，用它区分。",
        example="一中团委",
        read=lambda record: record.volunteer.organization,
    ),
    Column(
        "id_number",
        "志愿者身份证号",
        also=("身份证号", "身份证", "身份证号码"),
        help="有同名的志愿者时，也可以用它区分。",
        right=PRIVATE,
        read=lambda record: record.volunteer.id_number,
    ),
    Column("served_on", also=("日期", "服务时间", "时间"), example="2020-03-05"),
    Column("hours", also=("时长", "服务时长", "小时", "小时数", "服务时长（小时）"), example="2.5"),
    Column("activity", also=("活动名称", "项目", "项目名称"), help="写活动的标题。"),
    Column("team", also=("队伍", "服务站", "服务队", "志愿服务队"), help="写队伍的名称。"),
    Column("content", also=("内容",), example="河道清淤"),
    Column("ledger", also=("登记方式",), example="人工补记"),
    Column("evidence", also=("证明", "凭证"), example="活动签到表"),
    Column("confirmed_at", is_taken_in=False),
    select=("volunteer__organization", "activity", "team"),
)

"""Activities as a table, their figures in one cell or in a column each."""

from activities.models import Activity
from desk.sheets.columns import Column, declare

declare(
    Activity,
    Column(
        "title",
        also=("名称", "活动名称", "活动标题", "主题活动", "活动", "活动题目"),
        example="清明祭英烈主题团日",
    ),
    Column("area", also=("板块", "所属板块", "工作类别"), example=""),
    Column("date_precision", also=("准确程度", "时间准确程度"), help="不填时按日期判断。", example="某一天"),
    Column(
        "starts_on",
        also=("时间", "日期", "活动时间", "活动日期", "举办时间", "开展时间", "举办日期", "开始时间"),
        help="2021-4-2、2021年4月2日、4月2日至3日、2021年4月都可以。",
        example="2021-04-02",
    ),
    Column("ends_on", also=("结束时间",), help="只有一天的不填。"),
    Column("day_part", also=("上午下午",), example="上午"),
    Column("place", also=("活动地点", "举办地点"), example="方志敏烈士陵园"),
    Column(
        "organizers",
        also=("主办单位", "主办", "主办方", "组织单位", "承办单位", "团组织"),
        help="写全称或简称；几个之间写“、”。",
        example="团区委、一中团委",
    ),
    Column("campaigns", "品牌（系列）活动", also=("品牌活动", "系列活动", "品牌"), help="几个之间写“、”。"),
    Column("tags", also=("关键词",), help="几个之间写“、”。"),
    Column("audience", also=("对象", "参加对象", "面向对象", "参与对象"), example="初中团员"),
    Column("occasion", also=("背景", "时间节点")),
    Column("slogan", also=("口号",)),
    Column(
        "summary",
        also=("活动概要", "内容", "活动内容", "简介", "活动简介", "摘要"),
        help="一段话，写入工作总结。要引用数据的，写成“组织{志愿者}深入一线”。",
        example="祭扫烈士墓，重温入团誓词。",
    ),
    Column(
        "figures",
        "活动数据",
        also=("数据", "主要数据", "相关数据"),
        help="照正式文字写，例如“参与人数：200余名；场次：3场”。也可以一个数据一列，列名就是数据名称。",
        example="参与人数：200余名；花圈：3个",
        read=lambda activity: "；".join(f"{one.name}：{one.text}" for one in activity.figures.all()),
    ),
    Column("source", also=("来源单位",)),
    Column("author", also=("撰稿", "撰稿人")),
    Column("status", "状态", is_taken_in=False, read=lambda activity: activity.status_text),
    select=("area",),
    prefetch=("organizers", "campaigns", "tags", "figures"),
)

"""Organizations and persons as tables."""

from desk.sheets.columns import Column, declare
from organizations.models import Organization, Person

declare(
    Organization,
    Column("name", also=("名称", "组织名称", "团组织名称", "团组织"), example="共青团西湖区第一中学委员会"),
    Column("short_name", also=("组织简称",), example="一中团委"),
    Column("kind", also=("组织类别", "类型", "组织类型"), example="团（工）委"),
    Column("parent", also=("上级", "上级组织", "隶属", "隶属于"), example="团区委"),
    Column("is_active", also=("是否在用",), example="是"),
    select=("parent",),
)
declare(
    Person,
    Column("name", also=("人员", "名字"), example="王伟"),
    Column("organization", also=("团组织", "单位团组织", "所属团组织"), example="一中团委"),
    Column(
        "posts",
        "职务",
        also=("现任职务", "职务职称"),
        help="现在的职务，几个之间写“；”，例如“区城管局副局长”。单位和职务分开的，写成“区城管局 副局长”。",
        example="一中团委 书记",
        read=lambda person: "；".join(f"{one.unit} {one.post}".strip() for one in person.posts.all()),
    ),
    Column("note", also=("备注",), example=""),
    select=("organization",),
    prefetch=("posts",),
)

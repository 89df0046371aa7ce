"""The committee, the League organizations that are named, and the bodies outside the League."""

COMMITTEE = {
    "name": "共青团西湖区委",
    "site_name": "共青团西湖区委",
    "term": "第十届",
    "introduction": "本网站记录共青团西湖区委（江西省南昌市）组织的活动、志愿服务、表彰与工作总结。",
}

ROOT = {"name": "共青团西湖区委", "short_name": "团区委", "kind": "committee"}

# Where a body of its own stands between them and the committee is not known.
ORGANIZATIONS = (
    {"name": "西湖区公安分局团委", "kind": "working_committee"},
    {"name": "西湖区教育团工委", "kind": "working_committee"},
    {"name": "南昌市西湖区住房保障和房产管理局团支部", "kind": "branch"},
)

PARTNERS = ("南青基金", "腾讯公益", "省青少年发展基金会", "南昌市第六医院")

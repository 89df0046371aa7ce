"""Teams: those known only by their number are one row, and nobody is a member by name."""

# In the order in which the summary names them.
SERVICE_FIELDS = ("村社区", "乡镇街道", "民生服务", "医疗保障", "物资生产")

TEAMS = (
    {
        "name": "西湖区青年突击队",
        "kind": "commando",
        "announced_count": 14,
        "summary": "2020年疫情防控期间组建，服务于村社区、乡镇街道和民生、医疗、物资等领域。",
        "fields": SERVICE_FIELDS,
        "activities": ("青年志愿者投身疫情防控应急志愿服务",),
    },
    {
        "name": "西湖区青年志愿者疫情防控应急志愿服务队",
        "kind": "service_team",
        "place": "村社区、车站",
        "summary": "在村社区、车站等处承担体温测量、信息登记、物资搬运、防疫宣传等服务。",
        "activities": ("青年志愿者投身疫情防控应急志愿服务",),
    },
    {
        "name": "西湖号",
        "kind": "vehicle",
        "summary": "西湖区新打造的志愿服务车，是常态化志愿服务的载体之一。",
    },
)

"""What activities are grouped by, and what their figures are added up to; each in its order."""

WORK_AREAS = (
    {
        "slug": "growth",
        "name": "服务成长成才",
        "description": "志愿服务、关爱少年儿童，陪伴青年成长。",
    },
    {
        "slug": "guidance",
        "name": "思想政治引领",
        "description": "理论学习、主题教育和团员仪式。",
    },
    {
        "slug": "building",
        "name": "自身建设",
        "description": "团的会议、选举与年度表彰。",
    },
)

CAMPAIGNS = (
    {
        "slug": "qingqing",
        "name": "青清行动",
        "summary": "常态化的环境清洁志愿服务。",
        "description": "青年志愿者按照定时、定点、定形的要求，在赣江风光带开展清洁服务。",
    },
    {
        "slug": "hexiaoqing",
        "name": "我是河小青，生态志愿行",
        "summary": "常态化的生态志愿服务。",
        "description": "把生态文明融入日常志愿服务，与“青清行动”一道守护赣江风光带。",
    },
    {
        "slug": "learn-from-leifeng",
        "name": "学雷锋志愿服务",
        "summary": "学雷锋纪念日前后的青年志愿服务。",
    },
    {
        "slug": "may-fourth",
        "name": "五四系列活动",
        "summary": "五四前后面向青少年的活动。",
    },
)

TAGS = (
    "志愿服务",
    "春运",
    "生态文明",
    "学雷锋",
    "疫情防控",
    "少年儿童",
    "世界读书日",
    "五四",
    "全会精神",
    "解放思想大讨论",
)

INDICATORS = (
    {"slug": "participants", "name": "参加人员", "unit": "人", "counts": "participants"},
    {"slug": "attendances", "name": "参与人次", "unit": "人次"},
    {"slug": "volunteers", "name": "志愿者", "unit": "人", "counts": "volunteers"},
    {"slug": "beneficiaries", "name": "受益对象", "unit": "人", "counts": "beneficiaries"},
    {"slug": "hours", "name": "志愿服务时长", "unit": "小时", "takes_service": True},
    {"slug": "money", "name": "款物金额", "unit": "元"},
)

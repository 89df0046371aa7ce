"""The words by which a cell of a roster is told: what heads a column, what a unit or a post ends with."""

import re

SERIAL, NAME, UNIT, POST, SEX, NATION, PHONE, IDENTITY, REMARK = (
    "serial",
    "name",
    "unit",
    "post",
    "sex",
    "nation",
    "phone",
    "identity",
    "remark",
)
KEPT_AS_REMARK = (SEX, NATION, REMARK)

# What heads a column, without its spaces and brackets; the first that fits.
_HEADINGS = (
    (SERIAL, r"序号|编号|序|号|No\.?|NO\.?"),
    (PHONE, r".*(?:手机|电话|联系方式).*"),
    (IDENTITY, r".*(?:身份证|证件).*"),
    (SEX, r"性别"),
    (NATION, r"民族|族别"),
    (NAME, r"姓名|名字|获奖者|获奖人|获得者|人员|志愿者|队员|(?:优秀|获奖|表彰).{0,8}姓名"),
    (POST, r".*(?:职务|职位|岗位|职称|身份)"),
    (UNIT, r".*(?:单位|学校|部门|团组织|组织|集体|名称|支部|班级|院系|公司|街道|所在.*)"),
    (REMARK, r"备注|说明|年龄|出生年月|政治面貌|学历|.*(?:时间|日期)"),
)
_HEADING_OF = [(meaning, re.compile(pattern)) for meaning, pattern in _HEADINGS]

_POSTS = (
    "书记|主任|部长|主席|会长|局长|校长|院长|所长|站长|队长|班长|组长|科长|处长|镇长|乡长|区长|县长|市长|园长|行长|厂长|店长"
    "|经理|董事长|理事长|秘书长|干事|委员|科员|教师|老师|教授|讲师|辅导员|负责人|医生|医师|护士|护师|民警|警员|工程师|技术员"
    "|社工|社区工作者|志愿者|职员|员工|员|学生|团员|教练|律师|会计|司机|干部|指导员|专员|助理|顾问|主管"
)
ONLY_A_POST = re.compile(rf"(?:副|常务副|总)?(?:{_POSTS})")
POST_AT_END = re.compile(
    r"(?P<post>(?:(?<=.)(?:团委|团总支|团支部|团工委|团（工）委|党委|党总支|党支部|支部|工会|学生会|办公室|妇联|少工委|大队))?"
    rf"(?:常务|第一|原|副|兼职|挂职|专职|代理?|总|组织|宣传|纪检|学习|文体|生活|青年)*(?:{_POSTS}))$"
)
# A name may end so too (王一科): only beside others that tell what a unit is.
AMBIGUOUS = re.compile("[科系]$")
_UNIT_ENDS = (
    "学校|中学|小学|大学|学院|幼儿园|一中|二中|[三四五六七八九十]中|附中|附小|高中|初中|职校|党校|集团|公司|银行|支行|分行|医院|卫生院|卫生服务中心"
    "|中心|街道|社区|居委会|村委会|办事处|分局|支队|大队|中队|法院|检察院|委员会|委|办公室|办|局|厅|处|科|部|署|镇|乡|村"
    "|团委|团支部|团总支|支部|协会|联合会|商会|学会|工会|联盟|合作社|基金会|研究院|研究所|事务所|服务社|服务队|工作室|工作站"
    "|厂|所|站|店|馆|院|队|社|会|[0-9一二三四五六七八九十]班|班|系|年级|组织|开发区|机关|工地|项目部|车间|公安|税务|消防"
)
UNIT_AT_END = re.compile(rf"(?:{_UNIT_ENDS})(?:（[^（）]*）)?$")
UNIT_WITHIN = re.compile(rf".*?(?:{_UNIT_ENDS})(?![\u4e00-\u9fff]*(?:{_UNIT_ENDS}))")
_NATIONS = """
汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西
景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂
保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 穿青人
"""
NATIONS = frozenset(_NATIONS.split())
IS_SEX = re.compile("[男女]")
IS_PHONE = re.compile(r"1[3-9][0-9*×xX]{9}|(?:0[0-9]{2,3}-?)?[0-9]{7,8}")
IS_IDENTITY = re.compile(r"[0-9]{6}[0-9*×]{8,11}[0-9*×]?[0-9xX*×]?")
IS_SERIAL = re.compile(r"[0-9]{1,4}|[①-⑳㉑-㊿]|[（(]?[一二三四五六七八九十]{1,3}[）)]")
MASKED = re.compile(r"[*＊×○〇█■]|(?<=[\u4e00-\u9fff])[xX]{1,3}$|^[\u4e00-\u9fff]某{1,2}$")
NOBODY = re.compile(r"(?:空缺?|无|暂缺|待定|略|同上|—+|-+|/|名单待补)")
HONOUR = re.compile(
    r"优秀|先进|红旗|标兵|能手|模范|十佳|十大|最美|杰出|示范|称号|[一二三]等奖|提名奖|名单|附件|如下|公示|决定|表彰"
)
_SO_MANY = r"(?P<number>[0-9]{1,5})\s*(?:名|人|个|位)"
TOTAL = re.compile(rf"(?:以上|合计|共计|总计|小计|共)[^0-9]{{0,12}}{_SO_MANY}?[^0-9]{{0,12}}")
COUNTED = re.compile(rf"[（(]?\s*(?:共|等|计)?\s*{_SO_MANY}(?:同志|同学)?\s*[）)]?\s*[：:]?$")


def heading(cell: str) -> str | None:
    """What a column holds by the words that head it."""
    words = re.sub(r"[\s\u3000（）()：:*]", "", cell)
    return next((meaning for meaning, pattern in _HEADING_OF if pattern.fullmatch(words)), None)


def is_nation(words: str) -> bool:
    return words in NATIONS or (words.endswith("族") and words[:-1] in NATIONS)

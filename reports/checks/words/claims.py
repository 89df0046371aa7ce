"""Which numbers of a text state a fact, and which are part of an ordinary phrase.

三项机制, 百场宣讲, 每周1次 and 两人一组 say no more than 各项, 多场, 经常 and 结伴; a record
could bear none of them. What stays is what somebody counted: 300余名, 举办三场, 14支.
"""

import re
from collections.abc import Iterator

import counting
from reports.checks.words.quotations import MASK, without_quotations
from reports.checks.words.slips import Slip

_HAN = r"\u4e00-\u9fff"
_AROUND = 14  # so many characters before and behind a number say what it is
_CLAUSE = re.compile(rf"[，。；：、！？\s{MASK}]")
_SMALL = "两二三四五六七八九十"

# How often or how much for each: a rule, not a result.
_EACH = re.compile(
    r"(?<!平均)[每逐][^，。；、：！？\n]{0,8}$"
    r"|(?:[一半]年|[一两隔]周|一季度?|隔[月天日])(?:至少|不少于)?$"
)
_RULE_UNIT = re.compile(r"[次场期个人名份篇位项支节堂条件]|小时|[课学]时")
_RULE_MOST = 12  # a rule asks for few; 每场327人 is a result
_POINTING = re.compile(r"[这那该此各某]|上述|前述|以上|其余|任何")  # named before, or each of some
_CONDITION = re.compile(
    rf"的(?:[，、；]|[{_HAN}]{{0,8}}(?:给予|予以|可|应|须|方|优先|班级))|[{_HAN}]{{0,10}}的(?:[，、；。]|$)|者|可|应[当该]?|须|方可|不"
)
_CONDITION_ENDS = re.compile(rf"[{_HAN}]{{0,8}}的[，、；]")
_ROUND = re.compile(r"(?:十万|百万|[百千万])")  # 百场宣讲, 千名志愿者
_TOTAL = re.compile(r"(?:达到?|共|共计|合计|总计|累计|突破|为)$")
_NAME = re.compile(
    rf"[{_SMALL}2-9](?:人(?:一[组队班车]|小组|[组赛行制]|篮球|足球|排球|论坛|帮)|[位户家场名项]一|位数|期(?:工程|叠加|项目))"
    r"|.{2}(?:对[一1]|帮[一1]|带[一1]|策|档|案|品|码|[+＋]|[进联访][百千万两])"
)

# With these a small numeral mostly names things: by nouns of no thing one could count …
_NAMING_UNITS = "项个条支件份篇场批套类级家所处期起门次位户人名"
_BARE_UNITS = "项个条支篇类级"  # even where no noun follows that is known
_ABSTRACT = (
    "机制|体制|制度|任务|覆盖|全覆盖|举措|措施|办法|对策|体系|目标|原则|要求|关系|结合|统筹|责任|职[责能]|环节|抓手"
    "|突破|提升|转[变化]|到位|坚持|强化|聚焦|突出|注重|狠抓|贯彻|融入|落实|对接|联动|协同|衔接|清单|台账|[难课]题|问题"
    "|瓶颈|短板|弱项|优势|特[色点征]|亮点|主[题线体业]|[底红防战]线|路径|渠道|通道|途径|模式|方[式法向面]|领域|层[面次]|维度"
    "|视角|阶段|步骤|板块|模块|篇章|文章|内容|[要重难热痛]点|关键|核心|中心(?=任务|工作|环节)|行动|工程|计划|战略|规划"
    "|本领|能力|意识|自觉|作风|精神|会议精神|力量|资源|载体|纽带|桥梁|窗口|名片|硬仗|战役|攻坚战|实事|好事|大事|关口"
    "|[件好实]事|事(?![项件迹])|舞台|答卷|大考|引擎|支点|基石|高地|责任田|课堂|时代|[群人]群|群体|文明|循环|规律|标准|规范|流程|程序|功能|作用|角色|身份|维护|确立"
    r"|服务(?![站点队岗])|建设|改革|创新|治理|整治|安全|统一|平衡|一体|支撑|保障|引领|导向|赛道|专项|文化|教育|动作|比例|承诺"
    "|基本|变化|共识|启示|体会|想法|希望|意见|建议|愿望|节点|时[段期]|季[节度]|世纪|等级|重[要大]|带头|必须|务必"
    "|不|更|有|好|新|大|线|面|字|圈|坚|关|心|地|百|千|一"
)
_GROUPS = "队伍|梯队|平台|阵地|品牌"  # these are counted where somebody set them up
# … and not by those of things that can be counted.
_CONCRETE = (
    "站|岗|点|[突服志宣小分中球代]\\w{0,2}队|基地|中心|支部|总支|委员会|[团工]委|团[（(]工|社区|村|学校|高校|[中小]学|企业|公司|单位|部门|街道"
    "|镇|家庭|小区|讲座|论坛|培训|班|活动|会|比赛|大赛|课|作品|口罩|物资|书|报告|集体|个人|组织|团队|社团|俱乐部"
    "|青年|团员|志愿者|干部|学生|儿童|少年|老人|群众|居民|同志|代表|选手|人才|教师|医生|护士|党员|案例|项目|奖|荣誉|称号"
    "|节目|视频|推文|稿件|信息|简报|文件|方案|文明号|家|厅|室|馆|园|场|校|局|店"
)
_NOUN = re.compile(rf"(?P<group>{_GROUPS})|(?P<abstract>{_ABSTRACT})|(?P<concrete>{_CONCRETE})")
_COUNTING_VERB = re.compile(
    r"(?:举[办行]|开[展设通]|组[织建]|成立|新[建增设]|建[成立](?!健全)|建(?![好强优设立成])|设立|增设|召开|发放|捐[赠建]|走[访进]|慰问"
    r"|培训|招募|表彰|评[选出]|选[树派出]|创[建办]|打造|推[荐出送]|派出|吸[纳引]|孵化|发[展动布]|转接|出台|制[定作]|修订|印发|签订|解决|办理"
    r"|征集|收[到集]|化解|帮助|资助|联[系合]|惠及|服务|参[加与]|获[得评]?|荣获|挂牌|拍摄|[刊编]发|报送|撰写|提交|形成|动员"
    r"|邀请|授予|共有?|累计|[合共]计|其中|[现已]有|[募筹]集|[送赠]|投入|整顿|排查|调处|受理|命名|认定|产生|引进|促成|达成)"
    rf"(?:了|起|过)?[{_HAN}]{{0,6}}$"
)
_OUTPUT = re.compile(r"(?:出台|制定|修订|印发|签订|征集|收[到集]|解决|化解|办[理成结])(?:了|各类|青年)?$")


def counts_without_record(text: str) -> Iterator[Slip]:
    """写了数，没有记录支撑：of a text that no record stands behind, every number it states."""
    yield from map(without_record, claims_in(without_quotations(text)))


def without_record(typed) -> Slip:
    """What to say of a number that no record bears."""
    if typed.count.kind in counting.NEVER_SUMMED:
        words = f"比例“{typed.text}”没有记录支撑，请核对它的来源。"
        return Slip("percentage_without_record", typed.start, typed.end, words)
    words = f"“{typed.text}”没有记录支撑，请录入“活动数据”并在文中用花括号引用，或删去这个数字。"
    return Slip("number_without_record", typed.start, typed.end, words)


def claims_in(prose: str) -> Iterator:
    """The counted numbers of a text that state a fact, in order."""
    for typed in counting.counts_in(prose):
        before = prose[max(0, typed.start - _AROUND) : typed.start]
        behind = prose[typed.end : typed.end + _AROUND]
        if not any(is_said(typed, before, behind) for is_said in _ORDINARY):
            yield typed


def _is_for_each(typed, before: str, behind: str) -> bool:
    """每周1次，每村2名：说的是规矩。"""
    is_small = _RULE_UNIT.fullmatch(typed.count.unit) and typed.count.value <= _RULE_MOST
    return bool(is_small and _EACH.search(before))


def _is_pointing(typed, before: str, behind: str) -> bool:
    """这两支队伍，上述三项：前面说过的。"""
    return not typed.text[0].isdecimal() and bool(_POINTING.search(before, max(0, len(before) - 2)))


def _is_condition(typed, before: str, behind: str) -> bool:
    """20小时以上的可以申请，不足10人的：说的是条件。"""
    if typed.text.startswith("不足"):
        return bool(_CONDITION_ENDS.match(behind))
    if before.endswith("满"):
        return behind.startswith(("的可", "的应", "的须", "的方可", "的授予", "的颁发", "者"))
    return typed.text.endswith(("以上", "以下", "以内")) and bool(_CONDITION.match(behind))


def _is_deadline(typed, before: str, behind: str) -> bool:
    """3小时内到达：说的是时限。"""
    return typed.count.unit == "小时" and (typed.text + behind[:1]).endswith(("内", "后", "前"))


def _is_round(typed, before: str, behind: str) -> bool:
    """百场宣讲，千名志愿者：说的是多。"""
    is_bare = bool(_ROUND.fullmatch(typed.text.removesuffix(typed.count.unit)))
    return (is_bare and not _TOTAL.search(before)) or before.endswith("成百")


def _is_naming(typed, before: str, behind: str) -> bool:
    """三项机制，两个覆盖，四项任务：说的是名目。"""
    number = typed.text.removeprefix("突破").removesuffix(typed.count.unit)
    if number not in tuple(_SMALL) or typed.count.unit not in tuple(_NAMING_UNITS):
        return False
    clause = _CLAUSE.split(before)[-1]
    noun = _NOUN.search(re.match(rf"[{_HAN}]*", behind)[0][:8])
    kind = noun.lastgroup if noun else "bare" if typed.count.unit in _BARE_UNITS else "concrete"
    if kind == "abstract":
        return not _OUTPUT.search(clause)
    return kind != "concrete" and not _COUNTING_VERB.search(clause)


def _is_name(typed, before: str, behind: str) -> bool:
    """两人一组，三期工程，1对1：数字是名称的一部分。"""
    return bool(_NAME.match(typed.text + behind)) and len(typed.text) == 2


_ORDINARY = (_is_for_each, _is_pointing, _is_condition, _is_deadline, _is_round, _is_naming, _is_name)

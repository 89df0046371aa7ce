"""Lines without what belongs to the page: site names, tags, page numbers, watermarks, cut sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.reading.characters import plain
from intake.reading.joining import joined, parted
from intake.reading.lines import MARGIN, ROW, Line, Removed, Source

_DATE = r"(?:19|20)[0-9]{2}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}日?"
_CLOCK = r"[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?"
_NOISE = {
    "网页的导航": (
        r".{0,40}(?:首页|您?(?:现在)?的?(?:当前)?位置|您现在).{0,4}(?:[>＞»/\\|→-].*|[:：].*[>＞»/\\|].*)",
        r"您?(?:现在)?的?(?:当前)?位置\s?[:：].{0,20}",
        r"[^。]{0,40}[>＞»][^。]{0,60}(?:正文|详情页?|内容|[>＞»].{0,30})",
        r"(?:上一?[篇页]|下一?[篇页])(?:文章)?[:：]?.{0,60}",
        r"(?:返回(?:顶部|列表|首页)|关闭(?:窗口|本页)?|打印(?:本页)?|收藏|分享(?:到|至)?|搜索|网站分类|标签列表|相关(?:文章|阅读|链接|新闻)|推荐阅读|热门文章|扫一扫.{0,20})[:：]?.{0,12}",
        r"(?:[【\[(（]?(?:打印|关闭|字体|字号|大|中|小|收藏|分享|纠错)[】\])）:：\s|]*){2,}",
        r"(?:相关|推荐|热门|精彩)(?:文章|阅读|链接|新闻|推荐|内容|搜索)\s?[:：].{0,120}",
        r"欢迎(?:您|光临|访问|来到).{0,30}|您好[,，].{0,6}欢迎.{0,30}|.{1,20}欢迎您[!！]?",
    ),
    "网页的标签": (r"(?:[Tt][Aa][Gg][Ss]?|标签|关键[词字])\s?[:：].*",),
    "网页的说明": (
        r"(?:(?:发布|发稿|更新|录入|添加|上传|发表)?(?:时间|日期|于)|日期)\s?[:：](?!.*(?:半年|年度|季度|学期))\s?.{0,30}",
        r"(?:信息|文章|稿件|新闻|内容|资料)?来源\s?[:：].{0,60}|(?:作者|编辑|责编|责任编辑|审核|校对|撰稿|供稿|投稿|摄影)\s?[:：].{0,40}",
        r"(?:[\[【][^\]】。]{1,8}[\]】]\s*)?(?:(?:发布|更新|录入|添加|发表)?(?:时间|日期)|(?:信息)?来源|发布[者人]|作者|编辑|责编|(?:浏览|点击|阅读)(?:次数|量|数)?)\s?[:：][^。]{0,120}(?:来源|作者|编辑|责编|浏览|点击|阅读|字号|字体|发布时间)(?:次数|量|数)?\s?[:：][^。]{0,40}",
        r"[0-9]+\s?次(?:浏览|阅读|点击|访问)|[|｜]",
        r"(?:点击|浏览|阅读|访问|下载)(?:数|量|次数|率)?\s?[:：]?\s?[0-9]*\s?次?",
        r".{0,30}(?:版权所有|[A-Z]?ICP备|All Rights Reserved|Copyright|©).{0,60}",
        r".{0,12}本[站文](?:原创|转载|仅供|由).{0,60}|.{0,20}转载(?:请|时|自)(?:注明|保留|附).{0,50}|转载自[:：].{0,50}",
        r"【?(?:概述|正文|导语|摘要)】|(?:相关|最新|热门|推荐)(?:主题|文档|文章|推荐|内容)|友情链接|精彩推荐|热门点击",
        r"(?:[^|。]{2,24}\|\s?){2,}[^|。]{0,24}|小编.{0,4}推荐|附件列表|赞赏|长按.{0,12}|文档介绍|申明敬告.{0,120}",
        r"-?\s?[0-9.]{1,6}\s?[KMG]B\s?\|?|-\s?[0-9]{1,3}\s?页|-\s?20[0-9]{2}-[0-9]{2}-[0-9]{2}\s?发布\s?\|?",
        r"(?:图文|图片|文图|通讯员)\s?[:：].{0,40}|往期(?:推荐|回顾|精彩).{0,20}|(?:继续)?滑动看下一个",
        r"当前时间.{0,30}|站内搜索.{0,20}|会员登录.{0,20}|(?:健康|服务|咨询)?热线\s?[:：]\s?[0-9-]+|我要投稿",
        r"(?:[\[【][^\]】。]{2,8}[\]】]\s*){2,}.{0,40}|(?:查看|围观|人气)\s?[:：]\s?[0-9.]+[KWwk万]?|(?:导入|加载)数据.{0,6}|(?:正在)?加载中.{0,6}",
        r"(?:供稿|编辑|审核|校对|责编|排版|来源|文字|图片|摄影|美编|监制|编审|初审|复审|终审|文案|图文|策划)\s?[|｜丨].{0,40}|(?:阅读|赞|在看|点赞|分享|留言)\s?[0-9万+.]+(?:\s?(?:赞|在看|点赞|分享|留言|阅读)\s?[0-9万+.]*)*",
        r"点击(?:上方|蓝字|下方).{0,20}(?:关注|订阅).{0,10}|(?:关注|点亮|戳|扫码).{0,12}(?:在看|公众号|二维码)",
        r"原创.{0,30}20[0-9]{2}[-/年].{0,24}|[^。，]{2,16}20[0-9]{2}年第?[0-9]{1,2}期",
        r"[□■]?\s?(?:本报|本网|晚报|日报|晨报|全媒体)(?:讯)?(?:实习|见习|首席)?(?:记者|通讯员)[^，。]{1,20}|(?:实习)?(?:编辑|记者|审核|校对)\s[^，。：]{1,24}",
        r"[（(](?:文|图|撰稿|摄影|供稿|编审|审核|通讯员|记者|学生|作者)\s?[/／:：].{0,80}[)）]|文\s?[/／].{0,20}图\s?[/／].{0,20}",
        r".{0,60}(?:小编|范文网|文库网|文秘网).{0,80}(?:阅读|收藏|分享|希望|帮助|参考).{0,40}",
        r"\S{0,10}(?:范文|文秘|文库|资料|公文|文档|总结)[网汇]?(?:网站?|大全|之家)|[^。；]{0,14}(?:文库|范文|公文汇|文档之家)[^。；]{0,8}",
        r"[^\u4e00-\u9fff]{0,40}(?:https?://|www\.)\S+",
        r".{0,40}(?:加入收藏|预计阅读|共计?[0-9]+个?字|字体大小).{0,40}|.{0,20}请输入验证码.{0,10}|[^。]{0,30}版权与?(?:免责)?声明[:：]?",
        rf"[^。，]{{0,24}}{_DATE}\s*(?:[\[【(（](?:打印|关闭|字体|收藏)[\]】)）]\s*)+|星期[一二三四五六日天]?",
        rf"[^。，]{{0,60}}(?:更新|发布|录入|发表)(?:时间|日期)\s?[:：]\s?{_DATE}\s*(?:{_CLOCK})?",
        rf"{_DATE}\s*(?:{_CLOCK})?\s*星期[一二三四五六日天]\s*(?:字体.{{0,10}})?",
        r"原标题\s?[:：].{2,60}",
        r"评论一下|评论\s?[0-9]+\s?人参与.{0,20}|(?:还没有|暂无|全部)评论.{0,16}|图片由.{1,12}(?:提供|授权)",
    ),
    "网页的时间": (
        rf"{_DATE}\s*(?:{_CLOCK})?\s*(?:来源|作者|编辑|浏览|点击|阅读|字号|字体)\s?[:：].{{0,80}}",
        rf"{_DATE}\s*{_CLOCK}",
        rf"(?:{_DATE}\s*)?{_CLOCK}|[【\[]\s?{_DATE}\s?[】\]]",
    ),
    "页码": (
        r"[-—–－\s·]{0,4}[0-9]{1,3}[-—–－\s·]{0,4}|[-—–－ ]{1,3}[0-9]{1,3}[-—–－ ]{1,3}",
        r"第\s?[0-9一二三四五六七八九十]{1,3}\s?页(?:[\s,，/]*共\s?[0-9一二三四五六七八九十]{1,3}\s?页)?|[0-9]{1,3}\s?/\s?[0-9]{1,3}",
    ),
}
_WHOLE = [(why, re.compile(rf"(?:{'|'.join(patterns)})\s*$")) for why, patterns in _NOISE.items()]
# A watermark run into the end of a sentence: …100场次。 稿子汇,范文学习文库
_AT_END = re.compile(
    r"(?<=[。！；])\s*[^。，,]{0,8}[,，]?[^。，,]{0,8}(?:文库|范文网?|文档之家|文秘网|公文网)$"
)
# 发布时间:2024-08-10为更好地服务青年, 2016-04-06 16:59本网讯: the page's time run into the text.
_AT_START = re.compile(
    rf"(?:(?:作者|来源|编辑)\s?[:：]\s?[^\s:：，。]{{0,12}}\s*){{0,3}}"
    rf"(?:(?:发布|发稿|更新|发表)(?:时间|日期)?\s?[:：]\s?{_DATE}\s*(?:{_CLOCK})?|{_DATE}\s*{_CLOCK}(?=.{{0,12}}[讯电]))"
    r"(?=.{20,})"
)
_SITE = re.compile(
    r"[\s,，(（【]*(?:[\u4e00-\u9fff]{2,8}[\s:：]?)?(?:https?://)?(?:www\.)[a-z0-9-]{2,30}(?:\.(?:com|cn|net|org|gov|edu|cc)){1,2}(?:/\S*)?[\s)）】]*",
    re.IGNORECASE,
)
# How sites of model texts head a collection: …工作总结最新【多篇整理】, …(通用7篇)
_COLLECTION = re.compile(
    r"(?:最新)?[【（(][^】）)]{0,6}(?:篇|整理|精选|范文|全文)[^】）)]{0,6}[】）)]$|(?:最新)?范文$"
)
_CRUMB = re.compile(r".{1,40}[>＞»]\s?(?P<last>[^>＞»]{2,60})")
_ACCOUNT = re.compile(r"[\u4e00-\u9fff]{2,12}\s?20[0-9]{2}-[0-9]{2}-[0-9]{2}")  # 青春江口 2023-09-07
_PROSE = re.compile("[，。；：,;:]")  # 站名 > the title that follows
_SIGNER = re.compile(r"(?:委员会|委|团总支|团支部|协会|办公室)$")
_LONGEST_MARK = 24


def cleaned(lines: Iterable[Line]) -> Source:
    """The document's own words. What was taken out is told beside them, and nothing else is lost."""
    removed: list[Removed] = []
    kept = [line for line in _without_margins(plain(list(lines)), removed) if line.text]
    kept = _without_repeats(kept, removed)
    kept = [_without_time(line, removed) if at < 6 else line for at, line in enumerate(kept)]
    kept = [_without_sites(line, removed) for line in kept]
    kept = list(_without_noise([line for line in kept if line.text], removed))
    kept = parted(joined([line for line in kept if line.text]))
    return Source(tuple(_without_doubled_titles(kept, removed)), tuple(removed))


def _without_margins(lines: list[Line], removed: list[Removed]) -> Iterator[Line]:
    """What the pages of a PDF have at their edges, told once."""
    told = {line.text for line in lines if line.kind == MARGIN}
    removed += [Removed(text, "页眉、页脚或水印") for text in sorted(told)]
    yield from (line for line in lines if line.kind != MARGIN)


def _without_noise(lines: list[Line], removed: list[Removed]):
    for at, line in enumerate(lines):
        why = _why_noise(line, at, lines)
        if why:
            removed.append(Removed(line.text, why))
        else:
            yield line


def _why_noise(line: Line, at: int, lines: list[Line]) -> str:
    if line.kind == ROW or len(line.text) > 200:
        return ""
    for why, pattern in _WHOLE:
        if pattern.match(line.text):
            return why
    if at < 6 and re.fullmatch(_DATE, line.text) and not (at and _SIGNER.search(lines[at - 1].text)):
        return "网页的时间"
    if at < 6 and _ACCOUNT.fullmatch(line.text):
        return "网页的时间"
    nearby = [one.text for one in lines[at + 1 : at + 3]]
    crumb = _CRUMB.fullmatch(line.text)
    if crumb and (crumb["last"] in nearby or (at < 4 and not _PROSE.search(line.text))):
        return "网页的导航"
    if at == 0 and len(line.text) <= 12 and any(re.search(r"[>＞»]", one) for one in nearby):
        return "网站的名称"
    return ""


def _without_repeats(lines: list[Line], removed: list[Removed]) -> list[Line]:
    """Headers, footers and watermarks come again and again, each time alone on a line."""
    seen = Counter(line.text for line in lines if line.kind != ROW and len(line.text) <= _LONGEST_MARK)
    marks = {
        text
        for text, times in seen.items()
        if times >= 3
        and not re.search(r"[。；，：:、]|^[(（]?[0-9一二三四五六七八九十]", text)
        and len(text) > 4
    }
    kept, told = [], set()
    for line in lines:
        if line.text in marks and line.kind != ROW:
            if line.text not in told:
                removed.append(Removed(line.text, "每页重复的文字"))
            told.add(line.text)
        else:
            kept.append(line)
    return kept


def _without_time(line: Line, removed: list[Removed]) -> Line:
    match = _AT_START.match(line.text) if line.kind != ROW and _PROSE.search(line.text) else None
    if match is None or len(line.text) - match.end() < _LONGEST_MARK:
        return line
    removed.append(Removed(match[0].strip(), "网页的时间"))
    return replace(line, text=line.text[match.end() :].strip())


def _without_sites(line: Line, removed: list[Removed]) -> Line:
    def gone(match):
        removed.append(Removed(match[0].strip(), "网站的水印"))
        return ""

    text = _AT_END.sub(gone, line.text)
    return replace(line, text=_SITE.sub(gone, text).strip() if "www" in text.lower() else text)


def _without_doubled_titles(lines: list[Line], removed: list[Removed]) -> list[Line]:
    """Of a title that comes twice at the top the fuller one stays: web pages print it once more."""
    kept: list[Line] = []
    for at, line in enumerate(lines):
        near = kept if at < 8 else ()
        twin = next((one for one in near if _same_title(one.text, line.text)), None)
        if twin is None:
            kept.append(line)
        elif re.search(r"[*＊×xX○〇]{2}", twin.text) or _COLLECTION.search(twin.text):
            kept[kept.index(twin)] = line
            removed.append(Removed(twin.text, "重复的标题"))
        else:
            removed.append(Removed(line.text, "重复的标题"))
    return kept


def _same_title(one: str, other: str) -> bool:
    """The same words, a masked name standing for any: 共青团**区委 and 共青团临江区委."""
    if not 6 <= len(one) <= 60 or len(other) > 60 or one[-1] in "。；！？":
        return False
    if one == other or _COLLECTION.sub("", one) == _COLLECTION.sub("", other):
        return True
    masked, whole = (one, other) if re.search(r"[*＊×xX○]{2}", one) else (other, one)
    if not re.search(r"[*＊×xX○]{2}", masked):
        return False
    pattern = "".join(
        ".{0,8}" if part[0] in "*＊×xX○" else re.escape(part)
        for part in re.findall(r"[*＊×xX○]{2,}|[^*＊×xX○]+|[*＊×xX○]", masked)
    )
    return bool(re.fullmatch(pattern, whole))

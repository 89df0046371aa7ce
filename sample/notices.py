"""Examples of notices: invented, and marked in their titles and at the head of their texts."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sample.examples import MARK

_SHANGHAI = ZoneInfo("Asia/Shanghai")
_DISCLAIMER = "<p>本条是为演示系统功能而编写的示例，不是真实的{}，其中的日期和要求也是虚构的。</p>"

NOTICES = (
    {
        "title": f"{MARK}关于推荐优秀青年志愿者人选的通知",
        "kind": "notice",
        "published_at": datetime(2020, 12, 1, 9, 0, tzinfo=_SHANGHAI),
        "ends_on": date(2020, 12, 15),
        "body": _DISCLAIMER.format("通知")
        + "<h2>推荐范围</h2><p>各团（工）委、团总支、团支部的在册志愿者。</p>"
        "<h2>推荐办法</h2><ol><li>由所在团组织提出人选，征得本人同意。</li>"
        "<li>填写推荐表，写明服务的时间、地点和内容。</li><li>在截止日期以前报送。</li></ol>",
    },
    {
        "title": f"{MARK}优秀青年志愿者拟表彰名单公示",
        "kind": "publicity",
        "published_at": datetime(2020, 12, 22, 9, 0, tzinfo=_SHANGHAI),
        "ends_on": date(2020, 12, 28),
        "body": _DISCLAIMER.format("公示")
        + "<p>拟表彰的人选现予公示，公示期为五个工作日。对名单有异议的，可以在公示期内向团区委反映。</p>"
        "<p>名单：（示例不列任何人的姓名）</p>",
    },
)

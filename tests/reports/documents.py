"""A small document made by hand, for tests that need no database."""

from datetime import date
from decimal import Decimal

from reports.document import Document, Figure, Item, Passage, Section, Source
from reports.document.formalities import Formalities

ACTIVITY = Source("activity", 4, "应急志愿服务", "/activities/4/", "300余名", 7)
VOLUNTEERS = Figure("志愿者", Decimal("300"), "名", "at_least", "300余名", (ACTIVITY,))
MASKS = Figure("口罩", Decimal("10000.00"), "个", "exact", "1万个", (ACTIVITY,))
TARGET = Figure("目标", Decimal("40"), "个", "exact", "40个", (Source("commitment", 2, "建服务站", ""),))

OFFICIAL = Formalities(
    copy_number="000001",
    secrecy="机密",
    secrecy_term="5年",
    urgency="特急",
    signers=("张三", "欧阳小明", "李四"),
    addressees="团市委、区委办公室",
    copied_to="区委组织部、区文明办，各街道团工委",
    printed_by="某团区委办公室",
    printed_on=date(2020, 5, 30),
)

# A follow-up that staff want as a table, each of its headings with rows of its own.
FOLLOWED_UP = Section(
    "上期计划的落实情况",
    "follow_up",
    tuple(
        Item(heading, Passage(("未开展1项。",)), (Item(task, Passage(("（未开展；尚无关联的记录）",))),))
        for heading, task in (("队伍", "培训团干部"), ("阵地", "建服务站"))
    ),
    is_table=True,
)


def document(**changes) -> Document:
    """A draft with a section of records and a plan."""
    item = Item(
        "应急志愿服务",
        Passage(("组织", 0, "青年志愿者，捐赠口罩", 1, "。"), (VOLUNTEERS, MASKS)),
        sources=(ACTIVITY,),
    )
    commitment = Item("建设服务站", Passage(("（目标：", 0, "）"), (TARGET,)))
    values = {
        "slug": "2020-h1",
        "title": "2020年上半年工作总结",
        "start": date(2020, 1, 1),
        "end": date(2020, 6, 30),
        "as_of": date(2020, 5, 29),
        "state": "draft",
        "opening": Passage(("今年以来，\n现将情况汇报如下。",)),
        "sections": (
            Section("服务青年", "records", (item,)),
            Section("下半年计划", "plan", (Item("志愿服务", Passage(("坚持常态化。",)), (commitment,)),)),
        ),
        "signature": "某团区委",
        "signed_on": date(2020, 5, 29),
        "totals": (VOLUNTEERS,),
    }
    return Document(**{**values, **changes})

"""Building the League itself: 自身建设. Its other item, the commendation, stands in ``honors``."""

from datetime import date

BUILDING = (
    {
        "title": "共青团西湖区第十届委员会第五次全体（扩大）会议",
        "area": "building",
        "date_precision": "day",
        "starts_on": date(2020, 1, 16),
        "day_part": "morning",
        "place": "区政府六号楼三楼会议室",
        "audience": "第十届委员会常委、委员、候补委员，各团组织负责人，区属学校团支书和辅导员",
        "summary": "1月16日上午，共青团西湖区第十届委员会举行第五次全体（扩大）会议，{参会人员}到会，"
        "选举产生了本届委员会书记。会议由团区委副书记涂犇主持。",
        "body": "<p>共青团西湖区第十届委员会的第五次全体（扩大）会议，在区政府六号楼三楼会议室召开。"
        "常委、委员和候补委员出席，全区团组织的负责人、区属学校的团支书和辅导员也参加了会议。</p>"
        "<p>会议由团区委副书记涂犇主持，通过选举产生了本届委员会的书记。</p>",
        "tags": ("全会精神",),
        "people": (("涂犇", "共青团西湖区委副书记", "chaired"),),
        "figures": (
            {
                "name": "参会人员",
                "wording": "70余人",
                "counts": "participants",
                "repeats": ("团区委全体（扩大）会议学习区委第十二届九次全会精神", "到会团干部"),
                "note": "可能与同一天上午的另一场会议是同一批人，合计只算一次。",
            },
        ),
        "photo": "meeting",
    },
)

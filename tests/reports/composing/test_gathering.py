from dataclasses import replace
from decimal import Decimal

from reports.composing.gathering import Most, told_together
from reports.document import Figure, Item, Passage, Section, Source
from tests.reports.documents import document

EVERYTHING = Most()


def together(section, of=None, most=EVERYTHING):
    return told_together(of or document(), section, most).items


def test_a_total_told_of_a_section_is_that_of_its_own_records():
    trained, served = (
        Source("activity", 11, "培训", "", "50名", 21),
        Source("activity", 12, "服务", "", "70余名", 22),
    )
    people = Figure("参加人员", Decimal(120), "名", "at_least", "120余名", (trained, served))
    hours = Figure(
        "志愿服务时长", Decimal(12), "小时", "exact", "12小时", (replace(served, text="3条记录共12小时"),)
    )
    of_training = Figure("学员", Decimal(50), "名", "exact", "50名", (trained,))
    long = document(
        totals=(people, hours),
        sections=(
            Section(
                "自身建设",
                "records",
                (Item("培训", Passage(("经过很长。", 0, "。"), (of_training,)), (), (trained,)),),
            ),
        ),
    )

    [told] = together(long.sections[0], long)

    assert told.text == "开展活动1项，参加人员50名，包括：培训。"
    assert [figure.sources for figure in told.figures[1:]] == [(trained,)]


def test_a_stock_stands_last_and_neither_a_nameless_figure_nor_one_title_of_many_is_told():
    def item(title, *figures):
        source = (Source("activity", len(title), title, ""),)
        stated = [Figure(label, Decimal(1), unit, "exact", text, source) for label, unit, text in figures]
        return Item(title, Passage((*range(len(stated)), "。"), tuple(stated)), (), source)

    branches = item("团组织建设", ("团支部", "个", "截至6月底，团支部569个"), ("整顿支部", "个", "12个"))
    items = (branches, item("培训", ("期数", "期", "2期"), ("率", "%", "98.6%")))

    [told] = together(Section("工作", "records", items), most=Most(1, 5))

    assert told.text == "开展活动2项，整顿支部12个，截至6月底，团支部569个。"


def test_awards_follow_what_was_done():
    activity, commendation = Source("activity", 1, "座谈会", ""), Source("commendation", 2, "五四表彰", "")
    awarded = Figure("优秀团员", Decimal(45), "名", "exact", "45名", (commendation,))
    items = (
        Item("五四表彰", Passage(("经过很长。", 0, "。"), (awarded,)), (), (commendation,)),
        Item("座谈会", Passage(("经过很长。",)), (), (activity,)),
    )

    [told] = together(Section("工作", "records", items))

    assert told.text == "表彰1项、开展活动1项，授予优秀团员45名，包括：五四表彰；座谈会。"


def test_titles_of_honour_are_told_all_or_by_how_many_received_them():
    source = Source("commendation", 2, "五四表彰", "")
    awarded = tuple(
        Figure(title, Decimal(count), "名", "exact", f"{count}名", (source,))
        for title, count in (("优秀团干部", 43), ("优秀团员", 45))
    )
    item = Item("五四表彰", Passage(("授予", 0, "和", 1, "。"), awarded), (), (source,))
    section = Section("工作", "records", (item,))

    assert [together(section, most=Most(0, most))[0].text for most in (2, 1, 0)] == [
        "表彰1项，授予优秀团干部43名、优秀团员45名。",
        "表彰1项，授予个人88名。",
        "表彰1项。",
    ]


def test_the_follow_up_in_one_sentence_adds_up_where_its_commitments_stand():
    def heading(title, *standing):
        figures = tuple(
            Figure(label, Decimal(count), "项", "exact", f"{count}项", (Source("commitment", count, "", ""),))
            for label, count in standing
        )
        runs = (*(run for place, (label, _) in enumerate(standing) for run in (label, place)), "。")
        children = tuple(
            Item("经过很长。", Passage(("（", "未开展", "；", "尚无关联的记录", "）"))) for _ in range(3)
        )
        return Item(title, Passage(runs, figures), children)

    items = (heading("志愿服务", ("完成", 1), ("未开展", 2)), heading("宣传", ("完成", 3)))
    [told] = together(Section("落实", "follow_up", items))

    assert told.text == "所列任务6项，已完成4项、尚未启动2项。"
    assert [len(figure.sources) for figure in told.figures] == [3, 2, 1]


def test_the_plan_in_one_sentence_names_every_heading_and_its_targets():
    [told] = together(document().sections[1])

    assert told.text == "重点任务是：志愿服务（建设服务站40个）。"


def test_the_titles_with_most_figures_are_told_first_and_own_words_never_left_out():
    sources = [Source("activity", number, f"活动{number}", "") for number in range(3)]
    goods = Figure("口罩", Decimal(9), "个", "exact", "9个", (sources[2],))
    items = (
        Item("活动一", sources=sources[:1]),
        Item("自己写的"),
        Item("活动二", sources=sources[1:2]),
        Item("活动三", Passage((0,), (goods,)), sources=sources[2:]),
    )

    [told] = together(Section("工作", "records", items), most=Most(titles=2))

    assert told.text == "开展活动3项，口罩9个，主要有：自己写的；活动三。"


def test_what_is_stated_under_one_name_several_times_is_neither_added_nor_listed():
    sources = [Source("activity", number, f"活动{number}", "") for number in range(2)]
    figures = [Figure("图书", Decimal(9), "册", "exact", "9册", (source,)) for source in sources]
    books = [Item(one.sources[0].label, Passage((0,), (one,)), (), one.sources) for one in figures]

    [told] = together(Section("工作", "records", tuple(books)))

    assert told.text == "开展活动2项，包括：活动0；活动1。"

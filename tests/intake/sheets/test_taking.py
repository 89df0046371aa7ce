"""A table is matched, looked at row by row, saved without what is faulty, and never twice."""

import io
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from reversion.models import Version

from activities.models import Activity
from desk.models import Binned
from honors.models import Award
from intake.models import SheetImport
from intake.reading import Unreadable
from intake.recording import Refused
from intake.sheets.files import faulty_rows_of, template_of
from intake.sheets.kinds import ALL
from intake.sheets.reading import read_sheets
from intake.sheets.saving import saving
from intake.sheets.taking import choose, take
from intake.sheets.undoing import undoing
from organizations.models import Organization, Person
from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CommendationFactory,
    OrganizationFactory,
    RootOrganizationFactory,
    StaffFactory,
    VolunteerFactory,
    WorkAreaFactory,
)
from tests.intake.sheets.books import book
from volunteers.models import ServiceRecord, Volunteer

pytestmark = pytest.mark.django_db

HEADINGS = ["活动名称", "活动时间", "板块", "主办单位", "参与人数", "场次（场）"]
GOOD = ["清明祭英烈", "2021.4.2", "思想引领", "一中团委", "200余名", 3]


@pytest.fixture
def staff():
    RootOrganizationFactory()
    WorkAreaFactory(name="思想引领")
    OrganizationFactory(name="共青团第一中学委员会", short_name="一中团委")
    return StaffFactory()


def taken(by, *rows, model=Activity, **told) -> SheetImport:
    return take(name="台账.xlsx", data=book(*rows, **told), model=model, by=by)


def states(table) -> dict[int, list[str]]:
    return {row.number: [row.state, *row.said] for row in table.rows.all()}


def save(table, by) -> list:
    return list(saving(table, by=by))


def undo(table, by, *, leave_changed=False):
    *_, standing = undoing(table, by=by, leave_changed=leave_changed)
    return standing


def test_good_rows_become_drafts_with_figures_in_history_and_log(staff):
    table = taken(staff, HEADINGS, GOOD)

    save(table, staff)

    [activity] = Activity.objects.all()
    assert (activity.title, activity.starts_on, activity.state, activity.created_by) == (
        ("清明祭英烈", date(2021, 4, 2), "draft", staff)
    )
    assert [str(one) for one in activity.organizers.all()] == ["一中团委"]
    assert [(one.name, one.text, one.unit) for one in activity.figures.all()] == [
        ("参与人数", "200余名", "名"),
        ("场次", "3场", "场"),
    ]
    told = "由表格“台账.xlsx”导入。"
    version = Version.objects.get_for_object(activity).get()
    assert (version.revision.comment, version.revision.user) == (told, staff)
    logged = LogEntry.objects.filter(user=staff).values_list("object_repr", "change_message")
    assert set(logged) == {("清明祭英烈", told), ("台账.xlsx", "导入活动1条。")}


@pytest.mark.parametrize(
    ("place", "cell", "sentence"),
    [
        (0, "", "标题：没有填写。"),
        (1, "2021.2.30", "开始日期：“2021.2.30”没有2021年2月30日这一天，请核对。"),
        (2, "思想引导", "工作板块：没有“思想引导”这个工作板块，是不是“思想引领”？"),
        (3, "一中", "主办的团组织：没有“一中”这个团组织，是不是“共青团第一中学委员会”？"),
        (
            4,
            110101199001011234,
            "活动数据：“参与人数”这个号码在表格里变成了“1.10101199001011e+17”，后几位已经丢失。"
            "请把这一列设为“文本”格式，重新填写号码。",
        ),
        (4, "2000万人", "活动数据：人数或人次达到一千万，超出了一个区的范围，请核对。"),
    ],
)
def test_a_faulty_row_says_in_which_column_what_is_wrong(staff, place, cell, sentence):
    row = [*GOOD]
    row[place] = cell

    table = taken(staff, HEADINGS, row, ["护河", *GOOD[1:]])

    assert states(table)[2][:2] == ["faulty", sentence]
    assert states(table)[3] == ["good"]


def test_headings_are_found_below_titles_in_any_order_over_merged_cells(staff):
    table = taken(
        staff,
        ["2021年活动台账"],
        ["活动基本情况", None, None, "效果"],
        ["所属板块", "日期", "名称", "参加人员（人）"],
        ["思想引领", "2021年4月2日至3日", "祭扫", 200],
        [None, "2021年4月", "护河", 30],
        merged=["A1:D1", "A2:C2", "A4:A5"],
    )
    save(table, staff)

    assert table.chosen == ["area", "starts_on", "title", "figure"]
    told = Activity.objects.order_by("starts_on", "title").values_list(
        "title", "date_precision", "figures__wording"
    )
    assert list(told) == [("护河", "month", "30人"), ("祭扫", "range", "200人")]


def test_a_column_that_nobody_knows_is_set_by_hand(staff):
    table = taken(staff, ["事项", "活动时间", "板块"], GOOD[:3])
    assert states(table) == {2: ["faulty"]}

    list(choose(table, ["title", "starts_on", "area"], by=staff))

    assert states(table) == {2: ["good"]}


def test_figures_in_one_cell_are_read_line_by_line(staff):
    table = taken(
        staff, [*HEADINGS[:3], "活动数据"], [*GOOD[:3], "参与人数：200余名；场次：3场\n志愿者约30人；500元"]
    )
    save(table, staff)

    assert [str(one) for one in Activity.objects.get().figures.all()] == [
        "参与人数：200余名",
        "场次：3场",
        "志愿者：约30人",
        "金额：500元",
    ]


def test_the_same_table_twice_changes_nothing(staff):
    rows = (HEADINGS, GOOD, [*GOOD])
    first = taken(staff, *rows)
    assert states(first) == {2: ["good"], 3: ["known", "与第2行是同一条，不再导入。"]}
    save(first, staff)

    second = taken(staff, *rows)

    assert set(map(tuple, states(second).values())) == {("known", "已经登记过，不再导入。")}
    with pytest.raises(Refused, match="没有可以导入的行。"):
        save(second, staff)
    assert Activity.objects.count() == 1


def test_a_table_is_saved_once_even_when_the_button_is_pressed_twice(staff):
    table = taken(staff, HEADINGS, GOOD)
    save(table, staff)

    with pytest.raises(Refused, match="已经导入过"):
        save(table, staff)


def test_faulty_rows_are_given_back_to_be_mended_and_taken_in_again(staff):
    table = taken(staff, HEADINGS, GOOD, ["护河", "某天", *GOOD[2:]])
    save(table, staff)

    [sheet] = read_sheets(faulty_rows_of(table, range(len(HEADINGS))))

    assert sheet.rows[0] == ["问题", *HEADINGS]
    assert sheet.rows[1][0].startswith("第3行：开始日期：“某天”看不出是哪一天。")
    mended = [["", *HEADINGS], ["", "护河", "2021.6.1", *sheet.rows[1][3:]]]
    again = taken(staff, ["问题", *HEADINGS], mended[1])
    save(again, staff)
    assert set(Activity.objects.values_list("title", flat=True)) == {"清明祭英烈", "护河"}


def test_an_import_is_undone_as_a_whole_into_the_bin(staff):
    table = taken(staff, HEADINGS, GOOD, ["护河", *GOOD[1:]])
    save(table, staff)

    undo(table, staff)

    assert not Activity.objects.exists()
    assert set(Binned.objects.values_list("name", flat=True)) == {"清明祭英烈", "护河"}
    assert {tuple(state) for state in states(table).values()} == {("undone",)}


def test_undoing_names_what_was_changed_or_used_meanwhile_and_leaves_it_if_told_so(staff):
    table = taken(staff, HEADINGS, GOOD, ["护河", *GOOD[1:]], ["植树", *GOOD[1:]])
    save(table, staff)
    Activity.objects.filter(title="护河").update(place="河边")
    volunteer = VolunteerFactory()
    ServiceRecord.objects.create(
        volunteer=volunteer,
        activity=Activity.objects.get(title="植树"),
        served_on=date(2021, 4, 2),
        hours=1,
        evidence="表",
    )

    with pytest.raises(Refused) as refusal:
        undo(table, staff)

    assert str(refusal.value) == "没有撤销：“护河”（导入以后改过）、“植树”（已有服务记录用到它）。"
    assert Activity.objects.count() == 3
    undo(table, staff, leave_changed=True)
    assert set(Activity.objects.values_list("title", flat=True)) == {"护河", "植树"}


def test_whoever_belongs_to_a_branch_takes_in_nothing_of_others(staff):
    own = OrganizationFactory(name="二中团委")
    branch = StaffFactory(is_superuser=False, organizations=[own])

    table = taken(
        branch, HEADINGS, GOOD, ["护河", *GOOD[1:3], "二中团委", "", ""], ["植树", *GOOD[1:3], "", "", ""]
    )

    assert states(table) == {
        2: ["faulty", "主办的团组织：没有“一中团委”这个团组织，是不是“二中团委”？"],
        3: ["good"],
        4: ["faulty", "主办的团组织：这一行不属于你的团组织，你只能导入自己的团组织和下级的。"],
    }


def test_an_organization_may_stand_below_one_of_the_same_table(staff):
    rows = [
        ["全称", "类别", "上级团组织"],
        ["三中团委", "团（工）委", "团区委"],
        ["三中一支部", "团支部", "三中团委"],
    ]
    table = taken(staff, *rows, ["四中", "学校", "团区委"], model=Organization)

    save(table, staff)

    assert Organization.objects.get(name="三中一支部").parent.name == "三中团委"
    assert states(table)[4] == [
        "faulty",
        "类别：没有“学校”这一项，请写团区委、团（工）委、团总支、团支部之一。",
    ]


def test_an_organization_that_is_on_record_under_its_short_name_is_not_made_anew(staff):
    table = taken(staff, ["全称", "类别", "上级"], ["一中团委", "团（工）委", "团区委"], model=Organization)

    assert states(table) == {2: ["known", "已经登记过，不再导入。"]}


def test_persons_come_with_their_posts_and_namesakes_stay_apart(staff):
    rows = [
        ["姓名", "所在团组织", "职务", "说明"],
        ["王伟", "一中团委", "一中团委 书记", ""],
        ["王伟", "", "", "城管局的"],
    ]
    table = taken(staff, *rows, model=Person)
    save(table, staff)

    told = [
        (one.name, one.note, [str(post) for post in one.posts.all()]) for one in Person.objects.order_by("pk")
    ]
    assert told == [("王伟", "", ["一中团委书记"]), ("王伟", "城管局的", [])]
    assert {state[0] for state in states(taken(staff, *rows, model=Person)).values()} == {"known"}


def test_an_identity_number_that_lost_its_end_is_refused_and_a_whole_one_kept(staff):
    rows = [["姓名", "身份证号"], ["李敏", 110101199001011234], ["王伟", "11010119900101123x"]]
    table = taken(staff, *rows, model=Volunteer)
    save(table, staff)

    assert list(Volunteer.objects.values_list("name", "id_number")) == [("王伟", "11010119900101123X")]
    assert states(table)[2][1].startswith(
        "身份证号：这个号码在表格里变成了“1.10101199001011e+17”，后几位已经丢失。"
    )


def test_what_is_private_is_not_taken_in_by_who_may_not_see_it(staff):
    by = StaffFactory(is_superuser=False)

    table = taken(by, ["姓名", "手机号"], ["李敏", "13800000000"], model=Volunteer)

    assert table.chosen == ["name", ""]


def test_service_is_told_to_the_right_one_of_two_namesakes(staff):
    one = VolunteerFactory(name="李敏", organization=Organization.objects.get(short_name="一中团委"))
    VolunteerFactory(name="李敏", organization=None)
    ActivityFactory(title="护河")
    headings = ["姓名", "团组织", "日期", "时长", "活动", "依据"]
    told = ["李敏", "一中团委", "2021.4.2", 2.5, "护河", "签到表"]
    unclear = ["李敏", "", "2021.4.2", 1, "", "签到表"]

    table = taken(staff, headings, told, unclear, model=ServiceRecord)
    save(table, staff)

    assert [(r.volunteer, r.hours, r.recorded_by) for r in ServiceRecord.objects.all()] == [(one, 2.5, staff)]
    assert states(table)[3] == [
        "faulty",
        "志愿者：有2名志愿者叫“李敏”，请写上团组织或身份证号，分清是哪一名。",
    ]


def test_a_roster_goes_to_its_title_in_the_order_of_the_table_unless_that_is_public(staff):
    title = AwardTitleFactory(name="优秀团员", commendation__title="2020年度表彰")
    AwardTitleFactory(name="优秀团员", commendation=CommendationFactory(title="2019年度表彰", published=True))
    headings = ["表彰", "称号", "姓名", "单位"]

    table = taken(
        staff,
        headings,
        ["2020年度表彰", "优秀团员", "张明", "一中团委"],
        ["2020年度表彰", "优秀团员", "李　敏", ""],
        ["2020年度表彰", "优秀团员", "张明", "第二中学"],
        ["2019年度表彰", "优秀团员", "王伟", ""],
        model=Award,
    )
    save(table, staff)

    assert list(title.awards.values_list("name", "position")) == [("张明", 1), ("李敏", 2), ("张明", 3)]
    assert states(table)[5] == [
        "faulty",
        "年度表彰：这项表彰已经发布，名单请在奖项的表单里修改，再点“发布修改”。",
    ]


def test_nothing_is_kept_of_a_file_without_rows(staff):
    with pytest.raises(Unreadable, match="表头下面没有内容"):
        taken(staff, HEADINGS)

    assert not SheetImport.objects.exists()


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_the_template_of_each_kind_is_read_back_with_every_column_known(staff, kind):
    sheet = read_sheets(template_of(kind(staff)))[0]

    table = taken(staff, sheet.rows[0], ["x"] * len(sheet.rows[0]), model=kind.model)

    assert table.chosen == list(kind(staff).columns)


def test_a_table_is_taken_in_on_the_command_line_too(staff, tmp_path):
    file = tmp_path / "台账.csv"
    rows = [HEADINGS, GOOD, ["护河", "某天", *GOOD[2:]]]
    file.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="gb18030")
    said = io.StringIO()

    call_command("import_table", "activity", file, by=staff.username, yes=True, stdout=said)

    assert Activity.objects.get().title == "清明祭英烈"
    assert said.getvalue().splitlines()[-1] == "有问题1行，已导入1行。"


def test_a_formula_whose_result_is_not_in_the_file_is_named_in_its_row(staff):
    table = taken(staff, HEADINGS, ['="清明"&"祭扫"', *GOOD[1:]])

    assert states(table)[2] == [
        "faulty",
        "标题：这一格是公式，文件里没有它的结果。请用 WPS 或 Excel 打开、保存一次，或者把公式换成数值。",
    ]

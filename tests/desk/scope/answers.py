"""What each role may do with each kind of record, and what each address of the desk answers to it.

v 查看, a 增加, c 修改, d 删除; S 送审, R 退回, P 发布, T 定时发布, W 撤回; U 采用来报. Whoever is tied to the
committee may do so with all records; whoever is tied to a branch, with those that are told beneath the table.
"""

ROLES = ("录入员", "审核员", "表彰管理员", "志愿服务管理员", "站点管理员", "支部填报员", "只读")
RIGHTS = """
                            录入    审核      表彰      志愿      站点     填报   只读
    accounts.terms          -      -          -        -         vc       -      -
    activities.activity     vacS   vacdSRPTW  -        v         vW       vacS   v
    activities.campaign     vacS   vacdSRPTW  -        -         vW       v      v
    activities.figure       v      v          -        -         v        v      v
    activities.indicator    v      v          -        -         vacd     v      v
    activities.tag          vac    vac        -        -         vacd     vac    v
    activities.workarea     v      v          v        -         vacd     v      v
    auth.group              -      -          -        -         vacd     -      -
    auth.user               -      -          -        -         vacd     -      -
    branches.branchreport   vcU    vcdU       -        -         v        vacd   v
    branches.censusreturn   vc     vcd        -        -         v        vc     v
    branches.censusround    v      vacd       -        -         v        -      v
    corrections.correction  -      vc         -        -         vcd      -      -
    desk.binned             -      vc         vc       vc        vc       vc     -
    desk.logline            -      v          -        -         v        -      -
    desk.overruled          -      v          -        -         v        -      -
    honors.awardtitle       vac    vacd       vacd     -         v        -      v
    honors.commendation     vacS   vacdSRPTW  vacdSRPTW -        vW       -      v
    honors.honorreceived    vacS   vacdSRPTW  vacdSRPTW -        vW       -      v
    intake.document         vac    vacd       -        -         v        -      v
    notices.notice          vacS   vacdSRPTW  -        -         vW       -      v
    organizations.committee -      -          -        -         vac      -      v
    organizations.organization v   v          v        v         vacd     v      v
    organizations.partner   vac    vac        -        -         vacd     vac    v
    organizations.person    vac    vac        vac      -         vacd     vac    v
    reports.commitment      vc     vacd       -        -         v        -      v
    reports.planitem        v      vacd       -        -         v        -      v
    reports.report          v      vacd       -        -         v        -      v
    reports.reporttype      -      -          -        -         vacd     -      v
    search.asked            -      -          -        -         vd       -      -
    toolkit.formeraddress   -      -          -        -         vacd     -      -
    volunteers.servicefield v      v          -        vacd      vacd     v      v
    volunteers.servicerecord vac   vacd       -        vacd      v        vac    v
    volunteers.team         vacS   vacdSRPTW  -        vacdSRPTW vW       v      v
    volunteers.volunteer    vac    vacd       -        vacd      v        vac    v
"""

# Of a branch: its own records and those beneath, with the same rights; for accounts, to be looked at.
OF_A_BRANCH = {
    "activities.activity",
    "activities.figure",
    "auth.user",
    "branches.branchreport",
    "branches.censusreturn",
    "desk.binned",
    "desk.logline",
    "notices.notice",
    "organizations.organization",
    "organizations.person",
    "volunteers.servicerecord",
    "volunteers.team",
    "volunteers.volunteer",
}
# Chosen from by everybody, and changed by the committee alone; all the rest is its own altogether.
FOR_ALL = {
    "activities.campaign",
    "activities.indicator",
    "activities.tag",
    "activities.workarea",
    "organizations.partner",
    "volunteers.servicefield",
}
LOOKED_AT_ONLY = {"auth.user"}
EMPTY_AT_A_BRANCH = {("表彰管理员", "desk.binned")}  # all that this role may delete is the committee's


def rights(role: str, kind: str, *, of_branch: bool) -> str:
    """The letters of a role."""
    lines = [line.split() for line in RIGHTS.strip().splitlines()[1:]]
    held = {line[0]: line[1:][ROLES.index(role)] for line in lines}[kind].strip("-")
    if of_branch and kind not in OF_A_BRANCH:
        held = "".join(letter for letter in held if letter in "va") if kind in FOR_ALL else ""
    if of_branch and kind in LOOKED_AT_ONLY:
        held = held and "v"
    return "" if of_branch and (role, kind) in EMPTY_AT_A_BRANCH else held


def kinds() -> list[str]:
    return [line.split()[0] for line in RIGHTS.strip().splitlines()[1:]]


HERE, AWAY, REFUSED, MISSING, BY_POST = 200, 302, 403, 404, 405
ACTS = {"submit": "S", "return": "R", "publish": "P", "schedule": "T", "withdraw": "W"}


def answer(page: str, held: str, *, is_reached: bool) -> int:
    """What a page of a record, or of all of a kind, answers to whoever holds these letters."""
    if page in ("changelist", "add"):
        return HERE if page[0].replace("c", "v") in held else REFUSED
    if "v" not in held:
        return REFUSED
    if page == "delete":
        return REFUSED if "d" not in held else HERE if is_reached else AWAY
    if page == "change":
        return HERE if is_reached else AWAY
    if not is_reached:
        return MISSING
    if page in ACTS:
        return HERE if ACTS[page] in held else REFUSED
    # There is no second version to compare with, and none of the number that is asked for.
    return {"history": HERE, "compare": AWAY, "restore": MISSING if "c" in held else REFUSED}[page]

"""The roles of an office, to be given to accounts; it may change what each of them may do.

Whoever may change a record changes the rows on its page too. A later right is given by ``extend_roles``.
"""

from django.db import migrations

from toolkit.rights import make_roles

SEEN, WRITTEN, KEPT = "view", "view add change", "view add change delete"
ENTERED = f"{WRITTEN} submit"
PUBLISHED = f"{KEPT} submit return publish schedule withdraw"

CHOSEN_FROM = {
    "activities.campaign": SEEN,
    "activities.workarea": SEEN,
    "activities.indicator": SEEN,
    "activities.figure": SEEN,
    "activities.tag": WRITTEN,
    "organizations.organization": SEEN,
    "organizations.partner": WRITTEN,
    "organizations.person": WRITTEN,
    "volunteers.servicefield": SEEN,
}
SETTINGS = {
    "activities.workarea": KEPT,
    "activities.indicator": KEPT,
    "activities.tag": KEPT,
    "organizations.committee": WRITTEN,
    "organizations.organization": KEPT,
    "organizations.partner": KEPT,
    "organizations.person": KEPT,
    "reports.reporttype": KEPT,
    "volunteers.servicefield": KEPT,
    "corrections.correction": "view change delete view_contact",
    "search.asked": "view delete",
    "toolkit.formeraddress": KEPT,
    "desk.logline": SEEN,
    "accounts.terms": "view change",
    "auth.user": KEPT,
    "auth.group": KEPT,
}
WITH_A_PAGE = (
    "activities.activity",
    "activities.campaign",
    "notices.notice",
    "honors.commendation",
    "honors.honorreceived",
    "volunteers.team",
)
REST = (
    "branches.branchreport",
    "branches.censusround",
    "branches.censusreturn",
    "activities.figure",
    "honors.awardtitle",
    "volunteers.volunteer",
    "volunteers.servicerecord",
    "reports.report",
    "reports.planitem",
    "reports.commitment",
    "intake.document",
)
READ = {
    **dict.fromkeys((*WITH_A_PAGE, *REST, *CHOSEN_FROM), SEEN),
    "organizations.committee": SEEN,
    "reports.reporttype": SEEN,
}

ROLES = {
    "录入员": {
        **CHOSEN_FROM,
        **dict.fromkeys(WITH_A_PAGE, ENTERED),
        "branches.branchreport": "view change adopt_branchreport",
        "branches.censusround": SEEN,
        "branches.censusreturn": "view change",
        "honors.awardtitle": WRITTEN,
        "volunteers.volunteer": WRITTEN,
        "volunteers.servicerecord": WRITTEN,
        "intake.document": WRITTEN,
        "reports.report": SEEN,
        "reports.planitem": SEEN,
        "reports.commitment": "view change",
    },
    "审核员": {
        **CHOSEN_FROM,
        **dict.fromkeys(WITH_A_PAGE, PUBLISHED),
        "branches.branchreport": "view change delete adopt_branchreport",
        "branches.censusround": KEPT,
        "branches.censusreturn": "view change delete",
        "honors.awardtitle": KEPT,
        "volunteers.volunteer": KEPT,
        "volunteers.servicerecord": f"{KEPT} confirm",
        "intake.document": KEPT,
        "reports.report": f"{KEPT} review issue waive_finding",
        "reports.planitem": KEPT,
        "reports.commitment": KEPT,
        "corrections.correction": "view change",
        "desk.logline": SEEN,
        "desk.overruled": "overrule_privacy",
    },
    "表彰管理员": {
        "activities.workarea": SEEN,
        "organizations.organization": SEEN,
        "organizations.person": WRITTEN,
        "honors.commendation": PUBLISHED,
        "honors.honorreceived": PUBLISHED,
        "honors.awardtitle": KEPT,
    },
    "志愿服务管理员": {
        "activities.activity": SEEN,
        "organizations.organization": SEEN,
        "volunteers.team": PUBLISHED,
        "volunteers.volunteer": f"{KEPT} view_private",
        "volunteers.servicerecord": f"{KEPT} confirm",
        "volunteers.servicefield": KEPT,
    },
    "站点管理员": {**READ, **dict.fromkeys(WITH_A_PAGE, "view withdraw"), **SETTINGS},
    "支部填报员": {
        **CHOSEN_FROM,
        "activities.activity": ENTERED,
        "branches.branchreport": KEPT,
        "branches.censusreturn": "view change",
        "volunteers.team": SEEN,
        "volunteers.volunteer": WRITTEN,
        "volunteers.servicerecord": WRITTEN,
    },
    "只读": READ,
}


class Migration(migrations.Migration):
    dependencies = [
        ("front", "0009_watch_attachments"),
        ("accounts", "0002_terms_of_the_office"),
        ("activities", "0024_persons"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("corrections", "0002_words_as_kept"),
        ("desk", "0009_bin_by_owners"),
        ("honors", "0008_words_of_the_office"),
        ("intake", "0001_documents"),
        ("notices", "0004_rights_to_acts"),
        ("organizations", "0006_staff_of_the_root"),
        ("reports", "0014_rates_of_targets"),
        ("search", "0006_entries_for_a_while"),
        ("toolkit", "0003_part_states"),
        ("volunteers", "0007_rules_of_hours"),
        ("branches", "0001_reports_and_census"),
    ]
    operations = [make_roles(ROLES)]

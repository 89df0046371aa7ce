"""What stands there already, as it would be kept if it were typed today.

What was issued stays, its reason too (ReportVersion): no row of it is ever changed.
"""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew

KEPT = {
    "ReportType": {"name": names.title},
    "Report": {
        **dict.fromkeys(("title", "red_head", "document_number", "signature"), names.title),
        "opening": names.readable,
    },
    "ReportSection": {"heading": names.title},
    # The basis is compared with the records' own words, which were kept anew by the migrations below.
    "Placement": {"title": names.title, "text": names.readable, "basis": names.readable},
    "WrittenItem": {"title": names.title, "text": names.readable},
    "ReportStep": {"reason": names.title},
    "PlanItem": {"heading": names.title, "text": names.readable},
    "Commitment": dict.fromkeys(("text", "target_unit", "said_reason"), names.title),
}


def keep(apps, schema_editor):
    for model, columns in KEPT.items():
        keep_anew(apps.get_model("reports", model), **columns)


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_who_signs_may_waive")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]

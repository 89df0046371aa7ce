"""What a small form in a filter hands on: all that narrows the list already, but the filter itself."""

from django.contrib.admin.views.main import PAGE_VAR, ChangeList


def others_than(spec, changelist: ChangeList) -> list[tuple[str, str]]:
    own = {*spec.expected_parameters(), PAGE_VAR}
    return [(name, value) for name, value in changelist.params.items() if name not in own]

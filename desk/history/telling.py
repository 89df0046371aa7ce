"""What was changed, in a line of the log: labels of columns and numbers of rows, never what stands there."""

from collections import Counter

from desk.history.states import State, changed_fields


def what_changed(model, before: State, after: State) -> str:
    columns = [str(one.verbose_name) for one in changed_fields(model, before.values, after.values)]
    parts = ["、".join(columns)] if columns else []
    for kind in {**before.rows, **after.rows}:
        how = _how(kind, before.rows.get(kind, {}), after.rows.get(kind, {}))
        if how:
            parts.append(f"{kind._meta.verbose_name}（{'、'.join(how)}）")
    return f"修改：{'；'.join(parts)}。" if parts else "修改。"


def _how(kind, old, new) -> list[str]:
    counted = Counter(
        增加=len(new.keys() - old.keys()),
        修改=sum(bool(changed_fields(kind, old[key], new[key])) for key in new.keys() & old.keys()),
        删除=len(old.keys() - new.keys()),
    )
    return [f"{how}{number}" for how, number in counted.items() if number]

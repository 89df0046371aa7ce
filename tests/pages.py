"""Forms of the staff desk as a browser fills them in and sends them."""

from html.parser import HTMLParser

NEW_ROW = "__prefix__"


class FormOnPage(HTMLParser):
    """What a browser would send of the admin form in an answer, before anything is typed."""

    def __init__(self, response):
        super().__init__()
        self.fields = {}
        self._select = self._textarea = None
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name, kind = attrs.get("name"), attrs.get("type", "text")
        if tag == "select" and name:
            self._select = name
            self.fields[name] = [] if "multiple" in attrs else None
        elif tag == "option" and self._select:
            self._choose(attrs)
        elif tag == "textarea" and name:
            self._textarea, self.fields[name] = name, ""
        elif tag == "input" and name and kind not in ("submit", "file", "button"):
            self._fill_in(name, kind, attrs)

    def _fill_in(self, name, kind, attrs):
        if name == "csrfmiddlewaretoken":
            return
        if kind not in ("checkbox", "radio") or "checked" in attrs:
            self.fields[name] = attrs.get("value", "on" if kind == "checkbox" else "")

    def _choose(self, option):
        chosen = self.fields[self._select]
        if isinstance(chosen, list):
            if "selected" in option:
                chosen.append(option["value"])
        elif chosen is None or "selected" in option:
            self.fields[self._select] = option.get("value", "")

    def handle_endtag(self, tag):
        if tag == "select":
            if self.fields[self._select] is None:
                self.fields[self._select] = ""
            self._select = None
        elif tag == "textarea":
            self._textarea = None

    def handle_data(self, data):
        if self._textarea:
            self.fields[self._textarea] += data.removeprefix("\n").removeprefix("\r\n")


class Desk:
    """An admin form: open it, type into it, add rows, send it."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        page = FormOnPage(client.get(address)).fields
        self.fields = {name: value for name, value in page.items() if NEW_ROW not in name}
        self._new_row = {name: value for name, value in page.items() if NEW_ROW in name}

    def type(self, **values):
        self.fields.update(values)
        return self

    def add_row(self, prefix, **values):
        count = f"{prefix}-TOTAL_FORMS"
        number = int(self.fields[count])
        blank = {
            name.replace(NEW_ROW, str(number)): value
            for name, value in self._new_row.items()
            if name.startswith(f"{prefix}-{NEW_ROW}")
        }
        typed = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
        self.fields.update({**blank, **typed, count: str(number + 1)})
        return self

    def send(self, act=""):
        """Save; with an act, press its button instead."""
        button = {"_act": act} if act else {"_save": "保存"}
        return self.client.post(self.address, {**self.fields, **button})


def refusals(response) -> dict[str, list[str]]:
    """What a returned form says, by the name of the field; of all rows together by their prefix."""
    form = response.context["adminform"].form
    said = {form.add_prefix(name): list(errors) for name, errors in form.errors.items()}
    for rows in response.context["inline_admin_formsets"]:
        formset = rows.formset
        if formset.non_form_errors():
            said[formset.prefix] = list(formset.non_form_errors())
        for row in formset.forms:
            said |= {row.add_prefix(name): list(errors) for name, errors in row.errors.items()}
    return said


def still_typed(form: Desk, response) -> dict[str, str]:
    """What a returned form still holds of what was typed."""
    return {name: value for name, value in FormOnPage(response).fields.items() if name in typed(form)}


def typed(form: Desk) -> dict[str, str]:
    """All that was typed, except files: a browser never gets those back."""
    return {name: value for name, value in form.fields.items() if not hasattr(value, "read")}

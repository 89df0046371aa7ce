"""Every kind of page of the desk, asked for once, and all that it says."""

import json
from collections import Counter

from django.contrib import admin
from django.urls import resolve, reverse
from lxml import html

from tests.pages import FormOnPage

NAMING = ("title", "aria-label", "placeholder", "alt", "label")
NOBODY = 99_999_999


def words_of(page: bytes) -> list[str]:
    """What a page says to eyes and ears; not what somebody typed into its boxes."""
    said = []
    for one in html.fromstring(page.decode()).iter():
        if not isinstance(one.tag, str):
            continue
        said += [one.get(name) for name in NAMING]
        if one.get("type") in ("submit", "button", "reset"):
            said.append(one.get("value"))
        if rows := one.get("data-inline-formset"):
            said += [json.loads(rows)["options"][name] for name in ("addText", "deleteText")]
        if one.tag not in ("script", "style", "textarea", "code"):
            said.append(one.text)
        said.append(one.tail)
    return [" ".join(words.split()) for words in said if words and words.strip()]


class Walk:
    """All that the desk says, with the first page that said it."""

    def __init__(self, client):
        self.client, self.said, self.asked = client, {}, Counter()
        self._kinds, self._further = set(), []

    def everywhere(self):
        for address in ("/admin/", "/admin/questions/", "/admin/password_change/", "/admin/nothing/"):
            self.read(address)
        self.read("/admin/password_change/", {"old_password": "x", "new_password1": "12"})
        for model in admin.site._registry:
            self._pages_of(model)
        for address in self._further:  # grows as these are read
            self.read(address)
        return self

    def read(self, address, sent=None):
        """Read a page, or what is answered to a form; what it leads to is read later, once of a kind."""
        ask = self.client.get if sent is None else self.client.post
        answer = ask(address, sent, follow=True)
        self.asked[answer.status_code] += 1
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.content.strip():
            for words in words_of(answer.content):
                self.said.setdefault(words, address)
            self._note_links(answer)
        self._kinds.add(answer.resolver_match and answer.resolver_match.view_name)
        return answer

    def _note_links(self, answer):
        for link in html.fromstring(answer.content.decode()).xpath("//main//a/@href"):
            if not link.startswith("/admin/") or "?" in link:
                continue
            kind = resolve(link.partition("#")[0]).view_name
            if kind not in self._kinds:
                self._kinds.add(kind)
                self._further.append(link)

    def _pages_of(self, model):
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        listed = reverse(f"{name}_changelist")
        self._acts_of_list(listed, self.read(listed))
        self.read(f"{listed}?q=没有这样的")
        self._refused(reverse(f"{name}_add"))
        self.read(reverse(f"{name}_change", args=[NOBODY]))
        if record := model._default_manager.first():
            for page in ("delete", "history"):
                self.read(reverse(f"{name}_{page}", args=[record.pk]))
            self._refused(reverse(f"{name}_change", args=[record.pk]))

    def _refused(self, address):
        """A form as it opens, and as it comes back when all that it asks for is missing."""
        page = self.read(address)
        if page.status_code == 200:
            fields = FormOnPage(page).fields
            kept = ("_FORMS", "desk_form", "desk_base")
            self.read(address, {name: value if name.endswith(kept) else "" for name, value in fields.items()})

    def _acts_of_list(self, address, page):
        """Each act on the first record of a list, as far as it asks first; and with nothing chosen."""
        tree = html.fromstring(page.content.decode())
        keys = tree.xpath("//input[@name='_selected_action']/@value")[:1]
        for act in tree.xpath("//select[@name='action']/option/@value"):
            self.read(address, {"action": act, "_selected_action": keys if act else []})

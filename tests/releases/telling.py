"""What a site tells its readers, and what of it must never change: noted beside the dump of a release."""

import hashlib
import json
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.test import Client
from lxml import html

from reports.composing.compose import document_of
from reports.document.snapshot import sha256_of, to_json
from reports.models import Report, ReportVersion

# Files to take away, not pages; the others have a name with a dot.
FILES = ("/media/", "/feed/")


def pages() -> dict[str, list[str]]:
    """The words of every page that a reader comes to from the home page, by its address."""
    told, waiting = {}, ["/"]
    for address in waiting:
        tree = _tree(address)
        told[address] = _words(tree)
        links = dict.fromkeys(link.partition("#")[0] for link in tree.xpath("//a/@href"))
        waiting += [link for link in links if _is_page(link) and link not in waiting]
    return dict(sorted(told.items()))


def words(address: str) -> list[str]:
    return _words(_tree(address))


def _tree(address):
    response = Client().get(address, headers={"host": "localhost"})
    assert response.status_code == 200, f"{address} 答 {response.status_code}"
    return html.fromstring(response.content.decode())


def _is_page(link):
    is_file = link.startswith(FILES) or "." in link.rpartition("/")[2]
    return link.startswith("/") and "?" not in link and not is_file


def _words(tree):
    """The title and what stands between the head and the foot of the page, piece by piece."""
    pieces = [*tree.xpath("//head/title/text()"), *tree.xpath("//main//text()[not(ancestor::script)]")]
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def reports() -> dict[str, dict]:
    """Every report, whether draft or issued, as its page and its files print it."""
    told = {report.slug: to_json(document_of(report)) for report in Report.objects.order_by("slug")}
    return json.loads(json.dumps(told))


def issued() -> dict[str, str]:
    """The hash of everything that was ever issued, of what is stored now."""
    versions = ReportVersion.objects.select_related("report").order_by("report__slug", "number")
    return {f"{version.report.slug} {version.number}": sha256_of(version.snapshot) for version in versions}


def migrations() -> dict[str, str]:
    """The hash of every migration of our own."""
    ours = [app for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    files = [path for app in ours for path in Path(app.path, "migrations").glob("[0-9]*.py")]
    return {
        f"{path.parent.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files)
    }

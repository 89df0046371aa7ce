"""What readers take home of an issued report: files of what was sealed, without what is public no longer."""

import hashlib
import json
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import unquote

import docx
import pypdf
import pytest

from activities.models import Activity
from reports.document.snapshot import sha256_of
from reports.issuing import downloads
from reports.issuing.actions import issue, reopen, send_for_review
from reports.models import Report
from tests.factories import (
    ActivityFactory,
    CommitteeFactory,
    FigureFactory,
    ReportFactory,
    ReportVersionFactory,
    StaffFactory,
)
from tests.reading import texts

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, tzinfo=UTC)
FILE = "/reports/2020-h1/report."
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
}


@pytest.fixture
def staff():
    return StaffFactory()


@pytest.fixture
def secret():
    """An activity that the report tells of beside another, each with a figure that goes into one sum."""
    open_one = ActivityFactory(title="清洁江岸", summary="组织{志愿者}。", published=True)
    FigureFactory(activity=open_one, name="志愿者", wording="20名", counts="volunteers")
    activity = ActivityFactory(
        title="慰问某户", summary="慰问{户}，面积60m²，减少CO₂。", area=open_one.area, published=True
    )
    FigureFactory(activity=activity, name="户", wording="40名", counts="volunteers")
    return activity


@pytest.fixture
def report(staff, secret):
    report = ReportFactory(title="上半年/工作总结")
    send_for_review(report=report, by=StaffFactory(), at=AT)
    issue(report=report, by=staff, at=AT)
    return report


def told(client, address=f"{FILE}json"):
    return json.loads(client.get(address).content)


def text_of(response) -> str:
    if response["Content-Type"] == TYPES["pdf"]:
        return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(response.content)).pages)
    word = docx.Document(BytesIO(response.content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


@pytest.mark.parametrize("name", TYPES)
def test_file_bears_the_name_of_the_report(client, report, name):
    response = client.get(FILE + name)

    assert (response.status_code, response["Content-Type"]) == (200, TYPES[name])
    plain, _, named = response["Content-Disposition"].partition("; filename*=UTF-8''")
    assert plain == f'attachment; filename="2020-h1.{name}"'
    assert unquote(named) == f"上半年工作总结.{name}"


def test_json_holds_what_was_sealed_and_its_hash(client, report):
    version = report.versions.get()

    file = told(client)

    assert file["document"] == version.snapshot
    assert (file["version"], file["held_back"]) == (1, 0)
    canonical = json.dumps(file["document"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(canonical.encode()).hexdigest() == file["sha256"] == version.sha256


def test_json_leaves_out_what_is_no_longer_public_and_says_so(client, report, secret):
    Activity.objects.filter(pk=secret.pk).update(state="withdrawn")
    version = report.versions.get()

    file = told(client)

    sources = json.dumps(
        [file["document"]["totals"], file["document"]["opening_sources"]], ensure_ascii=False
    )
    assert "清洁江岸" in sources
    assert ("慰问某户" in sources, secret.get_absolute_url() in sources) == (False, False)
    assert file["sha256"] == version.sha256 == sha256_of(version.snapshot)
    assert file["document_sha256"] == sha256_of(file["document"]) != version.sha256
    assert "与签发时的原件不同" in file["note"]
    assert [source for source in _sources(file["document"]) if source["id"] == secret.pk] == []


def _sources(part) -> list[dict]:
    if isinstance(part, list):
        return [found for one in part for found in _sources(one)]
    if not isinstance(part, dict):
        return []
    here = [part] if "figure_id" in part else []
    return here + [found for one in part.values() for found in _sources(one)]


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_document_names_its_sources_but_those_no_longer_public(client, report, secret, name):
    before = text_of(client.get(FILE + name))
    Activity.objects.filter(pk=secret.pk).update(state="withdrawn")
    after = text_of(client.get(FILE + name))

    assert ("60m²" in before, "CO₂" in before) == (True, True)
    # The frozen text stays: the heading, and where in the annex it is named as a place.
    assert before.count("慰问某户") > after.count("慰问某户") == 2
    assert ("来源已不再公开" in before, "来源已不再公开" in after) == (False, True)


def test_page_leads_to_the_files_of_its_version_and_says_what_they_leave_out(client, report, secret, staff):
    links = "//*[@class='issue-files']//a/@href"
    whole = client.get("/reports/2020-h1/")
    reopen(report=report, by=staff, at=AT, reason="补录")
    Report.objects.update(opening="上半年概况。")
    report.refresh_from_db()
    send_for_review(report=report, by=StaffFactory(), at=AT)
    issue(report=report, by=staff, at=AT)
    Activity.objects.filter(pk=secret.pk).update(state="withdrawn")
    corrected, former = client.get("/reports/2020-h1/"), client.get("/reports/2020-h1/versions/1/")

    assert [texts(page, links)[0] for page in (whole, corrected, former)] == [
        f"/reports/2020-h1/versions/{number}/report.docx" for number in (1, 2, 1)
    ]
    assert [len(texts(page, "//*[@class='issue-note']")) for page in (whole, corrected, former)] == [0, 1, 1]
    for page in (corrected, former):
        assert [client.get(address).status_code for address in texts(page, links)] == [200, 200, 200]
    assert told(client, "/reports/2020-h1/versions/1/report.json")["version"] == 1
    assert told(client)["version"] == 2
    assert "（第2版）" in unquote(client.get(f"{FILE}json")["Content-Disposition"])


@pytest.mark.parametrize("address", [f"{FILE}pdf", "/reports/2020-h1/versions/1/report.json"])
def test_draft_has_no_files(client, address):
    ReportFactory(is_public=True)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", [f"{FILE}txt", FILE, f"{FILE}pdf/", "/reports/2020-h1/versions/0/report.pdf", f"{FILE}PDF"]
)
def test_file_of_another_name_or_version_is_not_found(client, report, address):
    assert client.get(address).status_code == 404


def test_file_of_a_snapshot_of_an_unknown_format_says_so(client):
    ReportVersionFactory(report=ReportFactory(), format=99, snapshot={"format": 99, "title": "以后的格式"})

    assert [client.get(FILE + name).status_code for name in TYPES] == [503, 503, 503]


def test_document_is_made_once_for_all_readers(client, report, secret):
    downloads._made.cache_clear()

    for _ in range(3):
        client.get(f"{FILE}docx")
    Activity.objects.filter(pk=secret.pk).update(state="withdrawn")
    client.get(f"{FILE}docx")

    assert downloads._made.cache_info().misses == 2


def test_reader_who_has_the_file_is_told_so_from_one_query(client, report, django_assert_num_queries):
    CommitteeFactory()
    etag = client.get(f"{FILE}pdf")["ETag"]

    with django_assert_num_queries(1):
        again = client.get(f"{FILE}pdf", headers={"if-none-match": etag})

    assert (again.status_code, again.content) == (304, b"")

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document import Figure
from reports.document.formalities import Formalities
from reports.document.snapshot import UnknownFormat, from_json, sha256_of, to_json
from tests.reports.documents import OFFICIAL, document


def test_a_document_comes_back_from_json_equal_to_what_went_in():
    original = document(levels="bracketed")

    assert from_json(json.loads(json.dumps(to_json(original)))) == original


def test_json_keeps_the_promised_shape():
    data = to_json(document())

    assert {key: data[key] for key in ("format", "slug", "title", "period", "as_of", "status", "state")} == {
        "format": 1,
        "slug": "2020-h1",
        "title": "2020年上半年工作总结",
        "period": {"start": "2020-01-01", "end": "2020-06-30"},
        "as_of": "2020-05-29",
        "status": "draft",
        "state": "draft",
    }
    assert [(section["number"], section["kind"]) for section in data["sections"]] == [
        ("一", "records"),
        ("二", "plan"),
    ]
    assert data["sections"][1]["items"][0]["children"][0]["number"] == "1"
    assert (data["signature"], data["signed_on"]) == ("某团区委", "2020-05-29")


def test_json_writes_values_as_plain_decimals():
    figures = to_json(document())["sections"][0]["items"][0]["figures"]

    assert [figure["value"] for figure in figures] == ["300", "10000"]


def test_only_a_range_has_an_upper_end_in_json():
    one = Figure("人数", Decimal(10), "人", "range", "10至20人", (), high=Decimal(20))
    original = document(totals=(one, replace(one, precision="exact", high=None)))

    data = to_json(original)

    assert [figure.get("high") for figure in data["totals"]] == ["20", None]
    assert "high" not in data["totals"][1]
    assert from_json(data) == original


def test_every_figure_of_json_stands_in_the_text_of_its_item():
    for section in to_json(document())["sections"]:
        for item in section["items"]:
            for part in (item, *item["children"]):
                assert all(figure["text"] in part["text"] for figure in part["figures"])


def test_an_unknown_format_is_refused_by_its_number():
    data = {**to_json(document()), "format": 99}

    with pytest.raises(UnknownFormat, match="99"):
        from_json(data)


def test_hash_depends_on_content_and_not_on_the_order_of_keys():
    data = to_json(document())
    shuffled = dict(reversed(list(data.items())))

    assert sha256_of(shuffled) == sha256_of(data)
    assert sha256_of({**data, "title": "别的标题"}) != sha256_of(data)


def test_formalities_are_kept_and_a_document_without_any_has_no_key_for_them():
    official = document(formalities=replace(OFFICIAL, annex="totals"))

    assert from_json(json.loads(json.dumps(to_json(official)))) == official
    assert "formalities" not in to_json(document())
    assert to_json(document(formalities=Formalities(addressees="团市委")))["formalities"] == {
        "addressees": "团市委"
    }

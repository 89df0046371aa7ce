"""The command that shows how the portal reads counts, as others rely on it."""

import json

from django.core.management import call_command


def said(capsys, *arguments):
    call_command("read_wording", *arguments)
    return capsys.readouterr().out


def test_each_text_has_its_readings_or_its_refusal(capsys):
    readings = json.loads(said(capsys, "3200名团员青年", "10—20人", "2金3铜", "-1人", "--json"))

    assert readings == [
        [
            {
                "text": "3200名团员青年",
                "value": "3200",
                "unit": "名",
                "noun": "团员青年",
                "kind": "people",
                "precision": "exact",
            }
        ],
        [
            {
                "text": "10—20人",
                "value": "10",
                "high": "20",
                "unit": "人",
                "noun": "",
                "kind": "people",
                "precision": "range",
            }
        ],
        [
            {"text": "2金", "value": "2", "unit": "金", "noun": "", "kind": "things", "precision": "exact"},
            {"text": "3铜", "value": "3", "unit": "铜", "noun": "", "kind": "things", "precision": "exact"},
        ],
        {"text": "-1人", "refused": "“-1人”是负数，数量不能小于0，请核对。"},
    ]


def test_without_json_it_speaks_to_staff(capsys):
    assert said(capsys, "截至5月底，团支部569个", "第十届") == (
        "截至5月底，团支部569个：569个（物与事（支、个、份、场…）；确切；数的是团支部；截至5月底的存量）\n"
        "第十届：没有读成。“第十届”是次序，不是数量，这里没有要统计的数。\n"
    )

"""How often the checks cry wolf, and whether they ever sleep: over 200 phrases each way."""

from pathlib import Path

from reports.checks.words import proofread

HERE = Path(__file__).parent


def rows(name):
    return [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def test_of_ordinary_phrases_at_most_one_in_twenty_is_flagged():
    phrases = [phrase for (phrase,) in rows("ordinary_phrases.tsv")]
    flagged = [phrase for phrase in phrases if proofread(phrase)]
    print(f"平常话被误报：{len(flagged)}/{len(phrases)}（{len(flagged) / len(phrases):.1%}）{flagged}")

    assert len({*phrases}) >= 200
    assert len(flagged) * 20 <= len(phrases)


def test_every_planted_number_without_a_record_is_found():
    planted = rows("planted_numbers.tsv")
    missed = [phrase for phrase, number in planted if number not in numbers_in(phrase)]
    print(f"没有记录的数字被查出：{len(planted) - len(missed)}/{len(planted)}")

    assert len({phrase for phrase, _ in planted}) >= 200
    assert missed == []


def numbers_in(phrase):
    found = [slip for slip in proofread(phrase) if slip.code.endswith("_without_record")]
    return [phrase[slip.start : slip.end] for slip in found]

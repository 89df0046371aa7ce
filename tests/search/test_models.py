import pytest

from search.models import Asked, Entry, Kind, Word
from tests.rules import Rule, constraint_met_by

pytestmark = pytest.mark.django_db


def entry():
    return Entry(kind=Kind.TEAM, record_id=1, shown_from="2020-01-01T00:00:00Z", pairs="", title_pairs="")


def asked():
    return Asked(words="口罩", is_found=True, last_at="2020-01-01T00:00:00Z")


def word():
    return Word(text="口罩", folded="口罩", sound="kou zao", spelt="kouzhao", initials="kz")


RULES = [
    Rule("search_entry_one_for_each_record", "", entry),
    Rule("search_asked_words_once", "", asked),
    Rule("search_word_once", "", word),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_of_the_database_refuses(rule):
    rule.broken().save()

    assert constraint_met_by(rule.broken()) == rule.name

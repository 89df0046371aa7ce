import pytest

from tests.factories import FormerAddressFactory
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for
from toolkit.models import FormerAddress

pytestmark = pytest.mark.django_db


def taken():
    FormerAddressFactory(old="/campaigns/old/")
    return FormerAddressFactory.build(old="/campaigns/old/")


RULES = [
    Rule("toolkit_formeraddress_once", "old", taken),
    Rule(
        "toolkit_formeraddress_old_is_a_path", "old", lambda: FormerAddressFactory.build(old="campaigns/old/")
    ),
    Rule(
        "toolkit_formeraddress_new_is_a_path",
        "new",
        lambda: FormerAddressFactory.build(new="//evil.example/"),
    ),
    Rule(
        "toolkit_formeraddress_moved",
        "new",
        lambda: FormerAddressFactory.build(old="/campaigns/a/", new="/campaigns/a/"),
    ),
    Rule(
        "toolkit_formeraddress_moved",
        "new",
        lambda: FormerAddressFactory.build(old="/campaigns/a/", new="/campaigns/a/b/"),
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_held_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == rule.name


@pytest.mark.parametrize("address", ["/", "/campaigns/", "/reports/2020-h1/"])
def test_address_of_this_site_is_accepted(address):
    FormerAddressFactory(new=address)


@pytest.mark.parametrize(
    "address",
    ["/campaigns", "//evil.example/", "/\\evil.example/", "https://evil.example/", "/a/?b=/", "/a b/"],
)
def test_address_of_elsewhere_is_refused(address):
    assert list(sentences_for(FormerAddressFactory.build(new=address))) == ["new"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/reports/old/", "/reports/new/"),
        ("/reports/old/versions/2/", "/reports/new/versions/2/"),
        ("/reports/old/changes/1/", "/changes/1/"),
        ("/reports/older/", None),
        ("/reports/", None),
        ("/reports/old", None),
        ("/reports/old/\x00/", None),
        ("/" * 5000, None),
    ],
)
def test_where_is_finds_the_nearest_move(path, place):
    FormerAddressFactory(old="/reports/old/", new="/reports/new/")
    FormerAddressFactory(old="/reports/old/changes/", new="/changes/")

    assert FormerAddress.objects.where_is(path) == place

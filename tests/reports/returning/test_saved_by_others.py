"""A file that another program saved has the same changes as before."""

from pathlib import Path

import pytest

from reports.returning.comparing import compare
from reports.returning.word.reading import read
from tests.reports.returning.comparisons import TEXT, exported, numbers, rest, told
from tests.reports.returning.files import (
    SOFFICE,
    edited,
    keyed,
    resaved,
    retype,
)


def change_a_little(word):
    retype(word, "300余名", "320余名")
    retype(word, "坚持常态化", "坚持长效化")


CHANGED_A_LITTLE = [
    ("activity-4", "", TEXT.replace("300", "320")),
    ("planitem-1", "", "坚持长效化。"),
]


def test_a_file_saved_by_libreoffice_has_the_same_changes():
    """A file that LibreOffice 7.4 saved, from an export that was changed a little."""
    saved = (Path(__file__).parent / "saved_by_libreoffice.docx").read_bytes()

    comparison = compare(read(saved), keyed())

    assert (told(comparison), rest(comparison)) == (CHANGED_A_LITTLE, ([], [], []))
    assert not any(proposal.is_guessed for proposal in comparison.proposals)


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not on this machine")
def test_what_libreoffice_of_this_machine_saves_has_the_same_changes(tmp_path):
    saved = resaved(edited(exported(), change_a_little), tmp_path)

    comparison = compare(read(saved), keyed())

    assert (told(comparison), rest(comparison)) == (CHANGED_A_LITTLE, ([], [], []))
    assert numbers(comparison) == [("300余名", "320余名"), ("1万个", "1万个")]

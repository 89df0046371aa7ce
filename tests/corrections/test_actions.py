from datetime import timedelta

import pytest

from corrections.actions import MOST_IN_A_STRETCH, count_sending, move
from corrections.models import Correction, Sending
from tests.factories import PUBLISHED_AT, CorrectionFactory

pytestmark = pytest.mark.django_db

NOON = PUBLISHED_AT.replace(hour=4, minute=2)


def test_move_notes_who_and_when_on_those_that_were_not_there_yet(staff):
    new = CorrectionFactory()
    done = CorrectionFactory(state="mended", handled_by=staff, handled_at=PUBLISHED_AT)

    moved = move(corrections=Correction.objects.all(), to="mended", by=staff, at=NOON)

    assert moved == [new]
    told = Correction.objects.order_by("pk").values_list("pk", "state", "handled_by", "handled_at")
    assert list(told) == [(new.pk, "mended", staff.pk, NOON), (done.pk, "mended", staff.pk, PUBLISHED_AT)]


def test_count_sending_lets_a_client_wait_for_the_next_stretch():
    waits = [count_sending(client="a", at=NOON) for _ in range(MOST_IN_A_STRETCH + 2)]

    assert waits == [*[0] * MOST_IN_A_STRETCH, 480, 480]
    assert count_sending(client="b", at=NOON) == 0
    assert count_sending(client="a", at=NOON + timedelta(minutes=8)) == 0


def test_count_sending_forgets_clients_after_a_day():
    count_sending(client="a", at=NOON)

    count_sending(client="b", at=NOON + timedelta(days=1, minutes=10))

    assert list(Sending.objects.values_list("client", flat=True)) == ["b"]

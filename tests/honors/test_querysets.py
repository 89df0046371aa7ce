from datetime import date

import pytest

from honors.models import Commendation, HonorReceived
from tests.factories import AwardFactory, CommendationFactory, HonorReceivedFactory

pytestmark = pytest.mark.django_db


def test_of_year_goes_by_the_year_that_is_honoured():
    of_2019 = CommendationFactory(year=2019, starts_on=date(2020, 5, 4))
    CommendationFactory(year=2020, starts_on=date(2020, 12, 31))
    received = HonorReceivedFactory(year=2019)
    HonorReceivedFactory(year=2018)

    assert list(Commendation.objects.of_year(2019)) == [of_2019]
    assert list(HonorReceived.objects.of_year(2019)) == [received]


def test_with_awards_asks_no_more_for_more_commendations(django_assert_num_queries):
    AwardFactory.create_batch(3)

    with django_assert_num_queries(3):
        printed = [
            [list(title.awards.all()) for title in commendation.titles.all()]
            for commendation in Commendation.objects.with_awards()
        ]

    assert len(printed) == 3

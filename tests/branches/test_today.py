"""What waits of branches stands on the first page of whoever has to do with it."""

import pytest
from django.test import Client

from tests.desk.today.test_board import told
from tests.factories import BranchReportFactory, CensusReturnFactory

pytestmark = pytest.mark.django_db


def test_each_is_told_what_is_theirs_to_do(phone, staff, branch):
    BranchReportFactory(organization=branch, reported=True)
    BranchReportFactory.create_batch(2, reported=True)
    BranchReportFactory(organization=branch, decided=True, state="returned", reason="缺照片")
    returned = CensusReturnFactory(organization=branch)
    CensusReturnFactory(round=returned.round)
    CensusReturnFactory(round=returned.round, submitted=True)
    district = Client()
    district.force_login(staff)

    assert told(phone) == {"退回给你的来报": 1, "要你填的普查": 1}
    assert told(district) == {"等你采用的支部来报": 3, "团情普查还没有报的": 2}

"""One factory per model. Each makes the plainest row that the database accepts, and nothing beside it.

A record with a public page is a draft unless made with ``published=True``.
"""

from tests.factories.accounts import TermsFactory
from tests.factories.activities import (
    ActivityFactory,
    CampaignFactory,
    FigureFactory,
    IndicatorFactory,
    ParticipantFactory,
    PartnershipFactory,
    PhotoFactory,
    TagFactory,
    WorkAreaFactory,
)
from tests.factories.base import (
    PUBLISHED_AT,
    StaffFactory,
    UserFactory,
)
from tests.factories.branches import (
    BranchReportFactory,
    CensusAnswerFactory,
    CensusQuestionFactory,
    CensusReturnFactory,
    CensusRoundFactory,
    ReportedPhotoFactory,
)
from tests.factories.corrections import CorrectionFactory
from tests.factories.desk import DraftFactory, OverruledFactory, PreviewFactory, StepFactory
from tests.factories.honors import (
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
)
from tests.factories.intake import (
    BatchFactory,
    DocumentFactory,
    ProposalFactory,
    SheetImportFactory,
    SheetRowFactory,
)
from tests.factories.notices import AttachmentFactory, NoticeFactory
from tests.factories.organizations import (
    CommitteeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PersonPostFactory,
    RootOrganizationFactory,
)
from tests.factories.reports import (
    BindingFactory,
    CommitmentFactory,
    EvidenceFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportStepFactory,
    ReportTypeFactory,
    ReportVersionFactory,
    WaiverFactory,
    WrittenItemFactory,
)
from tests.factories.search import AskedFactory
from tests.factories.toolkit import FormerAddressFactory
from tests.factories.volunteers import (
    MembershipFactory,
    ServiceFieldFactory,
    ServiceRecordFactory,
    TeamFactory,
    VolunteerFactory,
)

__all__ = [
    "PUBLISHED_AT",
    "ActivityFactory",
    "AskedFactory",
    "AttachmentFactory",
    "AwardFactory",
    "AwardTitleFactory",
    "BatchFactory",
    "BindingFactory",
    "BranchReportFactory",
    "CampaignFactory",
    "CensusAnswerFactory",
    "CensusQuestionFactory",
    "CensusReturnFactory",
    "CensusRoundFactory",
    "CommendationFactory",
    "CommitmentFactory",
    "CommitteeFactory",
    "CorrectionFactory",
    "DocumentFactory",
    "DraftFactory",
    "EvidenceFactory",
    "FigureFactory",
    "FormerAddressFactory",
    "HonorReceivedFactory",
    "HonorRecipientFactory",
    "IndicatorFactory",
    "MembershipFactory",
    "NoticeFactory",
    "OrganizationFactory",
    "OverruledFactory",
    "ParticipantFactory",
    "PartnerFactory",
    "PartnershipFactory",
    "PersonFactory",
    "PersonPostFactory",
    "PhotoFactory",
    "PlacementFactory",
    "PlanItemFactory",
    "PreviewFactory",
    "ProposalFactory",
    "ReportFactory",
    "ReportSectionFactory",
    "ReportStepFactory",
    "ReportTypeFactory",
    "ReportVersionFactory",
    "ReportedPhotoFactory",
    "RootOrganizationFactory",
    "ServiceFieldFactory",
    "ServiceRecordFactory",
    "SheetImportFactory",
    "SheetRowFactory",
    "StaffFactory",
    "StepFactory",
    "TagFactory",
    "TeamFactory",
    "TermsFactory",
    "UserFactory",
    "VolunteerFactory",
    "WaiverFactory",
    "WorkAreaFactory",
    "WrittenItemFactory",
]

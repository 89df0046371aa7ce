from desk.models.binned import Binned
from desk.models.drafts import Draft
from desk.models.files import ChosenFile
from desk.models.log import Event, Kind, LogLine
from desk.models.overruled import Overruled
from desk.models.previews import Opinion, Preview
from desk.models.steps import LABELS, UNDO, UPDATE, Step

__all__ = [
    "LABELS",
    "UNDO",
    "UPDATE",
    "Binned",
    "ChosenFile",
    "Draft",
    "Event",
    "Kind",
    "LogLine",
    "Opinion",
    "Overruled",
    "Preview",
    "Step",
]

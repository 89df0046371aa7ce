from desk.models.binned import Binned
from desk.models.files import ChosenFile
from desk.models.log import Event, Kind, LogLine
from desk.models.overruled import Overruled
from desk.models.steps import UNDO, Step

__all__ = ["UNDO", "Binned", "ChosenFile", "Event", "Kind", "LogLine", "Overruled", "Step"]

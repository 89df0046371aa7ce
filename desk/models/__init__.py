from desk.models.binned import Binned
from desk.models.files import ChosenFile
from desk.models.log import Event, Kind, LogLine

__all__ = ["Binned", "ChosenFile", "Event", "Kind", "LogLine"]

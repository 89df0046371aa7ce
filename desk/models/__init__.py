from desk.models.binned import Binned
from desk.models.files import ChosenFile

__all__ = ["Binned", "ChosenFile"]

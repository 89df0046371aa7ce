from desk.models.files import ChosenFile

__all__ = ["ChosenFile"]

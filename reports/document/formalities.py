"""What an official document bears around its text by GB/T 9704-2012: head, addressees, imprint, annex."""

from dataclasses import asdict, dataclass
from datetime import date

FULL, TOTALS, NO_ANNEX = "full", "totals", "none"  # what the annex lists


@dataclass(frozen=True)
class Formalities:
    """Each is empty where the document has none; the red head and its number are the document's own."""

    copy_number: str = ""  # 份号: 000001
    secrecy: str = ""  # 密级 as printed: 机密
    secrecy_term: str = ""  # 保密期限: 5年
    urgency: str = ""  # 紧急程度 as printed: 特急
    signers: tuple[str, ...] = ()  # 签发人 of a document to the level above
    addressees: str = ""  # 主送机关
    copied_to: str = ""  # 抄送机关
    printed_by: str = ""  # 印发机关
    printed_on: date | None = None  # 印发日期
    annex: str = FULL

    @property
    def classification(self) -> str:
        """Secrecy and its term in one line: 机密★5年."""
        return "★".join(filter(None, (self.secrecy, self.secrecy_term)))

    @property
    def has_imprint(self) -> bool:
        """Whether the last page ends with 版记."""
        return bool(self.copied_to or self.printed_by)

    def to_json(self) -> dict:
        """Only what the document has, so that one without any is told as before there were any."""
        told = {name: value for name, value in asdict(self).items() if value != getattr(NONE, name)}
        if self.printed_on:
            told["printed_on"] = self.printed_on.isoformat()
        return told | ({"signers": list(self.signers)} if self.signers else {})

    @classmethod
    def from_json(cls, told: dict) -> "Formalities":
        day, signers = told.get("printed_on"), told.get("signers", ())
        read = {"printed_on": date.fromisoformat(day) if day else None, "signers": tuple(signers)}
        return cls(**told | read)


NONE = Formalities()

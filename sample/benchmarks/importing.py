"""How long a document takes to be read, by the megabyte: a larger one no longer than its size tells."""

from collections.abc import Iterator

from intake.entering import rows_of
from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import cleaned, read
from sample.benchmarks.timing import seconds

FEW, MANY = 1, 4  # megabytes
_HEAD = "共青团样江区委2018年上半年工作总结\n一、服务成长成才\n"
_ITEM = (
    "{}、清理河岸。3月5日上午，团区委联合区水务局在样江公园开展“青清行动”志愿服务活动，"
    "300余名青年志愿者参加，发放宣传材料{}份，团区委书记芦君出席。\n"
)


def documents_of_one_and_of_four_megabytes() -> Iterator[str]:
    took = {size: _by_the_megabyte(size) for size in (FEW, MANY)}
    for size, each in took.items():
        yield f"读入 {size} MB 的总结：每 MB {each:.2f} 秒"
    yield f"  每 MB 时间之比 {took[MANY] / took[FEW]:.2f}（应不超过 1.5）"


def _by_the_megabyte(size: int) -> float:
    data = _document(size * 2**20)
    return seconds(lambda: _read(data), times=1) / (len(data) / 2**20)


def _document(size: int) -> bytes:
    each = len(_ITEM.encode())
    return (_HEAD + "".join(_ITEM.format(n, n) for n in range(1, size // each + 1))).encode()


def _read(data: bytes) -> None:
    proposal = propose(cleaned(read(data)))
    as_json(proposal)
    rows_of(proposal)

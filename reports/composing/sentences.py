"""The sentences of a passage, so that a shorter text is made of whole ones."""

from reports.document import Passage

ENDS = "。！？"
_OPENING, _CLOSING = "“‘（《〈【〔「『", "”’）》〉】〕」』"


def sentences_of(passage: Passage) -> list[list[str | int]]:
    """The runs of a passage, cut where a sentence ends.

    A mark inside quotes or brackets ends none, and brackets behind a sentence belong to it:
    以“加油！”为主题。（口罩：1万个）
    """
    sentences: list[list[str | int]] = [[]]
    depth, has_ended = 0, False
    for run in passage.runs:
        if isinstance(run, int):
            if has_ended and depth == 0:
                sentences.append([])
                has_ended = False
            sentences[-1].append(run)
            continue
        for char in run:
            if has_ended and depth == 0 and char not in f"{ENDS}{_CLOSING}（\n":
                sentences.append([])
                has_ended = False
            depth = 0 if char == "\n" else max(0, depth + (char in _OPENING) - (char in _CLOSING))
            has_ended = has_ended or char == "\n" or (char in ENDS and depth == 0)
            _append(sentences[-1], char)
    return [sentence for sentence in sentences if sentence]


def kept(passage: Passage, sentences: list[list[str | int]]) -> Passage:
    """The passage of some of its sentences, its figures numbered anew."""
    figures: list = []
    runs: list[str | int] = []
    for run in (run for sentence in sentences for run in sentence):
        if isinstance(run, int):
            figures.append(passage.figures[run])
            run = len(figures) - 1
        runs.append(run)
    if runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip("\n")
    return Passage(tuple(runs), tuple(figures))


def _append(sentence: list[str | int], char: str) -> None:
    if sentence and isinstance(sentence[-1], str):
        sentence[-1] += char
    else:
        sentence.append(char)

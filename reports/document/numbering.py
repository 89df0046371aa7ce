"""Numbers of headings, from position alone (GB/T 9704-2012 §7.3.3: 一、 (一) 1. (1))."""

ARABIC = "arabic"  # 一、 then 1. then (1)
BRACKETED = "bracketed"  # 一、 then (一) then 1.

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese: 一, 十二, 三十."""
    if not 1 <= number <= 99:
        raise ValueError(f"no heading has the number {number}")
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def number(levels: str, level: int, position: int) -> str:
    """The bare number of the ``position``-th heading of a level (1, 2 or 3), as in JSON: 一, 1."""
    in_chinese = level == 1 or (level == 2 and levels == BRACKETED)
    return chinese(position) if in_chinese else str(position)


def label(levels: str, level: int, position: int) -> str:
    """The number as it prints before a heading: 一、 or (一) or 1. or (1)."""
    bare = number(levels, level, position)
    if level == 1:
        return f"{bare}、"
    is_bracketed = level == (2 if levels == BRACKETED else 3)
    return f"（{bare}）" if is_bracketed else f"{bare}."

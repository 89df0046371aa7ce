"""What a rate may be computed from: two figures that can be compared, neither of them the rate itself."""

import counting

ONLY_RATES = "只有比例、增减和倍数才由分子和分母算出。"


def refusal_of(rate, numerator, denominator) -> tuple[str, str] | None:
    """The field and the sentence that refuses these two; None where they fit, or there are none."""
    if not (numerator or denominator):
        return None
    if rate.kind not in counting.NEVER_SUMMED:
        return "numerator" if numerator else "denominator", ONLY_RATES
    if not numerator:
        return "numerator", "写了分母，还要写分子；增减和倍数写本期数。"
    if not denominator:
        return "denominator", "写了分子，还要写分母；增减和倍数写上期数。"
    if numerator == denominator:
        return "denominator", "分子和分母不能是同一个数据。"
    unfit = (
        (field, words)
        for field, one in (("numerator", numerator), ("denominator", denominator))
        if (words := _unfit(rate, one))
    )
    return next(unfit, None) or _uncomparable(numerator, denominator)


def _unfit(rate, one) -> str:
    if one == rate:
        return "一个数据不能由它自己算出。"
    if one.kind in (counting.GROWTH, counting.MULTIPLE):
        return f"“{one.name}”本身是增减或倍数，不能再作分子、分母。"
    is_rate = one.kind == counting.RATE
    if rate.unit == "百分点" and not is_rate:
        return f"“{one.name}”不是比例，百分点只能由两个比例算出。"
    return f"“{one.name}”本身是比例，不能再作分子、分母。" if is_rate and rate.kind == counting.RATE else ""


def _uncomparable(numerator, denominator) -> tuple[str, str] | None:
    if counting.sort_of(numerator.unit) != counting.sort_of(denominator.unit):
        words = f"“{numerator.name}”按“{numerator.unit}”计，“{denominator.name}”按“{denominator.unit}”计"
        return "denominator", f"{words}，单位不同，不能相比。"
    if not denominator.value:
        return "denominator", f"“{denominator.name}”是0，不能作分母。"
    return None

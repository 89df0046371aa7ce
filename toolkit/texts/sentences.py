"""Our own words where Django's Chinese sentences of refusal mislead: half-width, or about something else."""

from django.core import validators


def speak_plainly() -> None:
    """Replace those sentences, in every form."""
    # Django says of a NUL character that empty texts are not allowed.
    validators.ProhibitNullCharactersValidator.message = "这里有看不见的字符，请删去后再保存。"
    validators.MaxLengthValidator.message = "最多 %(limit_value)d 个字，现在有 %(show_value)d 个字。"
    validators.DecimalValidator.messages = {
        **validators.DecimalValidator.messages,
        "max_digits": "最多 %(max)s 位数字。",
        "max_decimal_places": "小数最多 %(max)s 位。",
        "max_whole_digits": "小数点前最多 %(max)s 位。",
    }

"""Words as Chinese typography wants them."""


def shortened(text: str, most: int) -> str:
    """The text on one line, in at most ``most`` characters, the ellipsis of two among them."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 2].rstrip('，、；：')}……"

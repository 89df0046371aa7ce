"""Putting things at places that staff typed."""


def reordered(keys: list[str], wanted: dict[str, int]) -> list[str]:
    """The keys with each wanted one at its place, counted from 1, and the others around them."""
    order = [key for key in keys if key not in wanted]
    for key in sorted((key for key in keys if key in wanted), key=wanted.__getitem__):
        order.insert(max(wanted[key], 1) - 1, key)
    return order

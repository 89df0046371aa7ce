"""Reading a public page as a test wants it: the texts and attributes at a place, in order."""

from lxml import html

TITLES = "//main//*[contains(@class, 'story-title')]"
# None of them is a page of a list whose rows fit on one.
BAD_PAGE_NUMBERS = ("0", "-1", "2", "1000000000", "abc", "", "1.5", "9" * 5000, "\x00")


def texts(response, place: str) -> list[str]:
    """What stands at an XPath, elements by their text, each on one line."""
    found = html.fromstring(response.content.decode()).xpath(place)
    return [" ".join((one if isinstance(one, str) else one.text_content()).split()) for one in found]


def metas(response) -> dict[str, str]:
    """The page's named meta tags."""
    found = html.fromstring(response.content.decode()).xpath("//meta[@name]")
    return {meta.get("name"): meta.get("content") for meta in found}

from tests.pages import FormOnPage


def filled(response, **typed) -> dict[str, str]:
    """The page's form as a browser would send it, with what was typed."""
    return FormOnPage(response).fields | typed

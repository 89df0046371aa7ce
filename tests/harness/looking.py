"""What a browser tells of an open page: what axe finds, what sticks out, what the keyboard reaches."""

from axe_playwright_python.sync_playwright import Axe

# Axe would fetch our style sheet once more to look for one rule, and lose its way in the imports.
_AXE = {"resultTypes": ["violations"], "preload": False}
# Whatever reaches beyond the page's edge, and by how many pixels.
_STICKING_OUT = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
        one => one.getBoundingClientRect().right > edge + 1 && getComputedStyle(one).position !== 'absolute');
    return wide.slice(0, 5).map(one => `${one.tagName}.${one.className}`);
}"""
_REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(one => one.type !== 'hidden' && one.checkVisibility()).length"""
_FOCUSED = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    one.dataset.reached = 'yes';
    const style = getComputedStyle(one);
    return {
        text: one.textContent.trim() || one.name,
        isVisible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
}"""
_REACHED = "() => document.querySelectorAll('[data-reached]').length"


def violations(page) -> list[str]:
    """What axe finds on the open page: each rule with the places that break it."""
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in Axe().run(page, options=_AXE).response["violations"]
        for node in rule["nodes"]
    ]


def sticking_out(page, width: int) -> list[str]:
    """The first elements that make the page scroll sideways in a window of ``width`` pixels."""
    page.set_viewport_size({"width": width, "height": 800})
    return page.evaluate(_STICKING_OUT)


def tabbed_through(page) -> tuple[str, list[str], int]:
    """Tab through the page: the first text reached, those with no visible focus, how many were missed."""
    first, faint = "", []
    page.keyboard.press("Tab")
    while focused := page.evaluate(_FOCUSED):
        first = first or focused["text"]
        if not focused["isVisible"]:
            faint.append(focused["text"])
        page.keyboard.press("Tab")
    return first, faint, page.evaluate(_REACHABLE) - page.evaluate(_REACHED)

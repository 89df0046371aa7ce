from django.utils.functional import SimpleLazyObject

from organizations.models import Committee


def committee(request):
    """The committee for the page's head and foot; read once, and only by a page that prints it.

    Before its row has been entered it is one of which nothing is known. A request
    that has met it on its way brings it along.
    """
    met = getattr(request, "committee", None)
    return {"committee": met or SimpleLazyObject(lambda: Committee.objects.current() or Committee())}

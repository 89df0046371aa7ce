from django.utils.functional import SimpleLazyObject

from organizations.models import Committee


def committee(request):
    """The committee for the page's head and foot; read once, and only by a page that prints it.

    Before its row has been entered it is one of which nothing is known.
    """
    return {"committee": SimpleLazyObject(lambda: Committee.objects.current() or Committee())}

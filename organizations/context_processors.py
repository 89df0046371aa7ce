from django.utils.functional import SimpleLazyObject

from organizations.models import Committee


def committee(request):
    """The committee for the page's head and foot; read once, and only by a page that prints it."""
    return {"committee": SimpleLazyObject(Committee.objects.current)}

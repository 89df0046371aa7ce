from django.conf import settings


def permissions_policy(get_response):
    """Tell browsers that no page of ours asks for the camera, the place or the like."""

    def add_header(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return add_header

"""The portal in processes of their own, each with its own memory, on the test's database."""

import os
from contextlib import contextmanager
from multiprocessing import get_context

from django.db import connection


class Portal:
    """One process; asked for an address it tells the status, the text of the page and the queries made."""

    def __init__(self, pipe):
        self._pipe = pipe

    def get(self, address, **headers) -> tuple[int, str, int]:
        self._pipe.send((address, headers))
        return self._pipe.recv()


@contextmanager
def portals(number: int, cache: dict):
    """So many processes that share a cache, told as one of CACHES."""
    context = get_context("spawn")
    pairs = [context.Pipe() for _ in range(number)]
    database = connection.settings_dict["NAME"]
    processes = [context.Process(target=_serve, args=(end, database, cache), daemon=True) for _, end in pairs]
    for process in processes:
        process.start()
    try:
        yield [Portal(own) for own, _ in pairs]
    finally:
        for (own, _), process in zip(pairs, processes, strict=True):
            own.send(None)
            process.join(10)
            process.kill()


def _serve(pipe, database, cache):
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    django.setup()
    setup_test_environment()
    settings.CACHES["pages"] = cache
    connection.settings_dict["NAME"] = database
    client = Client()
    while asked := pipe.recv():
        address, headers = asked
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address, headers=headers)
        pipe.send((response.status_code, response.content.decode(), len(captured)))
    connection.close()

"""The portal behind its web server, in a process of its own, that tells what its processor was busy with."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

BATCHES = 5


class Server:
    """One worker, asked over one connection."""

    def __init__(self, port):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, address, **headers) -> http.client.HTTPResponse:
        told = {"Host": settings.ALLOWED_HOSTS[0], "Accept-Encoding": "gzip, deflate, br"}
        self._connection.request("GET", address, headers=told | headers)
        response = self._connection.getresponse()
        response.read()
        if response.status >= 400:
            raise RuntimeError(f"{address}: {response.status}")
        return response

    def milliseconds(self, ask, times: int, before=lambda: None) -> float:
        """Of its processor for one request: the smallest of a few batches, which others disturbed least."""
        ask()
        return 1000 * min(self._busy(ask, times, before) / times for _ in range(BATCHES))

    def _busy(self, ask, times, before):
        started = self._processor_time()
        for _ in range(times):
            before()
            ask()
        return self._processor_time() - started

    def _processor_time(self):
        self._connection.request("GET", "/processor-time/", headers={"Host": settings.ALLOWED_HOSTS[0]})
        return float(self._connection.getresponse().read())


@contextmanager
def serving():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--bind", f"127.0.0.1:{port}", "--threads=4", "--log-level=error", "--no-control-socket"]
    environment = os.environ | {"BENCH_DATABASE": connection.settings_dict["NAME"]}
    command = [sys.executable, "-m", "gunicorn", *options, "sample.measured"]
    process = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)
    try:
        yield _when_up(port)
    finally:
        process.terminate()
        process.wait()


def _when_up(port) -> Server:
    for _ in range(300):
        try:
            server = Server(port)
            server.get("/bare/")
            return server
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server does not answer")

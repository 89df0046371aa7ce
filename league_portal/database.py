"""The embedded PostgreSQL: where its files lie, who may start it, when it stops.

The server comes as a Python package. Every process that uses it holds a shared lock as
long as it lives; the last one out stops the server. Only the starter's own code is used:
the package's would take the locale from the environment and open up parent folders.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg2

from league_portal.database_files import (
    PORT,
    DatabaseProblem,
    account,
    home_of,
    plain_sentences,
    program,
    refuse_long_path,
    surroundings,
)

NAME = USER = "portal"
PATIENCE = 60  # seconds; a slow disk may need them to recover after a power cut


class EmbeddedServer:
    """One PostgreSQL server on one folder; `with server:` starts it and gives it back."""

    def __init__(self, folder):
        self.home = home_of(Path(folder))
        self.data = self.home / "data"
        self.log = self.home / "server.log"
        self._lease = None
        self._process = None
        self._log_start = 0

    def settings(self):
        """What Django needs to know to connect."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": NAME,
            "USER": USER,
            "HOST": str(self.home),
            "PORT": PORT,
        }

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.release()

    def start(self):
        """Start the server unless it is up, and note that this process uses it."""
        if self._lease:
            return
        refuse_long_path(self.home)
        with plain_sentences(self.home):
            self._prepare_home()
            with self._one_at_a_time():
                self._bring_up()
                self._lease = open(self.home / "users.lock", "w")  # noqa: SIM115 - held until release
                fcntl.flock(self._lease, fcntl.LOCK_SH)

    def release(self):
        """Give the server back; stop it when no other process uses it."""
        if not self._lease:
            return
        with self._one_at_a_time():
            self._lease.close()
            self._lease = None
            with open(self.home / "users.lock", "w") as users:
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return
                self._stop()

    def is_alive(self):
        """Whether the server's main process runs, though it may be too busy to answer."""
        return self._running_pid() is not None

    # Files

    def _prepare_home(self):
        self.home.mkdir(parents=True, exist_ok=True)
        # Whoever can enter may log in: there is no password, the folder is the lock.
        self.home.chmod(0o700)
        if other := account():
            os.chown(self.home, other["user"], other["group"])

    @contextmanager
    def _one_at_a_time(self):
        with open(self.home / "start.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _initialise(self):
        if (self.data / "PG_VERSION").exists():
            return
        unfinished = self.home / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        # With LC_CTYPE=C neither pg_trgm nor the text search parser would see Chinese
        # characters. The builtin provider sorts alike on every machine.
        utf8 = "C.UTF-8" if Path("/proc").exists() else "en_US.UTF-8"
        options = [f"--pgdata={unfinished}", f"--username={USER}", "--auth=trust", "--encoding=UTF8"]
        options += ["--locale=C", f"--lc-ctype={utf8}"]
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        made = subprocess.run([program("initdb"), *options], capture_output=True, **surroundings())
        if made.returncode:
            said = made.stderr.decode(errors="replace").strip()
            raise DatabaseProblem(f"数据库文件没有建成（{self.home}）。initdb 说：{said}")
        unfinished.rename(self.data)

    # Starting and stopping, always under the lock

    def _bring_up(self):
        if not self._answers():
            self._revive()
        if not self._ask(f"SELECT 1 FROM pg_database WHERE datname = '{NAME}'"):
            self._ask(f"CREATE DATABASE {NAME}")

    def _revive(self):
        if self.is_alive():
            if self._wait_for_answer():
                return
            self._stop()  # alive, but its socket file was removed
        self._initialise()
        deadline = time.monotonic() + PATIENCE
        while not self._launch():
            # After a kill -9 its orphans hold the shared memory for some seconds.
            if not self._orphans_in_the_way() or time.monotonic() > deadline:
                raise DatabaseProblem(
                    f"数据库没有启动。日志最后一行：{self._last_words()} 全部日志在 {self.log}"
                )
            time.sleep(0.3)

    def _launch(self):
        """Start the server once; whether it came to answer."""
        if Path("/proc/self").exists() and not self.is_alive():
            # The number in it may by now belong to another process, or to a zombie.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
        quoted = str(self.home).replace('"', '""')
        options = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{quoted}"',
            "unix_socket_permissions": "0700",
            "port": PORT,
        }
        flags = [f"--{name}={value}" for name, value in options.items()]
        with open(self.log, "ab") as log:
            self._log_start = log.tell()
            # A session of its own, so that Ctrl-C in the terminal does not reach it.
            self._process = subprocess.Popen(
                [program("postgres"), "-D", str(self.data), *flags],
                stdout=log,
                stderr=log,
                start_new_session=True,
                **surroundings(),
            )
        return self._wait_for_answer()

    def _wait_for_answer(self):
        deadline = time.monotonic() + PATIENCE
        socket = self.home / f".s.PGSQL.{PORT}"
        while time.monotonic() < deadline:
            if self._answers():
                return True
            if self._process:
                if self._process.poll() is not None:
                    return False
            elif not socket.exists() or not self.is_alive():
                return False
            time.sleep(0.03)
        return False

    def _stop(self):
        pid = self._running_pid()
        deadline = time.monotonic() + PATIENCE
        sent = None
        while pid and self._running_pid() == pid:
            # Fast first (a clean end, connections closed); at the end of patience, at once.
            wanted = signal.SIGINT if time.monotonic() < deadline else signal.SIGQUIT
            if wanted != sent:
                os.kill(pid, wanted)
                sent = wanted
            if self._process:
                self._process.poll()
            time.sleep(0.02)
        self._process = None

    # Questions

    def _answers(self):
        return self._ask("SELECT 1") is not None

    def _ask(self, question):
        """The rows of the answer, or None when the server does not answer."""
        try:
            connection = psycopg2.connect(
                host=str(self.home), port=PORT, user=USER, dbname="postgres", connect_timeout=5
            )
        except psycopg2.OperationalError:
            return None
        try:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(question)
            return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def _running_pid(self):
        """The server's process, if the number in its file really is the server of this folder."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
            if Path("/proc/self").exists():
                return pid if os.path.samefile(f"/proc/{pid}/cwd", self.data) else None
            os.kill(pid, 0)
        except (OSError, ValueError, IndexError):
            return None
        return pid

    def _orphans_in_the_way(self):
        words = self._words()
        return "shared memory block" in words or "lock file" in words

    def _last_words(self):
        lines = self._words().strip().splitlines()
        fatal = [line for line in lines if "FATAL" in line]
        return (fatal or lines or [""])[-1]

    def _words(self):
        """What the log holds since the last launch."""
        with open(self.log, "rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace")

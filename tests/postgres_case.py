"""A real PostgreSQL server for tests: its own folder, its own port on this machine, stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "a-word/of:tests"


def binaries() -> Path:
    """The folder of PostgreSQL's programs: Debian keeps it off the PATH."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folder = next((one for one in folders if (one / "initdb").is_file()), None)
    assert folder, "No PostgreSQL found: run ./tot test, which finds or installs one."
    return folder


def owner() -> str | None:
    """The user that the server runs as; None for the present one. It refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(user: str | None, folder: Path, *command: str) -> None:
    """Nothing; runs a program of the server in its folder, and shows its output if it fails."""
    done = subprocess.run(
        command, cwd=folder, user=user, group=pwd.getpwnam(user).pw_gid if user else None,
        capture_output=True, text=True, timeout=60, check=False,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server with an empty database, with its user and password."""
    user = owner()
    folder = Path(tempfile.mkdtemp(prefix="tot-pg-", dir="/tmp"))
    data, word, log = folder / "data", folder / "word", folder / "log"
    word.write_text(PASSWORD)
    if user:
        for path in (folder, word):
            shutil.chown(path, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    tools = binaries()
    try:
        _run(user, folder, str(tools / "initdb"), "-D", str(data), "-U", "office", "-A",
             "scram-sha-256", f"--pwfile={word}", "-E", "UTF8", "--no-sync")  # fmt: skip
        options = f"-F -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        _run(user, folder, str(tools / "pg_ctl"), "-D", str(data), "-l", str(log), "-w", "-o",
             options, "start")  # fmt: skip
        try:
            word_in_address = PASSWORD.replace("/", "%2F").replace(":", "%3A")
            yield f"postgres://office:{word_in_address}@127.0.0.1:{port}/postgres"
        finally:
            _run(user, folder, str(tools / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)

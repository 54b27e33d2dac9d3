"""Runs a command in a root as its own system: chroot, private namespaces, limits, a scratch layer.

What it runs are files from the registries. They see no network but a loopback of their own, no process of
this system, and no file of it but the root, which they cannot change.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from musl_compat.devtools.lab.run import Outcome
from musl_compat.errors import InputError

HOME = "/home/lab"
"""The folder that a command starts in, of the user ``lab``; the files of a workload are there."""
USER = 1000
ENVIRONMENT = {
    "HOME": HOME,
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "LOGNAME": "lab",
    "PATH": "/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin",
    "SHELL": "/bin/sh",
    "TERM": "dumb",
    "TZ": "UTC",
    "USER": "lab",
}
_INSIDE = Path(__file__).with_name("inside.py")
_NAMESPACES = ("--mount", "--net", "--pid", "--ipc", "--uts")
_UNSHARE = (*_NAMESPACES, "--fork", "--kill-child", "--propagation", "private")
_SHOWN = 4000
_MOST = 64 << 20


class Command(NamedTuple):
    """What to run: absolute path and arguments, environment besides the usual one, input files by name, the
    names of output files that count, the seconds it may take, and whether root runs it."""

    argv: Sequence[str]
    env: Mapping[str, str]
    inputs: Mapping[str, str]
    outputs: Sequence[str]
    timeout: int
    as_root: bool = False


def execute(root: Path, command: Command) -> Outcome:
    """Run it once in a fresh scratch layer. ``InputError`` when this system does not let us set that up."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        raise InputError("the run lab needs root and util-linux's unshare: it works in roots of its own")
    base = Path(tempfile.mkdtemp(prefix="muslcheck-run-"))
    try:
        return _execute(base, root, command)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _execute(base: Path, root: Path, command: Command) -> Outcome:
    folder = base / "home"
    for name in ("scratch", "home"):
        (base / name).mkdir()
    for name, text in command.inputs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    user = 0 if command.as_root else USER
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user)
    spec = {
        "argv": list(command.argv),
        "env": {**ENVIRONMENT, **command.env},
        "folder": str(folder),
        "home": HOME,
        "root": str(root),
        "scratch": str(base / "scratch"),
        "status": str(base / "status"),
        "user": user,
    }
    start = ["unshare", *_UNSHARE, sys.executable, "-I", "-S", str(_INSIDE), json.dumps(spec)]
    with open(base / "stdout", "wb") as out, open(base / "stderr", "wb") as err:
        done = subprocess.Popen(start, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        try:
            done.wait(command.timeout)
        except subprocess.TimeoutExpired:
            done.send_signal(signal.SIGKILL)
            done.wait()
    stderr = (base / "stderr").read_bytes()[-_SHOWN:].decode("utf-8", "replace")
    status = base / "status"
    if not status.exists() and done.returncode >= 0:
        raise InputError(f"the run lab cannot set up its namespaces here: {stderr.strip()}")
    files = tuple((name, _content(folder, name)) for name in command.outputs)
    ended = int(status.read_text(encoding="ascii")) if status.exists() else None
    return Outcome(ended, _head(base / "stdout"), files, stderr)


def _content(folder: Path, name: str) -> bytes:
    """A file that the workload left; an absent one is told from an empty one."""
    path = folder / name
    return _head(path) if path.is_file() and not path.is_symlink() else b"(no such file)"


def _head(path: Path) -> bytes:
    with open(path, "rb") as file:
        return file.read(_MOST)

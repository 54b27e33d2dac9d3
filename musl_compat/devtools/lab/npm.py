"""Packages of the npm registry through npm itself, which checks each download against the registry's hash."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from musl_compat.devtools.lab.lock import Entry
from musl_compat.errors import InputError


def download(entries: Sequence[Entry], folder: Path) -> list[Path]:
    """The tarballs of these packages. Unlocked entries take the version that the registry calls latest."""
    specs = [e.name if e.version == "-" else f"{e.name}@{e.version}" for e in entries]
    _run(["npm", "pack", "--silent", "--ignore-scripts", *specs], folder)
    return sorted(folder.glob("*.tgz"))


def unpack(tarball: Path, folder: Path) -> None:
    """A package's files below ``folder``, without the one directory that they are in; GNU tar keeps them
    inside."""
    command = ["tar", "--extract", "--no-same-owner", "--no-same-permissions", "--strip-components=1"]
    _run([*command, f"--file={tarball.absolute()}"], folder)


def identity(tarball: Path, folder: Path) -> tuple[str, str]:
    """(name, version) as the package itself says, unpacked below ``folder`` for that."""
    unpack(tarball, folder)
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    return package["name"], package["version"]


def _run(command: list[str], cwd: Path) -> None:
    env = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise InputError(f"{command[0]} is not installed; the laboratory needs it for npm") from error
    if done.returncode != 0:
        raise InputError(f"{' '.join(command[:2])}: exit {done.returncode}: {done.stderr.strip()}")

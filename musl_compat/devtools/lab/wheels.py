"""Wheels from PyPI through pip, which checks each download against the hash that it is given."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from musl_compat.devtools.lab.lock import Entry
from musl_compat.errors import InputError

# Sum of the sizes of one wheel's members; the largest of the lock file has a tenth of this.
MAX_WHEEL_BYTES = 4 << 30
# pip takes platform tags literally: name each one that the wanted tag may appear as.
GLIBC_MINORS = (5, 12, 17, 24, 26, 27, 28, 31, 34)


def download(entries: Sequence[Entry], folder: Path) -> list[Path]:
    """The wheels of these entries (of one origin). Unlocked entries take the newest version."""
    requirements = folder / "requirements.txt"
    requirements.write_text("".join(_requirement(e) for e in entries), encoding="utf-8")
    python_tag, platform = entries[0].origin.split("/")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--implementation", "cp", "--python-version", python_tag.removeprefix("cp")]
    for tag in platform_tags(platform):
        command += ["--platform", tag]
    command += ["--dest", str(folder), "--requirement", str(requirements)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    if done.returncode != 0:
        raise InputError(f"pip download: exit {done.returncode}: {done.stderr.strip()}")
    return sorted(folder.glob("*.whl"))


def _requirement(entry: Entry) -> str:
    if entry.version == "-":
        return f"{entry.name}\n"
    return f"{entry.name}=={entry.version} --hash=sha256:{entry.sha256}\n"


def platform_tags(platform: str) -> list[str]:
    """``manylinux_2_28_x86_64`` and every older tag, with the three names that predate PEP 600;
    a musllinux tag stands for itself."""
    if platform.startswith("musllinux_1_"):
        return [platform]
    family, _, rest = platform.partition("_2_")
    minor, _, machine = rest.partition("_")
    if family != "manylinux" or not minor.isdigit():
        raise InputError(f"{platform!r} is not a manylinux_2_N_ARCH platform tag")
    tags = [f"manylinux_2_{m}_{machine}" for m in reversed(GLIBC_MINORS) if m <= int(minor)]
    return [*tags, *(f"{name}_{machine}" for name in ("manylinux2014", "manylinux2010", "manylinux1"))]


def unpack(wheel: Path, folder: Path) -> None:
    """The members of a wheel below ``folder``; ``InputError`` for a name that leaves it or too many bytes."""
    with zipfile.ZipFile(wheel) as archive:
        total = 0
        for member in archive.infolist():
            path = PurePosixPath(member.filename)
            total += member.file_size
            if path.is_absolute() or ".." in path.parts or total > MAX_WHEEL_BYTES:
                raise InputError(f"{wheel.name}: refuses to unpack {member.filename!r}")
        archive.extractall(folder)


def identity(wheel: Path) -> tuple[str, str]:
    """(normalised name, version) from a wheel's file name (the binary distribution format)."""
    name, version = wheel.name.split("-")[:2]
    return name.lower().replace("_", "-").replace(".", "-"), version


def sha256_of(path: Path) -> str:
    """The hex sha256 of a file."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A temporary directory for downloads."""
    return tempfile.TemporaryDirectory(prefix="muslcheck-lab-")

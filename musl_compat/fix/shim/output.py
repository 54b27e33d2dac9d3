"""Directories that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from musl_compat.errors import UsageError


@contextmanager
def whole(target: Path, mark: str) -> Iterator[Path]:
    """A temporary sibling of ``target`` to write into, renamed to it at the end; removed when anything fails.

    A directory that is there already is replaced only when it holds the file ``mark`` (an earlier output) or
    nothing.
    Raises UsageError when it cannot be written.
    """
    target = Path(os.path.abspath(target))
    replaces = _replaces(target, mark)
    part: Path | None = None
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
        yield part
        part.chmod(0o755)
        if replaces:
            _exchange(part, target)
        else:
            os.rename(part, target)
    except OSError as error:
        raise UsageError(f"-o {target}: {error.strerror or error}; nothing was written") from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)


def _replaces(target: Path, mark: str) -> bool:
    if not os.path.lexists(target):
        return False
    if not target.is_dir() or target.is_symlink():
        raise UsageError(f"-o {target}: is there and is not a directory; nothing was written")
    names = os.listdir(target)
    if names and mark not in names:
        raise UsageError(f"-o {target}: holds other files (no {mark}); give a new or empty directory")
    return True


def _exchange(part: Path, target: Path) -> None:
    """The old directory goes aside first, and comes back when the new one cannot take its place."""
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".old", dir=target.parent))
    try:
        os.rename(target, aside / "old")
        try:
            os.rename(part, target)
        except OSError:
            os.rename(aside / "old", target)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)

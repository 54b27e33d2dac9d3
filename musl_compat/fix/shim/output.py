"""Directories that appear whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

from musl_compat.errors import UsageError

Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None
EXIT_TERMINATED = 128 + signal.SIGTERM


class Discard(Exception):
    """Raised inside ``whole``: nothing is to be written after all."""


@contextmanager
def whole(target: Path, mark: str, is_earlier: Callable[[Any], bool]) -> Iterator[Path]:
    """A temporary sibling of ``target`` to write into, renamed to it at the end; removed when anything fails.

    A directory that is there already is replaced only when it holds nothing, or in the file ``mark`` a JSON
    document that ``is_earlier`` knows as that of an earlier output. SIGTERM ends the program as an error
    does, so that nothing stays.
    Raises UsageError when it cannot be written.
    """
    target = Path(os.path.abspath(target))
    replaces = _replaces(target, mark, is_earlier)
    part: Path | None = None
    before = _on_terminate(_terminated)
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
        yield part
        part.chmod(0o755)
        if replaces:
            _exchange(part, target)
        else:
            os.rename(part, target)
    except Discard:
        pass
    except OSError as error:
        where = _blamed(error, target)
        raise UsageError(f"{where}: {error.strerror or error}; nothing was written") from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
        _on_terminate(before)


def _on_terminate(handler: Handler) -> Handler:
    """Set what SIGTERM does, and give what it did; Python allows it in the main thread only."""
    if threading.current_thread() is not threading.main_thread():
        return None
    return signal.signal(signal.SIGTERM, signal.SIG_DFL if handler is None else handler)


def _terminated(number: int, frame: FrameType | None) -> None:
    raise SystemExit(EXIT_TERMINATED)


def _blamed(error: OSError, target: Path) -> str:
    """The file that could not be read, or the option when the output could not be written."""
    name = error.filename
    if isinstance(name, str | os.PathLike) and f".{target.name}." not in str(name) and Path(name).exists():
        return str(name)
    return f"-o {target}"


def _replaces(target: Path, mark: str, is_earlier: Callable[[Any], bool]) -> bool:
    if not os.path.lexists(target):
        return False
    if not target.is_dir() or target.is_symlink():
        raise UsageError(f"-o {target}: is there and is not a directory; nothing was written")
    if os.listdir(target) and not is_earlier(document(target / mark)):
        raise UsageError(
            f"-o {target}: holds something else than what this command wrote for these files before; give a"
            " new or empty directory"
        )
    return True


def document(path: Path) -> Any:
    """What a JSON file holds; None for one that is not there or holds something else."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


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

"""Workloads: one TOML file each, below ``corpus/run/GROUP/``; the file's name is the workload's name.

Keys that every group shares: ``about`` (one line: what it does), ``timeout`` (seconds, a limit only),
``long`` (true: many minutes, done only when asked for), and
``[fails]``, which maps a column to the cause for which the workload is known to fail there. The rest is the
group's own and is read through ``Workload.text`` and its like, which name the file when a value is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, cast

import tomli

from musl_compat.errors import InputError

CORPUS = Path(__file__).resolve().parents[4] / "corpus" / "run"
TIMEOUT = 120


class Workload(NamedTuple):
    """One piece of real work, as its file states it."""

    name: str
    path: Path
    data: Mapping[str, object]

    def text(self, key: str, default: str | None = None) -> str:
        """A string of the file; ``InputError`` when it is not there, or not a string."""
        return cast(str, self._get(key, str, default))

    def number(self, key: str, default: int | None = None) -> int:
        """An integer of the file."""
        return cast(int, self._get(key, int, default))

    def texts(self, key: str) -> list[str]:
        """A list of strings, empty when the file has none."""
        value = cast("list[object]", self._get(key, list, []))
        return [self._checked(key, item) for item in value]

    def table(self, key: str) -> dict[str, str]:
        """A table of strings, empty when the file has none."""
        value = cast("dict[str, object]", self._get(key, dict, {}))
        return {name: self._checked(key, item) for name, item in value.items()}

    @property
    def about(self) -> str:
        """What it does, in one line."""
        return self.text("about")

    @property
    def timeout(self) -> int:
        """Seconds after which it is stopped."""
        return self.number("timeout", TIMEOUT)

    @property
    def is_long(self) -> bool:
        """Does it take many minutes?"""
        return cast(bool, self._get("long", bool, False))

    def _get(self, key: str, kind: type, default: object) -> object:
        value = self.data.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise InputError(f"{self.path.name}: {key} must be a {kind.__name__}, not {value!r}")
        return value

    def _checked(self, key: str, item: object) -> str:
        if not isinstance(item, str):
            raise InputError(f"{self.path.name}: {key} must hold strings, not {item!r}")
        return item


def load(path: Path, keys: Iterable[str]) -> Workload:
    """Read one file; ``InputError`` for TOML that cannot be read and for a key that nobody reads."""
    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name}: {error}") from error
    unknown = data.keys() - {"about", "timeout", "long", "fails", *keys}
    if unknown:
        raise InputError(f"{path.name}: unknown key {', '.join(sorted(unknown))}")
    return Workload(path.stem, path, data)


def load_all(group: str, keys: Iterable[str]) -> list[Workload]:
    """Every workload of a group, sorted by name."""
    known = tuple(keys)
    return [load(path, known) for path in sorted((CORPUS / group).glob("*.toml"))]

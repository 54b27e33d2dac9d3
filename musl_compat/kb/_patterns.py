"""Names that the table has no row for: what their spelling tells. The patterns are in the table's directory,
so that a report on a file reads no details.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from musl_compat.kb._causes import Supplier, group_of_row, supplier, suppliers_of_row
from musl_compat.kb._table import table

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target


@lru_cache(maxsize=4)
def _patterns(kind: str) -> list[tuple[str, re.Pattern[str]]]:
    """The patterns of a kind of the directory's lines, each with what it tells, in the order of the text."""
    return [(cells[1], re.compile(cells[-1])) for cells in table().lines(kind)]


def _told(kind: str, name: str) -> list[str]:
    return [said for said, pattern in _patterns(kind) if pattern.fullmatch(name)]


def group_of_name(name: str, version: str | None = None) -> str:
    """The id of a name's group, also of names without a row; ``version``: the one that is asked for."""
    if version == "GLIBC_PRIVATE":
        return "glibc-private"
    row = table().find(name)
    if row >= 0:
        return group_of_row(row)
    return next(iter(_told("R", name)), "other")


@lru_cache(maxsize=4096)
def host_of(name: str) -> str | None:
    """The host program that defines a name for its plugins: ``python``, ``node``, ...; else None."""
    return next(iter(_told("H", name)), None)


def host_title(host: str) -> str:
    """What a host is called in a sentence; KeyError when there is none."""
    return {name: title for _, name, title, _ in table().lines("H")}[host]


def suppliers(name: str, target: Target | None = None) -> tuple[Supplier, ...]:
    """Who can supply a name; with a target, a newer musl comes first when one has it."""
    row = table().find(name)
    if row >= 0:
        return suppliers_of_row(row, target)
    return tuple(supplier(one) for one in _told("Y", name))

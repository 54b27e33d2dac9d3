"""The knowledge base: what builds of musl and glibc define, what differs, and who supplies what is missing.

The reviewed text is in ``data/``; ``compile.py`` makes ``table.bin`` (joined in C) and ``detail.json`` of it.
Opening the table is all that a check of a file costs; the details are read when somebody asks for them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from musl_compat.kb._causes import (
    Group,
    Supplier,
    group,
    group_of_row,
    groups,
    suppliers_of_row,
    supplies_row,
)
from musl_compat.kb._table import Table, TableError, table

if TYPE_CHECKING:
    from musl_compat.kb._facts import (
        Behaviour,
        GlibcEntry,
        SymbolFacts,
        behaviours,
        facts,
        near,
    )
    from musl_compat.kb._patterns import group_of_name, host_of, host_title, suppliers

__all__ = [
    "Behaviour",
    "GlibcEntry",
    "Group",
    "Supplier",
    "SymbolFacts",
    "Table",
    "TableError",
    "behaviours",
    "facts",
    "glibc_libraries",
    "group",
    "group_of_name",
    "group_of_row",
    "groups",
    "hidden_versions",
    "host_of",
    "host_title",
    "near",
    "suppliers",
    "suppliers_of_row",
    "supplies_row",
    "table",
]

_OF_NAMES = frozenset(("group_of_name", "host_of", "host_title", "suppliers"))


def __getattr__(name: str) -> Any:
    """What needs patterns or details, imported when it is asked for: the check of most files needs none."""
    if name in _OF_NAMES:
        from musl_compat.kb import _patterns

        return getattr(_patterns, name)
    if name in __all__:
        from musl_compat.kb import _facts

        return getattr(_facts, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@lru_cache(maxsize=1)
def glibc_libraries() -> dict[str, bool]:
    """File names of glibc's own libraries:
    True when musl's loader takes the name for itself, without a file.
    """
    return {cells[1]: cells[2] == "yes" for cells in table().lines("L")}


@lru_cache(maxsize=1)
def hidden_versions() -> frozenset[tuple[str, str, str]]:
    """(file name, symbol, version) of names that a library has as hidden versions only: musl does not bind
    them.
    """
    return frozenset((cells[1], cells[2], cells[3]) for cells in table().lines("K"))

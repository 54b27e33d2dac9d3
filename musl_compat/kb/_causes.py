"""Why a name is missing and who supplies it: what a report on a file prints, from the table alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from musl_compat.kb._table import table

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target

GROUP_COLUMN, SUPPLIERS_COLUMN = 0, 1


class Group(NamedTuple):
    """One cause of missing names: ``id``, title, why musl lacks them (one sentence), what to do."""

    id: str
    title: str
    why: str
    fix: str


class Supplier(NamedTuple):
    """Who can supply a name: title, how to use it, how sure that is (``high``, ``medium``), its source."""

    id: str
    title: str
    how: str
    confidence: str
    source: str


@lru_cache(maxsize=64)
def group(group_id: str) -> Group:
    """The group of an id; KeyError when there is none."""
    found = table().lines("C", group_id)
    if not found:
        raise KeyError(group_id)
    return Group(*found[0][1:])


def groups() -> list[Group]:
    """Every group, in the order of the text."""
    return [group(name) for name in _order()]


@lru_cache(maxsize=1)
def _order() -> list[str]:
    return table().lines("G")[0][1].split(" ")


def group_of_row(row: int) -> str:
    """The id of the group of a table row."""
    return _order()[table().column(GROUP_COLUMN, row)]


@lru_cache(maxsize=64)
def supplier(supplier_id: str) -> Supplier:
    """The supplier of an id; KeyError when there is none."""
    found = table().lines("V", supplier_id)
    if not found:
        raise KeyError(supplier_id)
    return Supplier(*found[0][1:])


@lru_cache(maxsize=1)
def _sets() -> list[tuple[Supplier, ...]]:
    """The sets of suppliers that the table's column numbers."""
    cells = table().lines("U")[0][1].split(" ")
    return [tuple(supplier(one) for one in cell.split(",") if one != "-") for cell in cells]


@lru_cache(maxsize=8192)
def suppliers_of_row(row: int, target: Target | None = None) -> tuple[Supplier, ...]:
    """Who can supply the name of a row; with a target, a newer musl comes first when one has it."""
    found = _sets()[table().column(SUPPLIERS_COLUMN, row)]
    if target is None or _exports(target, row):
        return found
    newer = _newer(row, target.musl_version)
    return found if newer is None else (newer, *found)


def supplies_row(supplier_id: str, row: int) -> bool:
    """Does this supplier have the name of a row?"""
    return any(one.id == supplier_id for one in _sets()[table().column(SUPPLIERS_COLUMN, row)])


def _exports(target: Target, row: int) -> bool:
    plane = target.exports("x86_64")
    return plane is not None and bool(plane[row >> 3] >> (row & 7) & 1)


def _newer(row: int, version: tuple[int, ...]) -> Supplier | None:
    """The first upstream release above a version that defines a name, on x86_64."""
    byte, bit = row >> 3, 1 << (row & 7)
    return next((one for plane, one in _releases_above(version) if plane[byte] & bit), None)


@lru_cache(maxsize=64)
def _releases_above(version: tuple[int, ...]) -> list[tuple[Any, Supplier]]:
    """The later upstream releases, oldest first: the plane of exports on x86_64, and the release as a
    supplier.
    """
    out = []
    for cells in reversed(table().lines("T")):  # the table has the newest first
        if cells[1].startswith("musl:") and tuple(map(int, cells[3].split("."))) > version:
            plane = next(c for c in cells[6].split(" ") if c.startswith("x86_64=")).partition("=")[2]
            how = f"Use a system with musl {cells[3]} or later."
            one = Supplier("musl", f"musl {cells[3]}", how, "high", cells[5])
            out.append((table().plane(int(plane.partition(",")[0])), one))
    return out

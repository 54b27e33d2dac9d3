"""The rows of an image's tables. Made when one is asked for: the check of most files asks for none."""

from __future__ import annotations

from typing import NamedTuple


class Symbol(NamedTuple):
    """A dynamic symbol. ``used`` has the bit ``1 << MC_RC_x`` of each class of relocation that names it."""

    name: str
    value: int
    size: int
    bind: int
    type: int
    visibility: int
    shndx: int
    version: int
    hidden: bool
    used: int


class VersionNeed(NamedTuple):
    """One Vernaux row: version ``name`` of library ``file`` is wanted; DT_VERSYM calls it ``other``."""

    file: str
    name: str
    hash: int
    flags: int
    other: int


class VersionDefinition(NamedTuple):
    """One Verdef row: this object defines version ``name``; DT_VERSYM calls it ``ndx``."""

    name: str
    hash: int
    flags: int
    ndx: int


class RelocType(NamedTuple):
    """How often a relocation type occurs, and how often with a symbol. ``cls`` is one of ``MC_RC_*``."""

    type: int
    cls: int
    total: int
    with_symbol: int


class OddReloc(NamedTuple):
    """The first relocation of a (type, symbol) pair of the classes TLSDESC, IRELATIVE, OTHER and UNKNOWN.

    ``symbol`` is an index, ``offset`` the r_offset.
    """

    type: int
    symbol: int
    offset: int


class Relocation(NamedTuple):
    """A relocation, there only when ``Limits.keep_relocs`` was set. ``table`` is one of ``MC_T_*``."""

    offset: int
    addend: int
    type: int
    symbol: int
    table: int
    cls: int


class Tls(NamedTuple):
    """PT_TLS: sizes in bytes."""

    filesz: int
    memsz: int
    align: int

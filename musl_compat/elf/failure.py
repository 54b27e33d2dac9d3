"""The text of every error of the core: what, where, and what that means."""

from __future__ import annotations

from typing import Any

from musl_compat.errors import ElfError

STATUS = ("ok", "not-elf", "truncated", "malformed", "limit", "io", "changed", "no-memory")
"""The names of ``MC_OK`` and the statuses after it."""

TABLES = (
    "file",
    "ELF header",
    "program headers",
    "PT_INTERP",
    "PT_DYNAMIC",
    "DT_STRTAB",
    "DT_SYMTAB",
    "DT_HASH",
    "DT_GNU_HASH",
    "DT_VERSYM",
    "DT_VERNEED",
    "DT_VERDEF",
    "DT_REL",
    "DT_RELA",
    "DT_JMPREL",
    "DT_RELR",
    "PT_NOTE",
    "MIPS GOT",
)
"""The names of ``MC_T_FILE`` and the tables after it."""


def _text(status: str, table: str, offset: int, index: int, sys_errno: int) -> str:
    if status == "not-elf":
        return "not an ELF file"
    if status == "io":
        from os import strerror

        return f"cannot read: {strerror(sys_errno)}" + (f" ({table} at offset {offset:#x})" if offset else "")
    if status == "changed":
        return f"changed: the file got shorter while it was read ({table} at offset {offset:#x})"
    if status == "limit":
        return f"limit: {table} wants {offset}, which is more than allowed"
    if status == "no-memory":
        return f"out of memory: {table} wants {offset} bytes"
    return f"{status}: {table} at offset {offset:#x}" + (f", row {index}" if index >= 0 else "")


def elf_error(err: Any) -> ElfError:
    """The exception for an ``mc_err``."""
    status, table = STATUS[err.status], TABLES[err.table]
    return ElfError(
        _text(status, table, err.offset, err.index, err.sys_errno),
        status=status,
        table=table,
        offset=err.offset,
        index=err.index,
    )

"""How Python reads the rows that the core writes."""

from __future__ import annotations

from struct import Struct

from musl_compat._core import ffi


def layout(c_type: str, codes: str) -> Struct:
    """The struct format of a C row type, in host byte order and without padding.

    Raises ``ImportError`` when the extension at hand was built from another version of the header: its rows
    would be read as garbage.
    """
    rows, size = Struct("=" + codes), ffi.sizeof(c_type)
    if size != rows.size:
        raise ImportError(
            f"musl_compat._core is not of this version ({c_type} has {size} bytes, not {rows.size}):"
            " build it anew with pip install, or python setup.py build_ext --inplace"
        )
    return rows

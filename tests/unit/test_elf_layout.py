"""Rows of another version of the core are refused, not read as garbage."""

from __future__ import annotations

import pytest

from musl_compat.elf.layout import layout


def test_rows_of_another_size_are_refused_and_the_cure_is_named() -> None:
    with pytest.raises(ImportError, match=r"mc_sym has 32 bytes, not 40.*build it anew"):
        layout("mc_sym", "QQIIHHBBBBQ")

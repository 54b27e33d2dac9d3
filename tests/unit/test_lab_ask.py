"""Every line of the loader is understood, or the comparison fails."""

from __future__ import annotations

import pytest

from musl_compat.devtools.lab.ask import parse
from musl_compat.errors import InputError


def test_each_message_is_parsed_to_its_parts() -> None:
    answer = parse(
        "\t/lib/ld-musl-x86_64.so.1 (0x7f0000000000)\n"
        "\tlibz.so.1 => /usr/lib/libz.so.1 (0x7f0000001000)\n"
        "Error loading shared library libq.so.2: No such file or directory (needed by /a b/c: d)\n"
        "Error relocating /a b/c: d: fcntl64: symbol not found\n"
        "Error relocating /usr/lib/libz.so.1: unsupported relocation type 37\n",
        127,
    )
    assert answer.libraries == {("libq.so.2", "/a b/c: d")}
    assert answer.symbols == {("/a b/c: d", "fcntl64")}
    assert answer.types == {("/usr/lib/libz.so.1", 37)}
    assert not answer.clean


def test_one_symbol_used_by_many_relocations_counts_once() -> None:
    line = "Error relocating /x: gone: symbol not found\n"
    assert parse(line * 3, 127).symbols == {("/x", "gone")}


def test_clean_answer() -> None:
    assert parse("\t/lib/ld-musl-x86_64.so.1 (0x7f0000000000)\n", 0).clean


def test_file_that_is_no_program_is_refused() -> None:
    assert parse("/lib/ld-musl: /x: Not a valid dynamic program\n", 1).refused


def test_signal_is_kept() -> None:
    assert parse("", -11).signal == 11


@pytest.mark.parametrize(
    ("output", "status"),
    [("Error relocating /x: RELRO protection failed: no\n", 127), ("", 127), ("\t/x: y\n", 0)],
)
def test_what_is_not_understood_is_an_error(output: str, status: int) -> None:
    with pytest.raises(InputError):
        parse(output, status)

"""What the rules that look at calls say of corpus programs is what a real musl does, and glibc does not."""

from __future__ import annotations

import subprocess

import pytest

from musl_compat.api import check
from musl_compat.devtools import corpus
from musl_compat.devtools.lab import cache
from musl_compat.kb import iconv

pytestmark = pytest.mark.oracle

GLIBC = "/lib64/ld-linux-x86-64.so.2"
# program, the rules that fire on it, (status, output) under glibc, and on musl
CASES = [
    ("default_stack_64m", "MC307 MC309", (0, "64 MiB\n"), (0, "8 MiB\n")),
    ("default_stack_4m", "MC309", (0, "4 MiB\n"), (0, "4 MiB\n")),
    ("smallest_stack", "MC308", (0, "16384\n"), (0, "2048\n")),
    ("smallest_stack_asked", "", (0, "16384\n"), (0, "2048\n")),
    ("main_stack", "MC309", (0, "the limit\n"), (0, "what is mapped\n")),
    ("main_stack_limit", "", (0, "the limit\n"), (0, "the limit\n")),
    ("iconv_translit", "MC501", (0, ""), (1, "")),
    ("iconv_utf7", "MC501", (0, ""), (1, "")),
    ("iconv_plain", "", (0, ""), (0, "")),
]
LOOKED_AT = {"MC307", "MC308", "MC309", "MC501"}


def outcome(loader: str, name: str) -> tuple[int, str]:
    done = subprocess.run(
        [loader, str(corpus.build(name))], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(("name", "codes", "on_glibc", "on_musl"), CASES, ids=[case[0] for case in CASES])
def test_a_call_that_is_flagged_does_something_else_than_on_glibc(
    name: str, codes: str, on_glibc: tuple[int, str], on_musl: tuple[int, str]
) -> None:
    assert outcome(GLIBC, name) == on_glibc
    for musl in cache.loaders():
        assert outcome(str(musl.path), name) == on_musl
        (item,) = check([str(corpus.build(name))], [f"musl:{musl.version}"], code=True)
        (result,) = item.results  # type: ignore[union-attr]
        assert {f.rule.code for f in result.findings} & LOOKED_AT == set(codes.split())


def test_a_name_that_came_later_is_refused_before() -> None:
    assert iconv.answer("cp932", (1, 2, 3)) == ""
    assert iconv.answer("CP932", (1, 2, 5)) == "to from"
    assert iconv.answer("UTF-8", (1, 2, 2)) == "to from"
    assert iconv.answer("UTF-8", (1, 1, 0)) is None
    assert iconv.answer("no such name", None) is None

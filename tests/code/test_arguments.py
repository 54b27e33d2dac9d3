"""Constant arguments at call sites: what is known is right, and what is not known says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.elf.code import ArgKind, Code
from tests.support import compiled

SOURCE = r"""
#include <iconv.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
extern char **environ;
int choice;
iconv_t plain(void) { return iconv_open("ASCII//TRANSLIT", "UTF-8"); }
iconv_t chosen(int a) { return iconv_open(a ? "UTF-16" : "LATIN1", "UTF-8"); }
iconv_t passed(const char *to) { return iconv_open(to, "UTF-8"); }
char *local(void) { setenv("A", "1", 1); return setlocale(LC_ALL, ""); }
char *asked(void) { return setlocale(LC_ALL, 0); }
long numbers(void) { return sysconf(_SC_NPROCESSORS_ONLN) + sysconf(-1); }
/* Every case falls into the next: at each call the name may come from any case above. */
int falls(int a) {
  const char *name = "start";
  switch (a) {
  case 0: choice = 1; name = "zero";
  case 1: choice++; setenv(name, "x", 7);
  case 2: choice++; name = choice == 5 ? name : "two";
  case 3: choice += 3; return unsetenv(name);
  case 4: choice = 9; break;
  case 5: choice = 11; break;
  case 6: choice = 12; break;
  default: choice = 10;
  }
  return 0;
}
int main(int argc, char **argv) {
  plain(); chosen(argc); passed(argv[0]); local(); asked(); numbers(); return falls(argc);
}
"""
FLAGS = {
    "O0": ("-O0",),
    "O2": ("-O2", "-fno-inline"),
    "Os": ("-Os", "-fno-inline"),
    "no-pie": ("-O2", "-fno-inline", "-fno-pie"),
}


@pytest.fixture(
    scope="module", params=[(cc, f) for cc in compiled.COMPILERS for f in FLAGS], ids=lambda p: "-".join(p)
)
def code(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Code:
    cc, flags = request.param
    link = ("-no-pie",) if flags == "no-pie" else ()
    folder: Path = tmp_path_factory.mktemp("arguments")
    return Code.from_bytes(compiled.build(folder, {"a.c": SOURCE}, FLAGS[flags], cc, link).read_bytes())


def strings(code: Code, name: str, function: str, number: int) -> set[bytes | None]:
    sites = [s for s in code.calls(name) if s.function is not None and s.function.name == function]
    assert sites
    return {code.string(s.args[number]) for s in sites}


def test_constant_strings_are_recovered(code: Code) -> None:
    assert strings(code, "iconv_open", "plain", 0) == {b"ASCII//TRANSLIT"}
    assert strings(code, "iconv_open", "plain", 1) == {b"UTF-8"}
    assert strings(code, "setlocale", "local", 1) == {b""}


def test_constant_integers_are_recovered(code: Code) -> None:
    sites = [s for s in code.calls("sysconf") if s.function is not None and s.function.name == "numbers"]
    values = sorted(s.args[0].value & 0xFFFFFFFF for s in sites if s.args[0].kind is ArgKind.CONST)
    assert values == [84, 0xFFFFFFFF]


def test_an_argument_that_differs_by_path_is_not_known(code: Code) -> None:
    assert strings(code, "iconv_open", "chosen", 0) <= {None, b"UTF-16", b"LATIN1"}
    assert strings(code, "iconv_open", "passed", 0) == {None}


def test_a_value_does_not_survive_into_a_place_that_a_jump_table_leads_to(code: Code) -> None:
    for name in ("setenv", "unsetenv"):
        sites = [s for s in code.calls(name) if s.function is not None and s.function.name == "falls"]
        # one site serves every case; a compiler that makes a copy for one of them knows its name
        known = {code.string(s.args[0]) for s in sites}
        assert known == {None} if len(sites) == 1 else None in known


def test_a_null_pointer_is_no_string(code: Code) -> None:
    sites = [s for s in code.calls("setlocale") if s.function is not None and s.function.name == "asked"]
    assert [(s.args[1].kind, s.args[1].value, code.string(s.args[1])) for s in sites] == [
        (ArgKind.CONST, 0, None)
    ]

"""``muslcheck stack``: exit statuses and what is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from musl_compat.cli._commands import group
from musl_compat.errors import UsageError
from tests.support import compiled

SOURCE = r"""
#include <pthread.h>
__attribute__((noipa)) int deep(int a) { volatile char b[300000]; b[a] = 1; return b[a + 1]; }
static void *run(void *x) { return (void *)(long)CALL(*(int *)x); }
int main(int argc, char **argv) {
  pthread_t t;
  return pthread_create(&t, 0, run, &argc) || pthread_join(t, 0);
}
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["stack", *map(str, arguments)], standalone_mode=False)


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled.build(tmp_path_factory.mktemp("over"), {"a.c": SOURCE}, ("-O2", "-DCALL=deep"))


@pytest.fixture(scope="module")
def fits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled.build(tmp_path_factory.mktemp("fits"), {"a.c": SOURCE}, ("-O2", "-DCALL="))


def test_an_overflow_is_told_with_its_path_and_its_fix(over: Path) -> None:
    result = run(over)
    assert result.return_value == 1
    assert "overflows: pthread_create at" in result.output
    assert "run 16 > deep 299,896" in result.output
    assert "-Wl,-z,stack-size=524288" in result.output


def test_the_fix_that_is_told_is_enough(tmp_path: Path) -> None:
    link = ("-Wl,-z,stack-size=524288",)
    program = compiled.build(tmp_path, {"a.c": SOURCE}, ("-O2", "-DCALL=deep"), link=link)
    assert run(program).return_value == 0


def test_what_fits_is_shown_on_request(fits: Path) -> None:
    result = run(fits)
    assert result.return_value == 0
    assert "fits, as far as calls are known: 1 more" in result.output
    assert "fits: pthread_create at" in run("--all", fits).output


def test_json_holds_the_path(over: Path) -> None:
    document = json.loads(run("--format", "json", "--target", "musl:1.2.5", over).output)
    assert (document["schema"], document["target"]) == ("muslcheck-stack/1", "musl:1.2.5")
    (thread,) = document["objects"][0]["threads"]
    assert thread["verdict"] == "overflows"
    assert [step["function"] for step in thread["path"]] == ["run", "deep"]
    assert sum(step["bytes"] for step in thread["path"]) == thread["depth"] > thread["bytes"]


def test_a_file_that_is_no_elf_is_a_line_and_the_others_are_still_looked_at(
    tmp_path: Path, over: Path
) -> None:
    text = tmp_path / "text"
    text.write_text("hello")
    assert run(text).return_value == 3
    result = run(text, over)
    assert result.return_value == 1
    assert "not an ELF file" in result.stderr


def test_a_closures_options_want_a_closure(over: Path) -> None:
    result = run("--root", "/", over)
    assert isinstance(result.exception, UsageError)


def test_the_closure_is_looked_into(tmp_path: Path) -> None:
    library = compiled.build(
        tmp_path / "l", {"l.c": SOURCE.split("static")[0]}, ("-O2", "-fPIC"), link=("-shared",)
    )
    (tmp_path / "libdeep.so").write_bytes(library.read_bytes())
    text = "int deep(int);\n" + SOURCE.replace(SOURCE.split("\n")[2], "")
    link = ("-L" + str(tmp_path), "-ldeep", "-Wl,-rpath," + str(tmp_path))
    program = compiled.build(tmp_path / "p", {"p.c": text}, ("-O2", "-DCALL=deep"), link=link)
    assert run(program).return_value == 0
    assert run("--closure", program).return_value == 1

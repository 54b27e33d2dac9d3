"""``muslcheck stack``: exit statuses and what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

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


SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_has_the_frames_of_the_deepest_path_with_their_bytes(over: Path, tmp_path: Path) -> None:
    out = tmp_path / "stacks.svg"
    assert run(over, "--svg", out).return_value == 1
    root = ElementTree.parse(out).getroot()
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert "deep: 299,896 bytes" in titles
    assert "the stack: 131,072 bytes" in titles
    widths = {
        box.findtext(f"{SVG}title"): float(box.get("width", "0"))
        for box in root.iter(f"{SVG}rect")
        if box.find(f"{SVG}title") is not None
    }
    assert widths["deep: 299,896 bytes"] / widths["the stack: 131,072 bytes"] == pytest.approx(
        299896 / 131072, rel=1e-3
    )


def test_the_picture_is_always_the_same_and_stands_alone(over: Path, tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        run(over, "--svg", tmp_path / name)
        texts.append((tmp_path / name).read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert "script" not in texts[0]
    assert "href" not in texts[0]


def test_a_name_in_the_picture_is_text_whatever_it_holds(tmp_path: Path) -> None:
    name = b'</title><script>&"'
    stand_in = "n" * len(name)
    source = SOURCE.replace("deep", stand_in)
    program = compiled.build(tmp_path, {"a.c": source}, ("-O2", f"-DCALL={stand_in}"))
    program.write_bytes(program.read_bytes().replace(stand_in.encode(), name))
    out = tmp_path / "x.svg"
    assert run(program, "--svg", out).return_value == 1
    text = out.read_text(encoding="utf-8")
    assert "<script" not in text
    titles = [one.text or "" for one in ElementTree.parse(out).getroot().iter(f"{SVG}title")]
    assert any(title.startswith('</title><script>&"') for title in titles)


def test_no_thread_is_a_picture_that_says_so(tmp_path: Path) -> None:
    program = compiled.build(tmp_path, {"a.c": "int main(void) { return 0; }"}, ("-O2",))
    run(program, "--svg", tmp_path / "x.svg")
    assert "No thread" in (tmp_path / "x.svg").read_text(encoding="utf-8")


def test_a_picture_that_cannot_be_written_is_an_error_and_leaves_nothing(over: Path, tmp_path: Path) -> None:
    result = run(over, "--svg", tmp_path / "none" / "x.svg")
    assert isinstance(result.exception, UsageError)
    assert not list(tmp_path.iterdir())

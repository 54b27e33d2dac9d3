"""The examples of README.md and docs/ are run, and print what the pages show.

An example is a fenced ``console`` block whose first line starts with ``$ muslcheck``. Each line that begins
with ``$ `` is run by sh in a scratch directory, what follows is its standard output and error; a line ``...``
stands for any lines. A comment before the block names the corpus programs that lie there: ``<!-- corpus:
fortify hello=app/hello -->``, each with the libraries that it was linked with, under its own name or the one
given.

A ``python`` block that a ``text`` block follows is a program and what it prints.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from musl_compat.devtools import corpus
from musl_compat.fix import edits

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_PROGRAMS = r"(?:<!-- corpus: ([^>]*?) -->\s*)?"
BLOCK = re.compile(_PROGRAMS + r"^```console\n(\$ muslcheck.*?)^```$", re.M | re.S)
PYTHON = re.compile(_PROGRAMS + r"^```python\n(.*?^```\n\s*```text\n.*?)^```$", re.M | re.S)


class Example(NamedTuple):
    """One block: where it is, the corpus programs, its text."""

    name: str
    programs: list[str]
    text: str


def examples(page: Path, kind: re.Pattern[str] = BLOCK) -> list[Example]:
    """The examples of a page."""
    text = page.read_text(encoding="utf-8")
    found = []
    for block in kind.finditer(text):
        line = text.count("\n", 0, block.start(2)) + 1
        found.append(Example(f"{page.relative_to(ROOT)}:{line}", (block[1] or "").split(), block[2]))
    return found


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Each command of a block with the lines that it prints."""
    out: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            out.append((line[2:], []))
        else:
            out[-1][1].append(line)
    return out


def lay_out(programs: list[str], folder: Path) -> None:
    """Put the corpus programs, and the libraries that lie beside them, into a folder."""
    for program in programs:
        name, _, place = program.partition("=")
        built = corpus.build(name)
        target = folder / (place or built.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        for file in built.parent.iterdir():
            shutil.copy(file, target if file == built else target.parent / file.name)


def fits(shown: list[str], printed: list[str]) -> bool:
    """Do the printed lines fit the shown ones, where ``...`` stands for any?"""
    parts = [re.escape(line) + "\n" if line != "..." else r"(?:.*\n)*?" for line in shown]
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in printed)) is not None


def without_blank_ends(lines: list[str]) -> list[str]:
    """Blank lines at the end do not show on a page."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


@pytest.mark.parametrize("example", [e for page in PAGES for e in examples(page)], ids=lambda e: e.name)
def test_example_prints_what_the_page_shows(example: Example, tmp_path: Path) -> None:
    lay_out(example.programs, tmp_path)
    programs = tmp_path / ".bin"
    programs.mkdir()
    (programs / "muslcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m musl_compat.cli "$@"\n')
    (programs / "muslcheck").chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "80"}
    status = 0
    for command, shown in commands(example.text):
        done = subprocess.run(
            ["sh", "-c", f"(exit {status}); {command}"],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        status = done.returncode
        printed = without_blank_ends(done.stdout.splitlines())
        assert fits(without_blank_ends(shown), printed), f"$ {command}\n{done.stdout}"


@pytest.mark.parametrize(
    "example", [e for page in PAGES for e in examples(page, PYTHON)], ids=lambda e: e.name
)
def test_program_prints_what_the_page_shows(example: Example, tmp_path: Path) -> None:
    lay_out(example.programs, tmp_path)
    program, _, shown = example.text.partition("```\n")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == shown.partition("```text\n")[2]


def test_there_are_programs() -> None:
    assert [e for page in PAGES for e in examples(page, PYTHON)]


LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda p: str(p.relative_to(ROOT)))
def test_links_of_a_page_lead_to_files(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_page_of_the_fix_has_a_row_for_every_edit() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/fix.md").read_text(encoding="utf-8"), re.M)
    assert sorted(rows) == sorted(kind.__name__.rpartition(".")[2] for kind in edits.kinds())


def test_there_are_examples() -> None:
    assert sum(len(examples(page)) for page in PAGES) >= 3


def test_an_example_that_shows_something_else_is_seen() -> None:
    assert not fits(["runs hello"], ["fails hello"])
    assert not fits(["a", "..."], ["b"])
    assert fits(["a", "...", "z"], ["a", "b", "c", "z"])

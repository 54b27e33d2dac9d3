"""The text report, as people see it: goldens read by eye.

``--update`` is not offered: they are changed by hand.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from musl_compat import report
from musl_compat.api import Checker
from musl_compat.cli import _run
from musl_compat.devtools import corpus
from musl_compat.kb import targets
from musl_compat.report import Style

HERE = Path(__file__).parent


def text_of(*paths: str, target: str = "musl:1.2.5", closure: bool = False, **style: object) -> str:
    out = io.BytesIO()
    checker = Checker([targets.get(target)], closure=closure)
    fmt = report.get("text", Style(width=90, **style))  # type: ignore[arg-type]
    _run.run(checker, paths, fmt, out)
    return out.getvalue().decode()


@pytest.mark.parametrize("golden", sorted(p.name for p in HERE.glob("*.txt")))
def test_text_is_the_golden(golden: str) -> None:
    """The golden's name is that of the corpus program, and of options."""
    name, *words = golden.removesuffix(".txt").split("+")
    path = corpus.build(name)
    text = text_of(str(path), closure="closure" in words, verbose="verbose" in words)
    assert text.replace(f"{path.parent}/", "") == (HERE / golden).read_text()


def test_long_lists_of_names_are_cut_and_say_how_to_see_the_rest(tmp_path: Path) -> None:
    path = corpus.build("missing_many")
    lines = text_of(str(path)).splitlines()
    assert any("more (-v or --format json shows all)" in line for line in lines)
    assert len(lines) < 40
    assert "more (" not in text_of(str(path), verbose=True)


def test_colour_is_only_put_around_words() -> None:
    path = str(corpus.build("fortify"))
    coloured = text_of(path, colour=True)
    plain = coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[35m"):
        plain = plain.replace(code, "")
    assert coloured != plain == text_of(path)


def test_targets_with_the_same_answer_share_a_block() -> None:
    out = io.BytesIO()
    checker = Checker([targets.get("musl:1.2.5"), targets.get("musl:1.2.6")])
    _run.run(checker, [str(corpus.build("gnu_hash"))], report.get("text", Style()), out)
    assert out.getvalue().decode().endswith(": runs on musl:1.2.5, musl:1.2.6\n")


def test_objects_of_a_tree_that_run_are_counted_and_not_listed(tmp_path: Path) -> None:
    for name in ("a.so", "b.so"):
        (tmp_path / name).write_bytes(corpus.build("gnu_hash").read_bytes())
    assert text_of(str(tmp_path)) == "2 objects: 2 runs\n"
    assert text_of(str(tmp_path), verbose=True).count(": runs on musl:1.2.5\n") == 2

"""The command ``muslcheck shim``: what it writes, what it says, how it exits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from musl_compat.cli import _commands

PROGRAM = "int __printf_chk(int, const char *, ...);\nint main(void) { return __printf_chk(1, 0); }\n"
ALIEN = (
    "int _IO_adjust_column(int, const char *, int);\nint main(void) { return _IO_adjust_column(0, 0, 0); }\n"
)


def program(folder: Path, text: str = PROGRAM) -> str:
    source = folder / "program.c"
    source.write_text(text, encoding="utf-8")
    out = folder / "program"
    subprocess.run(["gcc", "-w", "-fno-builtin", "-o", str(out), str(source)], check=True)
    return str(out)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = _commands.run(["shim", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_writes_exactly_the_missing_symbols(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, program(tmp_path), "-o", str(tmp_path / "out"))
    manifest = json.loads((tmp_path / "out/shim.json").read_text())
    assert (code, [s["name"] for s in manifest["symbols"]]) == (0, ["__printf_chk"])
    assert "1 symbols of" in said
    assert (tmp_path / "out/src/__printf_chk.c").is_file()


def test_symbol_without_a_recipe_is_said_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run(capsys, program(tmp_path, ALIEN), "-o", str(tmp_path / "out"))
    assert code == 1
    assert "not supplied: _IO_adjust_column: works on the inside of glibc's FILE" in said


def test_all_needs_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = run(capsys, "--all", "--target", "musl:1.2.3", "-o", str(tmp_path / "out"))
    manifest = json.loads((tmp_path / "out/shim.json").read_text())
    assert code == 0
    assert len(manifest["symbols"]) > 1500


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "out"], "give files whose missing symbols are wanted, or --all"),
        (["--all", "--cc", "gcc", "-o", "out"], "--cc names the compiler of --build"),
        (["--all", "--arch", "vax", "-o", "out"], "its exports on vax are not known"),
        (["--all", "--target", "musl:9", "-o", "out"], "unknown target"),
        (["--all", "--build", "--cc", "gcc", "-o", "out"], "--cc gcc: its headers are glibc's"),
        (["--all", "-o", "/proc/out"], "nothing was written"),
    ],
)
def test_wrong_usage_exits_with_2_and_writes_nothing(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, errors = run(capsys, *arguments)
    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert message in errors


def test_file_that_cannot_be_read_is_said_and_exits_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "no-such-file")
    code, _, errors = run(capsys, program(tmp_path), missing, "-o", str(tmp_path / "out"))
    assert code == 3
    assert f"skipped: {missing}" in errors

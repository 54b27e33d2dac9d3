"""The command line: exit statuses, what goes where, and that hostile input is a line and not an end."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from musl_compat.devtools import corpus
from musl_compat.types import Confidence, Verdict

PROGRAM = [sys.executable, "-m", "musl_compat.cli"]
ROOT = Path(__file__).resolve().parents[2]


def run(*args: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run muslcheck as a program of its own."""
    done = subprocess.run(
        [*PROGRAM, *map(str, args)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "", **environment},
    )
    out = done.stdout.decode("utf-8", "surrogateescape")
    return subprocess.CompletedProcess(done.args, done.returncode, out, done.stderr.decode())


def built(name: str) -> str:
    return str(corpus.build(name))


def test_check_is_the_default_command() -> None:
    path = built("fortify")
    assert run(path).stdout == run("check", path).stdout != ""


def test_a_file_named_like_a_command_is_written_with_a_slash(tmp_path: Path) -> None:
    (tmp_path / "rules").write_bytes(Path(built("gnu_hash")).read_bytes())
    done = subprocess.run(
        [*PROGRAM, "-q", "./rules"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == "runs ./rules\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["gnu_hash"], 0),
        (["fortify"], 1),
        (["rpath_lib_token", "--ignore", "MC101"], 0),
        (["rpath_lib_token", "--ignore", "MC101", "--fail-on", "warning"], 1),
        (["second_libc"], 0),
        (["second_libc", "--fail-on", "note"], 1),
        (["second_libc", "--fail-on", "note", "-q"], 1),
        (["fortify", "--fail-on", "never"], 0),
        (["fortify", "-q"], 1),
        (["fortify", "--select", "MC101"], 1),
        (["gnu_hash", "--select", "MC1"], 0),
    ],
)
def test_exit_status(arguments: list[str], status: int) -> None:
    assert run(built(arguments[0]), *arguments[1:]).returncode == status


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--no-such-option", "x"],
        ["/bin/true", "--target", "musl:9"],
        ["/bin/true", "--select", "MC9"],
        ["/bin/true", "--ignore", "nonsense"],
        ["/bin/true", "--root", "/"],
        ["/bin/true", "--limit", "symbols"],
        ["/bin/true", "--limit", "colour=1"],
        ["/bin/true", "--limit", "symbols=4294967296"],
        ["/bin/true", "--limit", "members=" + "9" * 5000],
        ["/bin/true", "--baseline", "/dev/null"],
        ["/bin/true", "--format", "poem"],
        ["/bin/true", "--select", ""],
        ["/bin/true", "--ignore", ","],
        ["/bin/true", "-o", "/no/such/place"],
    ],
)
def test_wrong_usage_is_2_and_says_so_on_standard_error(arguments: list[str]) -> None:
    done = run("check", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr


def test_hostile_inputs_are_a_line_each_and_the_others_are_still_checked(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "empty").touch()
    (tmp_path / "script").write_text("#!/bin/sh\n")
    (tmp_path / "bad.whl").write_bytes(b"PK")
    relocatable = bytearray(Path(built("gnu_hash")).read_bytes())
    relocatable[16] = 1
    (tmp_path / "x.o").write_bytes(relocatable)
    subprocess.run(["objcopy", "--only-keep-debug", built("hello"), tmp_path / "x.debug"], check=True)
    names = ["nowhere", "fifo", "empty", "script", "bad.whl", "x.o", "x.debug"]
    done = run("--format", "json", *(tmp_path / n for n in names), "/dev/null", built("gnu_hash"))
    report = json.loads(done.stdout)
    reasons = {os.path.basename(s["path"]): s["reason"] for s in report["skipped"]}
    assert reasons == {
        "nowhere": "no such file or directory",
        "fifo": "a FIFO, not a regular file",
        "empty": "empty file",
        "script": "a script, not an ELF file",
        "bad.whl": "not a zip archive: no end of central directory",
        "x.o": "a relocatable object (ET_REL): it is linked, never loaded; check what is linked from it",
        "x.debug": "no segment of it has code in the file (separate debug information?), "
        "nothing of it is loaded",
        "null": "a character device, not a regular file",
    }
    assert [o["results"][0]["verdict"] for o in report["objects"]] == ["runs"]
    assert done.returncode == 3


def test_something_found_is_worse_than_something_skipped(tmp_path: Path) -> None:
    assert run(tmp_path / "nowhere", built("fortify")).returncode == 1


def test_an_unreadable_elf_file_is_unknown_and_3(tmp_path: Path) -> None:
    (tmp_path / "cut").write_bytes(Path(built("hello")).read_bytes()[:100])
    done = run("-q", tmp_path / "cut")
    assert (done.stdout, done.returncode) == (f"unknown {tmp_path}/cut\n", 3)
    assert run("-q", "--ignore", "MC0", tmp_path / "cut").stdout == f"unknown {tmp_path}/cut\n"


def test_files_of_a_tree_that_are_not_elf_are_counted_and_not_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("text")
    (tmp_path / "lib.so").write_bytes(Path(built("gnu_hash")).read_bytes())
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 object: 1 runs (1 file passed over, not ELF programs or libraries)\n"


def test_the_list_on_standard_input_may_be_separated_by_nul_or_line_feed() -> None:
    a, b = built("gnu_hash"), built("fortify")
    want = f"runs {a}\nfails {b}\n"
    assert run("-q", "-", stdin=f"{a}\n{b}\n".encode()).stdout == want
    assert run("-q", "-", stdin=f"{a}\0{b}\0".encode()).stdout == want


def test_wheel_members_are_named_with_their_wheel(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.whl", "w", zipfile.ZIP_DEFLATED) as z:
        z.write(built("fortify"), "pkg/fortify.so")
        z.writestr("pkg/__init__.py", "")
    report = json.loads(run("--format", "json", tmp_path / "a.whl").stdout)
    (one,) = report["objects"]
    assert (one["path"], one["container"]) == ("pkg/fortify.so", str(tmp_path / "a.whl"))
    assert run("-q", tmp_path / "a.whl").stdout == f"fails {tmp_path}/a.whl:pkg/fortify.so\n"


def test_several_targets_give_a_result_each_in_order() -> None:
    done = run("--format", "json", "--target", "musl:1.2.3", "--target", "musl:1.2.5", built("relr"))
    report = json.loads(done.stdout)
    results = report["objects"][0]["results"]
    assert (
        [t["name"] for t in report["targets"]]
        == [r["target"] for r in results]
        == ["musl:1.2.3", "musl:1.2.5"]
    )
    codes = [{f["code"] for f in r["findings"]} for r in results]
    assert ["MC110" in c for c in codes] == [True, False]


@pytest.mark.parametrize("unbuffered", ["", "1"])  # the error comes at the end, or at once
@pytest.mark.parametrize(
    "arguments",
    [
        *(["check", *how, "FILES"] for how in (["-q"], [], ["--format", "json"], ["-o", "/dev/full"])),
        *(["targets"], ["explain", "MC101"], ["symbols", "qsort_r"], ["stack", "FILES"], ["--help"]),
    ],
)
def test_a_report_that_cannot_be_written_is_a_line_and_2(arguments: list[str], unbuffered: str) -> None:
    files = [built("gnu_hash"), built("fortify")] if arguments[0] == "check" else [built("gnu_hash")]
    words = [*arguments[:-1], *files] if arguments[-1] == "FILES" else arguments
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 2
    assert done.stderr == "Error: the report cannot be written: No space left on device\n"


def test_streams_that_are_closed_change_no_exit_status() -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        command = f'exec "$@" {closed}'
        arguments = ["sh", "-c", command, "sh", *PROGRAM, "-q", "-", built("fortify")]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(arguments, input="", capture_output=True, text=True, check=False, env=env)
        assert (done.returncode, done.stderr) == (1, ""), closed


def test_a_named_file_that_may_not_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "secret").chmod(0)
    done = run("-q", tmp_path / "secret", built("gnu_hash"))  # root may read it: then it is no ELF file
    assert done.returncode == 3
    assert done.stdout == f"runs {built('gnu_hash')}\n"
    assert done.stderr.startswith(f"muslcheck: {tmp_path / 'secret'}: ")


def test_both_ways_to_a_verdict_agree_on_a_search_that_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from musl_compat.api import Checker
    from musl_compat.loader import linkmap

    monkeypatch.setattr(linkmap, "MAX_TRIES", 0)
    paths = [built("needs_libresolv"), built("hello"), built("rpath_origin")]
    shown, quiet = (
        [r.results[0].verdict for r in Checker(closure=True, verdict_only=only).run(paths)]  # type: ignore[union-attr]
        for only in (False, True)
    )
    assert shown == quiet
    assert Verdict.FAILS in shown


def test_jobs_do_not_change_the_report() -> None:
    paths = [built(name) for name in ("fortify", "hello", "gnu_hash", "irelative", "relr")] * 40
    one, two = (run("--format", "json", "-j", n, *paths) for n in ("1", "2"))
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 1


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "3",
        '{"schema": "muslcheck/1"}',
        '{"schema": "muslcheck/1", "objects": 5}',
        '{"schema": "muslcheck/1", "objects": [{"path": "x", "results": [{"findings": [{}]}]}]}',
        '{"schema": "muslcheck/1", "objects": [{"path": [], "results": '
        '[{"findings": [{"code": 1, "symbols": [[]]}]}]}]}',
        "[" * 200_000,
    ],
)
def test_a_baseline_that_is_no_report_is_wrong_usage(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text)
    done = run("--baseline", tmp_path / "b.json", built("fortify"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: --baseline ")


def test_what_the_baseline_holds_is_neither_shown_nor_counted(tmp_path: Path) -> None:
    old, path = tmp_path / "old.json", built("fortify")
    assert run("--format", "json", "-o", old, path).returncode == 1
    done = run("--baseline", old, path)
    assert done.returncode == 0
    assert "MC1" not in done.stdout
    known = json.loads(old.read_text())
    known["objects"][0]["results"][0]["findings"].pop()
    old.write_text(json.dumps(known))
    assert run("--baseline", old, path).returncode == 1
    assert run("--baseline", old, "-q", path).returncode == 1


def test_a_baseline_of_one_target_or_container_says_nothing_of_another(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    path = built("fortify")
    run("--format", "json", "--target", "musl:1.2.5", "-o", old, path)
    assert run("--baseline", old, "--target", "musl:1.2.5", path).returncode == 0
    assert run("--baseline", old, "--target", "musl:1.2.6", path).returncode == 1
    wheels = [tmp_path / "a-1-py3-none-any.whl", tmp_path / "b-1-py3-none-any.whl"]
    for wheel in wheels:
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.write(path, "pkg/fortify")
    run("--format", "json", "-o", old, wheels[0])
    assert [run("--baseline", old, wheel).returncode for wheel in wheels] == [0, 1]


def test_the_output_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "report"
    out.write_text("before")
    assert run("-o", out, "--target", "no:such", "/bin/true").returncode == 2
    assert out.read_text() == "before"
    run("-q", "-o", out, built("gnu_hash"))
    assert out.read_text() == f"runs {built('gnu_hash')}\n"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    paths = [built("fortify")] * 3000
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [*PROGRAM, *paths],
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert (done.returncode, done.stderr) == (141, b"")


def test_names_from_files_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31mred\nline"
    path.write_bytes(Path(built("gnu_hash")).read_bytes())
    done = run("-q", path)
    assert done.stdout == f"runs {tmp_path}/\\x1b[31mred\\x0aline\n"


def test_paths_that_are_not_utf8_are_checked(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff"
    with open(path, "wb") as file:
        file.write(Path(built("gnu_hash")).read_bytes())
    done = run("-q", os.fsdecode(path))
    assert done.stdout == f"runs {tmp_path}/\\xff\n"
    report = json.loads(run("--format", "json", os.fsdecode(path)).stdout)
    assert report["objects"][0]["path"] == os.fsdecode(path)


def test_there_is_no_colour_without_a_terminal_and_none_with_no_color() -> None:
    assert "\x1b" not in run(built("fortify")).stdout


def test_a_limit_can_be_raised_and_lowered() -> None:
    path = built("hello")
    assert run("-q", "--limit", "symbols=1", path).returncode == 3
    assert run("-q", "--limit", "symbols=1K", path).returncode == 1


def test_libraries_that_a_wheel_brings_along_are_part_of_the_answer(tmp_path: Path) -> None:
    program = corpus.build("second_libc_user")
    library = next(f for f in program.parent.iterdir() if f.name.startswith("lib"))
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as z:
        z.write(corpus.build("runpath_origin"), "pkg/app")
        z.write(corpus.build("fortify_library"), "pkg/liborigin_library.so")
        z.write(library, "other/unrelated.so")
    report = json.loads(run("--format", "json", tmp_path / "a.whl").stdout)
    app = next(o for o in report["objects"] if o["path"] == "pkg/app")
    (missing,) = app["results"][0]["missing_symbols"]
    assert (missing["name"], missing["requested_by"], missing["kind"]) == (
        "__printf_chk",
        "pkg/liborigin_library.so",
        "libc",
    )


def test_separate_debug_information_in_a_tree_is_passed_over(tmp_path: Path) -> None:
    debug = tmp_path / "hello.debug"
    subprocess.run(["objcopy", "--only-keep-debug", built("hello"), debug], check=True)
    assert run(tmp_path).returncode == 0


def test_progress_is_shown_on_standard_error_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from musl_compat.api import Checker
    from musl_compat.cli import _run
    from musl_compat.report import Style, get

    shown: list[str] = []
    monkeypatch.setattr(_run, "PROGRESS_AFTER", 0)
    monkeypatch.setattr(_run, "PROGRESS_EVERY", 0)
    monkeypatch.setattr("rich.status.Status.update", lambda _, text: shown.append(text))
    out = io.BytesIO()
    paths = [built("gnu_hash")] * 130
    _run.run(Checker(verdict_only=True), paths, get("quiet", Style()), out, progress=True)
    assert out.getvalue().count(b"runs ") == 130
    assert shown == [
        "128 objects checked, 0 other files passed over",
        "130 objects checked, 0 other files passed over",
    ]


def test_an_error_that_is_not_sure_counts_also_when_only_verdicts_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from musl_compat.api import Checker
    from musl_compat.rules import get, select

    unsure = get("MC101")
    assert unsure is not None
    monkeypatch.setattr(unsure, "confidence", Confidence.MEDIUM)
    monkeypatch.setattr(unsure, "verdict", Verdict.RUNS_WITH_RISK)
    assert not Checker(rules=select(), verdict_only=True).verdict_only
    assert Checker(rules=select(ignored=["MC101"]), verdict_only=True).verdict_only


def test_output_goes_into_a_pipe_or_device_and_never_replaces_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        run("-q", "-o", pipe, built("gnu_hash"))
        assert built("gnu_hash") in os.read(reader, 65536).decode()
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [p.name for p in tmp_path.iterdir()] == ["pipe"]


def test_output_through_a_symbolic_link_leaves_the_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("real")
    run("-q", "-o", link, built("gnu_hash"))
    assert link.is_symlink()
    assert built("gnu_hash") in (tmp_path / "real").read_text()

"""When the machine code is read for a check, and what happens when it cannot be."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from musl_compat import analysis, api
from musl_compat.analysis import ObjectReport
from musl_compat.api import Checker
from musl_compat.devtools import corpus
from musl_compat.elf.code import Code, CodeLimits
from musl_compat.inputs import Member
from musl_compat.rules import select
from musl_compat.stack import threads
from musl_compat.types import Verdict
from tests.support import compiled


def report(checker: Checker, path: Path) -> ObjectReport:
    (item,) = checker.examine([Member(str(path), named=True)])
    assert isinstance(item, ObjectReport)
    return item


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The descriptors that code was read from."""
    seen: list[int] = []
    real = Code.from_fd

    def from_fd(fd: int) -> Code:
        seen.append(fd)
        return real(fd)

    monkeypatch.setattr(Code, "from_fd", from_fd)
    return seen


def test_the_names_that_code_is_read_for_are_those_whose_calls_are_looked_at() -> None:
    looked_at = {m.name for m in threads.MAKERS} | set(threads._STD_THREAD) | {b.info for b in threads.BASES}
    assert set(analysis.THREAD_STARTERS) == looked_at


@pytest.mark.parametrize("quick", [False, True])
def test_code_is_not_read_of_what_starts_no_thread(reads: list[int], quick: bool) -> None:
    report(Checker(code=True, verdict_only=quick), corpus.build("musl_stub"))
    report(Checker(code=True, verdict_only=quick), corpus.build("hello"))
    assert reads == []


def test_a_verdict_that_is_proven_without_code_reads_none(reads: list[int], tmp_path: Path) -> None:
    program = corpus.build_for("thread_big_frame", "/lib64/ld-linux-x86-64.so.2")
    assert report(Checker(code=True, verdict_only=True), program).verdict is Verdict.FAILS
    assert reads == []


def test_rules_that_were_left_out_read_no_code(reads: list[int]) -> None:
    program = corpus.build("thread_big_frame")
    assert report(Checker(code=True, rules=select((), ["MC3"])), program).verdict is Verdict.RUNS
    assert reads == []


def test_code_is_read_once_for_all_targets(reads: list[int]) -> None:
    from musl_compat.kb import targets

    both = [targets.get("musl:1.2.6"), targets.get("musl:1.1.20")]
    found = report(Checker(both, code=True), corpus.build("thread_big_frame"))
    assert [r.verdict for r in found.results] == [Verdict.FAILS] * 2
    assert len(reads) == 1


def _codes(found: ObjectReport) -> list[str]:
    return [f.rule.code for r in found.results for f in r.findings if f.rule.code.startswith("MC3")]


@pytest.mark.parametrize("quick", [False, True])
def test_a_file_that_changes_under_the_check_is_not_judged_by_other_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, quick: bool
) -> None:
    path = tmp_path / "program"
    shutil.copy(corpus.build("thread_big_frame"), path)
    real = api._CodeOf._read

    def read(self: api._CodeOf) -> Code:
        shutil.copy(corpus.build("thread_recursion"), path)
        return real(self)

    monkeypatch.setattr(api._CodeOf, "_read", read)
    found = report(Checker(code=True, verdict_only=quick), path)
    assert found.verdict is Verdict.RUNS
    if not quick:
        assert _codes(found) == ["MC304"]
        assert "changed" in found.results[0].findings[0].message


def test_a_file_that_is_gone_is_said_not_to_have_been_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "program"
    shutil.copy(corpus.build("thread_big_frame"), path)
    real = api._CodeOf._read

    def read(self: api._CodeOf) -> Code:
        path.unlink()
        return real(self)

    monkeypatch.setattr(api._CodeOf, "_read", read)
    assert _codes(report(Checker(code=True), path)) == ["MC304"]


@pytest.mark.parametrize("quick", [False, True])
def test_code_above_the_limits_is_said_not_to_have_been_looked_at(
    monkeypatch: pytest.MonkeyPatch, quick: bool
) -> None:
    real = Code.from_fd
    monkeypatch.setattr(Code, "from_fd", lambda fd: real(fd, CodeLimits(functions=1)))
    found = report(Checker(code=True, verdict_only=quick), corpus.build("thread_big_frame"))
    assert found.verdict is Verdict.RUNS
    assert _codes(found) == ([] if quick else ["MC304"])


@pytest.mark.parametrize("quick", [False, True])
def test_threads_of_a_library_in_a_wheel_are_judged(tmp_path: Path, quick: bool) -> None:
    wheel = tmp_path / "p-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.write(corpus.build("thread_big_frame_library"), "p/libthread_big_frame.so")
    (found,) = (
        i for i in Checker(code=True, verdict_only=quick).run([str(wheel)]) if isinstance(i, ObjectReport)
    )
    assert found.verdict is Verdict.RUNS_WITH_RISK
    assert _codes(found) == ([] if quick else ["MC302"])


def test_a_stack_that_another_object_of_the_start_asks_for_counts(tmp_path: Path) -> None:
    """musl takes the largest of the program and its libraries (measured for this project)."""
    shutil.copy(corpus.build("stack_size_library"), tmp_path / "libstack_size.so")
    program = tmp_path / "program"
    compiled.build(
        tmp_path,
        {"p.c": corpus.case("thread_big_frame").source.read_text(encoding="utf-8")},
        ("-O2", "-fno-stack-protector"),
        link=(
            "-Wl,--no-as-needed",
            "libstack_size.so",
            "-Wl,-rpath,$ORIGIN",
            "-Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1",
        ),
    )
    assert _codes(report(Checker(code=True), program)) == ["MC301"]
    assert "MC301" not in _codes(report(Checker(closure=True, code=True), program))


def _all_codes(checker: Checker, name: str, loader: str = "") -> list[str]:
    path = corpus.build_for(name, loader) if loader else corpus.build(name)
    return [f.rule.code for r in report(checker, path).results for f in r.findings]


@pytest.mark.parametrize("quick", [False, True])
def test_by_default_code_is_read_where_nothing_else_fails(reads: list[int], quick: bool) -> None:
    fails = corpus.build_for("thread_big_frame", "/lib64/ld-linux-x86-64.so.2")
    assert report(Checker(verdict_only=quick), fails).verdict is Verdict.FAILS
    assert reads == []
    assert report(Checker(verdict_only=quick), corpus.build("thread_big_frame")).verdict is Verdict.FAILS
    assert len(reads) == 1


def test_always_and_never_are_what_they_say(reads: list[int]) -> None:
    of_glibc = "/lib64/ld-linux-x86-64.so.2"
    assert _all_codes(Checker(code=True), "thread_big_frame", of_glibc) == ["MC101", "MC301"]
    assert len(reads) == 1
    assert _all_codes(Checker(), "thread_big_frame", of_glibc) == ["MC101"]
    assert _all_codes(Checker(code=False), "thread_big_frame") == []
    assert len(reads) == 1


def test_code_is_read_for_the_calls_of_what_is_imported(reads: list[int]) -> None:
    assert _all_codes(Checker(rules=select(["MC5"])), "iconv_translit") == ["MC501"]
    assert len(reads) == 1
    assert _all_codes(Checker(rules=select(["MC5"])), "thread_big_frame") == []
    assert len(reads) == 1

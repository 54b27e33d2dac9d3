"""The commands that print what the knowledge base holds."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from musl_compat.cli._commands import group
from musl_compat.errors import UsageError


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(group, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_targets_lists_the_default_first() -> None:
    lines = run("targets").output.splitlines()
    assert lines[0].split() == ["TARGET", "MUSL", "VERSION", "IS", "ARCHITECTURES"]
    assert lines[1].startswith("musl:1.2.6 ")
    assert any(line.startswith("alpine:3.22 ") and "reported" in line for line in lines)


def test_targets_as_json_tell_how_each_architecture_is_known() -> None:
    document = json.loads(run("targets", "--format", "json").output)
    assert document["schema"] == "muslcheck-targets/1"
    assert document["default"] == "musl:1.2.6"
    by_name = {t["name"]: t for t in document["targets"]}
    assert by_name["debian:trixie"]["architectures"]["riscv64"] == "measured"
    assert by_name["musl:1.2.5"]["architectures"]["riscv64"] == "derived"


def test_symbols_takes_a_shell_pattern() -> None:
    lines = run("symbols", "fcntl*").output.splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [
        ["fcntl", "exported", "common"],
        ["fcntl64", "missing", "lfs64"],
    ]


def test_symbols_of_a_group_on_a_target() -> None:
    document = json.loads(
        run("symbols", "--group", "fts", "--target", "debian:trixie", "--format", "json").output
    )
    assert document["target"] == "debian:trixie"
    assert {s["answer"] for s in document["symbols"]} == {"exported"}
    assert [s["name"] for s in document["symbols"]] == [
        f"fts_{n}" for n in ("children", "close", "open", "read", "set")
    ]


def test_symbols_by_answer() -> None:
    document = json.loads(run("symbols", "--answer", "mapped", "--format", "json").output)
    assert "open64" in {s["name"] for s in document["symbols"]}
    assert {s["group"] for s in document["symbols"]} <= {"lfs64", "newer-musl"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("symbols", "--group", "nosuch"), "unknown group"),
        (("symbols", "--arch", "vax"), "not known"),
        (("symbols", "--target", "musl:9"), "unknown target"),
        (("explain", "no_such_symbol_here"), "neither a rule nor a symbol"),
        (("explain", "pthread_creat"), "did you mean pthread_create"),
        (("explain", "MC999"), "no rule MC999"),
    ],
)
def test_wrong_usage_is_said(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run(*arguments)


def test_explain_tells_versions_cause_supplier_difference_and_source() -> None:
    output = run("explain", "__fprintf_chk").output
    for part in (
        "since 2.3.4",
        "in no release",
        "missing on every target",
        "fortify:",
        "gcompat",
        "Measured",
    ):
        assert part in output


def test_explain_tells_of_a_rule_to_people_and_programs_in_any_case_of_its_code() -> None:
    page = run("explain", "mc103").output
    assert page.startswith("MC103 missing-symbol\n\n## What it finds\n")
    document = json.loads(run("explain", "MC103", "--format", "json").output)
    assert (document["schema"], document["code"]) == ("muslcheck-rule/1", "MC103")
    assert document["page"] in page


def test_explain_tells_what_differs_in_behaviour() -> None:
    output = run("explain", "strerror_r").output
    assert "exported on every target" in output
    assert "glibc: " in output
    assert "musl: " in output


def test_explain_speaks_of_the_architecture_that_was_asked_for() -> None:
    assert "since 2.17" in run("explain", "printf", "--arch", "aarch64").output
    assert "not on x86_64; since 2.4 on arm" in run("explain", "__aeabi_memcpy").output


def test_explain_takes_a_name_with_its_version() -> None:
    assert run("explain", "memcpy@GLIBC_2.14").output.startswith("memcpy\n")


def test_explain_as_json() -> None:
    document = json.loads(run("explain", "open64", "--format", "json", "--target", "musl:1.2.5").output)
    assert document["musl"] == {"releases": "1.1.0..1.2.3", "first": "1.1.0", "last": "1.2.3"}
    assert document["targets"]["musl:1.2.5"] == "mapped"
    assert document["targets"]["musl:1.2.3"] == "exported"


def test_explain_of_a_host_name_names_the_host() -> None:
    assert "a Python interpreter" in run("explain", "PyList_New").output


def test_explain_of_a_rule_prints_its_page() -> None:
    output = run("explain", "MC103").output
    assert output.startswith("MC103 missing-symbol\n")
    assert "## What it finds" in output

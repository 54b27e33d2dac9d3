"""The JSON report: its schema, the order of its keys, that it is the same every time, and what it says."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from musl_compat import report
from musl_compat.api import Checker
from musl_compat.cli import _run
from musl_compat.devtools import corpus
from musl_compat.kb import targets

SCHEMA = json.loads((Path(report.__file__).parent / "muslcheck-1.schema.json").read_text())
# The order of the keys is part of the format: a reader of the text finds things at their place.
ORDER = {
    "": ["schema", "tool", "targets", "objects", "skipped", "summary"],
    "object": ["path", "container", "elf", "results"],
    "elf": [
        "class",
        "endian",
        "machine",
        "type",
        "interpreter",
        "needed",
        "soname",
        "libc",
        "glibc_required",
    ],
    "result": [
        "target",
        "verdict",
        "missing_libraries",
        "missing_symbols",
        "unsupported_relocations",
        "findings",
    ],
    "missing_symbol": ["name", "version", "binding", "requested_by", "kind"],
    "finding": ["code", "name", "severity", "confidence", "symbol", "message", "evidence", "fix"],
}


def json_of(*paths: str, **options: object) -> str:
    out = io.BytesIO()
    checker = Checker([targets.get("musl:1.2.3"), targets.get("musl:1.2.5")], **options)  # type: ignore[arg-type]
    _run.run(checker, paths, report.get("json", report.Style()), out)
    return out.getvalue().decode()


@pytest.fixture(scope="module")
def paths() -> list[str]:
    return [str(corpus.build(name)) for name in corpus.default_names()]


@pytest.mark.parametrize("closure", [False, True])
def test_reports_on_the_whole_corpus_keep_to_the_schema(
    paths: list[str], closure: bool, tmp_path: Path
) -> None:
    (tmp_path / "cut").write_bytes(Path(paths[0]).read_bytes()[:70])
    document = json.loads(json_of(*paths, str(tmp_path), "/dev/null", closure=closure))
    Draft202012Validator.check_schema(SCHEMA)
    errors = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(SCHEMA).iter_errors(document)]
    assert errors == []
    assert len(document["objects"]) == len(paths) + 1


def test_the_schema_refuses_what_is_no_report(paths: list[str]) -> None:
    document = json.loads(json_of(paths[0]))
    document["objects"][0]["results"][0]["verdict"] = "perhaps"
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def test_keys_stand_in_the_order_of_the_format() -> None:
    document = json.loads(json_of(str(corpus.build("fortify"))))
    (one,) = document["objects"]
    result = one["results"][0]
    assert list(document) == ORDER[""]
    assert list(one) == ORDER["object"]
    assert list(one["elf"]) == ORDER["elf"]
    assert list(result) == ORDER["result"]
    assert list(result["missing_symbols"][0]) == ORDER["missing_symbol"]
    assert list(result["findings"][0])[:8] == ORDER["finding"]


def test_the_same_input_gives_the_same_bytes(paths: list[str]) -> None:
    assert json_of(*paths) == json_of(*paths)


def test_an_empty_report_is_a_report(tmp_path: Path) -> None:
    document = json.loads(json_of(str(tmp_path)))
    assert (document["objects"], document["skipped"]) == ([], [])
    assert document["summary"]["objects"] == 0


def test_missing_symbols_are_those_that_the_loader_would_name() -> None:
    path = str(corpus.build("lfs64_fcntl"))
    result = json.loads(json_of(path))["objects"][0]["results"][1]
    (missing,) = result["missing_symbols"]
    assert missing["name"] == "fcntl64"
    assert missing["version"].startswith("GLIBC_2.")
    assert (missing["binding"], missing["requested_by"], missing["kind"]) == ("global", path, "libc")
    assert "fcntl64" in [f["symbol"] for f in result["findings"]]


def test_summary_counts_each_object_once_by_its_worst_target() -> None:
    summary = json.loads(json_of(*(str(corpus.build(n)) for n in ("gnu_hash", "fortify", "second_libc"))))[
        "summary"
    ]
    assert summary["verdicts"] == {"runs": 2, "runs-with-risk": 0, "unknown": 0, "fails": 1}
    assert summary["findings"]["note"] == 2


@pytest.mark.parametrize(
    ("name", "libc"),
    [
        ("hello", "glibc"),
        ("hello_static", "static"),
        ("hello_static_pie", "static"),
        ("musl_program", "musl"),
        ("fortify", "glibc"),
        ("second_libc", "none"),
    ],
)
def test_elf_libc_says_what_an_object_was_built_against(name: str, libc: str) -> None:
    assert json.loads(json_of(str(corpus.build(name))))["objects"][0]["elf"]["libc"] == libc

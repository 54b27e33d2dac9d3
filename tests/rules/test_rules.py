"""Every rule fires where it says and is silent where it says; what holds for all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from musl_compat.rules import Rule, all_rules
from musl_compat.types import Verdict
from tests.support import specs

HEADINGS = ["## What it finds", "## Why it breaks on musl", "## How to fix", "## Evidence"]
FIRES = [(rule, spec) for rule in all_rules() for spec in rule.fires_on]
SILENT = [(rule, spec) for rule in all_rules() for spec in rule.silent_on]


def _id(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value).replace("corpus:", "")


def codes(spec: str, folder: Path) -> dict[str, int]:
    """How many findings of each rule a corpus program has."""
    found: dict[str, int] = {}
    for result in specs.report(spec, folder).results:
        for finding in result.findings:
            assert finding.message
            assert finding.evidence, finding.rule.code
            found[finding.rule.code] = found.get(finding.rule.code, 0) + 1
    return found


@pytest.mark.parametrize(("rule", "spec"), FIRES, ids=_id)
def test_rule_fires_on_its_corpus_program(rule: Rule, spec: str, tmp_path: Path) -> None:
    assert rule.code in codes(spec, tmp_path)


@pytest.mark.parametrize(("rule", "spec"), SILENT, ids=_id)
def test_rule_is_silent_on_its_innocent_corpus_program(rule: Rule, spec: str, tmp_path: Path) -> None:
    assert rule.code not in codes(spec, tmp_path)


@pytest.mark.parametrize("spec", sorted({spec for _, spec in FIRES + SILENT}))
def test_quick_verdict_is_that_of_all_findings(spec: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    full = specs.report(spec, tmp_path / "a")
    assert specs.report(spec, tmp_path / "b", verdict_only=True).verdict is full.verdict
    worst = max((f.rule.verdict for r in full.results for f in r.findings), default=Verdict.RUNS)
    assert full.verdict is worst


@pytest.mark.parametrize("rule", all_rules(), ids=_id)
def test_rule_has_both_kinds_of_corpus_programs_and_a_whole_page(rule: Rule) -> None:
    assert rule.fires_on
    assert rule.silent_on
    assert rule.evidence
    assert re.findall(r"^## .*", rule.page, re.M) == HEADINGS
    assert all(part.strip() for part in re.split(r"^## .*", rule.page, flags=re.M)[1:])
    assert rule.summary.endswith(".")


def test_codes_and_names_are_unique_and_in_the_file_names() -> None:
    rules = all_rules()
    assert len({r.code for r in rules}) == len({r.name for r in rules}) == len(rules)
    for rule in rules:
        assert rule.check.__module__.rpartition(".")[2].startswith(f"{rule.code.lower()}_")


@pytest.mark.parametrize("name", ["musl_program", "hello_static", "hello_static_pie", "gnu_hash", "tlsdesc"])
def test_what_needs_nothing_of_glibc_runs(name: str, tmp_path: Path) -> None:
    report = specs.report(f"corpus:{name}", tmp_path)
    assert (report.verdict, report.results[0].findings) == (Verdict.RUNS, [])

"""``muslcheck rules``: the table of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from musl_compat.cli._table import format_option, print_json, print_table

if TYPE_CHECKING:
    from musl_compat.rules import Rule


@click.command("rules")
@format_option
def command(form: str) -> None:
    """List the rules: code, severity, confidence and name. ``muslcheck explain CODE`` tells the rest."""
    from musl_compat.rules import all_rules

    if form == "json":
        print_json("muslcheck-rules/1", rules=[described(r) for r in all_rules()])
        return
    rows = [(r.code, r.severity.label, r.confidence.label, r.name) for r in all_rules()]
    print_table(("CODE", "SEVERITY", "CONFIDENCE", "NAME"), rows)


def described(rule: Rule) -> dict[str, Any]:
    """A rule in JSON, without its page."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.label,
        "confidence": rule.confidence.label,
        "topic": rule.topic,
        "since": rule.since,
        "summary": rule.summary,
        "evidence": list(rule.evidence),
    }

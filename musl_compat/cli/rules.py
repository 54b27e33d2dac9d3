"""``muslcheck rules``: the table of rules."""

from __future__ import annotations

import click

from musl_compat.cli._table import format_option, print_json, print_table


@click.command("rules")
@format_option
def command(form: str) -> None:
    """List the rules: code, severity, confidence and name. ``muslcheck explain CODE`` tells the rest."""
    from musl_compat.rules import all_rules

    if form == "json":
        print_json(
            "muslcheck-rules/1",
            rules=[
                {
                    "code": r.code,
                    "name": r.name,
                    "severity": r.severity.label,
                    "confidence": r.confidence.label,
                    "topic": r.topic,
                    "since": r.since,
                    "summary": r.summary,
                    "evidence": list(r.evidence),
                }
                for r in all_rules()
            ],
        )
        return
    rows = [(r.code, r.severity.label, r.confidence.label, r.name) for r in all_rules()]
    print_table(("CODE", "SEVERITY", "CONFIDENCE", "NAME"), rows)

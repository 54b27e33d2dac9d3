"""Writes the pages that are printed from what they document: ``docs/rules/`` from the rules, ``docs/cli.md``
from --help.

``python -m musl_compat.devtools.docs`` writes them; with ``--check`` it writes nothing and fails when a page
is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from musl_compat.cli._commands import group
from musl_compat.rules import Rule, all_rules

DOCS = Path(__file__).resolve().parents[2] / "docs"
MARK = "<!-- Printed by python -m musl_compat.devtools.docs; change what it is printed from. -->"
FAMILIES = {
    "MC0": "Could not analyse",
    "MC1": "Loader and symbols",
    "MC2": "ABI: layouts and constants",
    "MC3": "Threads and stacks",
    "MC4": "TLS and dlopen",
    "MC5": "Behaviour",
    "MC6": "Packaging",
    "MC7": "Source",
}


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    out = {DOCS / "rules" / "index.md": index(), DOCS / "cli.md": command_line()}
    for rule in all_rules():
        out[DOCS / "rules" / f"{rule.code}.md"] = rule_page(rule)
    return out


def rule_page(rule: Rule) -> str:
    """The page of one rule: what ``muslcheck explain`` prints, with what its metadata says."""
    facts = [
        f"Severity {rule.severity.label}, confidence {rule.confidence.label}, since {rule.since}.",
        f"Known from: {'; '.join(rule.evidence)}.",
        f"The tests show it on {_cases(rule.fires_on)}, and that it is silent on {_cases(rule.silent_on)}.",
    ]
    return f"{MARK}\n# {rule.code}: {rule.name}\n\n" + "\n".join(facts) + f"\n\n{rule.page.strip()}\n"


def _cases(specs: Sequence[str]) -> str:
    return ", ".join(f"`{spec.removeprefix('corpus:')}`" for spec in specs)


def index() -> str:
    """The table of rules, by family."""
    lines = [
        MARK,
        "# Rules",
        "",
        "A finding's severity and the confidence in it are separate. Codes are never reused.",
    ]
    family = ""
    for rule in all_rules():
        if rule.code[:3] != family:
            family = rule.code[:3]
            lines += [
                "",
                f"## {family}xx: {FAMILIES[family]}",
                "",
                "| rule | severity | what it finds |",
                "|---|---|---|",
            ]
        what = rule.summary.replace("|", "\\|")
        lines.append(f"| [{rule.code}]({rule.code}.md) {rule.name} | {rule.severity.label} | {what} |")
    return "\n".join(lines) + "\n"


def command_line() -> str:
    """The help texts of all commands."""
    context = click.Context(group, info_name="muslcheck", terminal_width=90, max_content_width=90)
    parts = [MARK, "# The command line", "", *_help(group, context)]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        below = click.Context(
            command, info_name=name, parent=context, terminal_width=90, max_content_width=90
        )
        parts += ["", f"## muslcheck {name}", "", *_help(command, below)]
    return "\n".join(parts) + "\n"


def _help(command: click.Command, context: click.Context) -> list[str]:
    text = command.get_help(context)
    return ["```text", *(line.rstrip() for line in text.splitlines()), "```"]


def main(argv: list[str] | None = None) -> int:
    """Write the pages, or with ``--check`` say which are stale. Gives the exit status."""
    parser = argparse.ArgumentParser(description="Writes docs/rules and docs/cli.md.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail when a page is stale")
    arguments = parser.parse_args(argv)
    made = pages()
    stale = [
        path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    gone = [path for path in (DOCS / "rules").glob("*.md") if path not in made]
    if arguments.check:
        for path in stale + gone:
            print(
                f"stale: {path.relative_to(DOCS.parent)} (run python -m musl_compat.devtools.docs)",
                file=sys.stderr,
            )
        return 1 if stale or gone else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    for path in gone:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""``muslcheck explain``: what a rule or a symbol is about."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import click

from musl_compat.cli._table import format_option, print_json, print_labelled
from musl_compat.errors import UsageError

if TYPE_CHECKING:
    from musl_compat.kb import Behaviour, GlibcEntry, SymbolFacts


@click.command("explain")
@click.argument("what", metavar="CODE|SYMBOL")
@click.option(
    "--target", "target_name", metavar="T", help="Name suppliers for this target (default: newest musl)."
)
@click.option("--arch", default="x86_64", show_default=True, help="Architecture, by musl's name.")
@format_option
def command(what: str, target_name: str | None, arch: str, form: str) -> None:
    """Explain a rule (MC103) or a symbol (__fprintf_chk): what, why, since when, and what to do."""
    if re.fullmatch(r"(?i:mc)[0-9]{3}", what):
        _explain_rule(what, form)
    else:
        _explain_symbol(what, target_name, arch, form)


def _explain_rule(code: str, form: str) -> None:
    from musl_compat import rules
    from musl_compat.cli.rules import described

    rule = rules.get(code)
    if rule is None:
        known = ", ".join(r.code for r in rules.all_rules())
        raise UsageError(f"no rule {code} (there are {known})")
    if form == "json":
        print_json("muslcheck-rule/1", **described(rule), page=rule.page)
    else:
        click.echo(f"{rule.code} {rule.name}\n\n{rule.page.strip()}")


def _explain_symbol(name: str, target_name: str | None, arch: str, form: str) -> None:
    from musl_compat import kb
    from musl_compat.kb import targets

    target = targets.get(target_name) if target_name else targets.default()
    name = name.partition("@")[0]
    found = kb.facts(name, target)
    if found is None:
        near = kb.near(name)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise UsageError(
            f"{name}: neither a rule nor a symbol that glibc, musl or a known host defines{hint}"
        )
    answers = [(t.name, t.answer(name, arch)) for t in targets.all()]
    if form == "json":
        _print_json(found, answers, arch)
    else:
        _print_text(found, answers, arch)


def _print_json(found: SymbolFacts, answers: list[tuple[str, str]], arch: str) -> None:
    print_json(
        "muslcheck-symbol/1",
        name=found.name,
        group=found.group._asdict(),
        glibc=[{**e._asdict(), "nodes": {v: list(archs) for v, archs in e.nodes}} for e in found.glibc],
        musl={"releases": found.musl, "first": found.first_musl, "last": found.last_musl},
        host=found.host,
        architecture=arch,
        targets=dict(answers),
        suppliers=[s._asdict() for s in found.suppliers],
        behaviours=[b._asdict() for b in found.behaviours],
        sources={key: {"title": title, "how": how} for key, (title, how) in found.sources.items()},
    )


def _print_text(found: SymbolFacts, answers: list[tuple[str, str]], arch: str) -> None:
    from musl_compat import kb

    click.echo(found.name)
    for entry in found.glibc:
        print_labelled("glibc", f"{entry.kind} of {entry.library}, {_nodes(entry, arch)}")
    if not found.glibc:
        print_labelled("glibc", "no symbol of glibc's public libraries")
    print_labelled("musl", _musl(found))
    if found.host is not None:
        print_labelled("host", f"a name of {kb.host_title(found.host)}, which defines it for what it loads")
    if found.glibc or found.musl:
        print_labelled("targets", f"on {arch}: {_by_answer(answers)}")
    if found.group.id not in ("common", "other"):
        print_labelled("group", f"{found.group.id}: {found.group.title}")
        print_labelled("why", found.group.why)
        print_labelled("what to do", found.group.fix)
    for supplier in found.suppliers:
        print_labelled("supplier", f"{supplier.title} ({supplier.confidence} confidence): {supplier.how}")
    for behaviour in found.behaviours:
        _print_behaviour(behaviour)
    for title, how in found.sources.values():
        print_labelled("source", f"{title}. {how}")


def _nodes(entry: GlibcEntry, arch: str) -> str:
    """Since which version glibc has it, in words."""
    versions = entry.versions(arch)
    if not versions:
        version, archs = entry.nodes[0]
        return f"not on {arch}; since {version} on {archs[0]}"
    more = f", also {', '.join(versions[1:])}" if versions[1:] else ""
    return f"since {versions[0]}{more}"


def _musl(found: SymbolFacts) -> str:
    """Which releases have it, in words."""
    if not found.musl:
        return "in no release that was read (x86_64)"
    ranges = ", ".join(part.replace("..", " to ") for part in found.musl.split(" "))
    return f"in {ranges} (x86_64)"


def _by_answer(answers: list[tuple[str, str]]) -> str:
    """Targets that say the same, next to each other, as one range."""
    kinds = {answer for _, answer in answers}
    if len(kinds) == 1:
        return f"{kinds.pop()} on every target"
    parts = []
    for answer, run in groupby(answers, key=lambda pair: pair[1]):
        names = [name for name, _ in run]
        parts.append(f"{answer} on {names[0] if len(names) == 1 else f'{names[0]} to {names[-1]}'}")
    return ", ".join(parts)


def _print_behaviour(b: Behaviour) -> None:
    print_labelled("differs", f"{b.topic} ({b.area}; {b.severity})")
    for label, text in (("glibc", b.glibc), ("musl", b.musl), ("since", b.since)):
        if text:
            print_labelled("", f"{label}: {text}")
    for label, text in (("follows", b.consequence), ("fix", b.fix), ("known from", b.evidence)):
        if text:
            print_labelled("", f"{label}: {text}")

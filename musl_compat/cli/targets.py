"""``muslcheck targets``: what a file can be judged against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musl_compat.cli._table import format_option, print_json, print_table

if TYPE_CHECKING:
    from musl_compat.kb.targets import Target


@click.command("targets")
@format_option
def command(form: str) -> None:
    """List the libc builds that files can be judged against.

    The first one is the default. An architecture in parentheses is derived: its exports are those of x86_64
    with the difference that another build of musl shows there. Any musl at hand can be a target as well:
    muslcheck check --libc FILE.
    """
    from musl_compat.kb import targets

    every = targets.all()
    if form == "json":
        rows = [
            {
                "name": t.name,
                "title": t.title,
                "musl": ".".join(map(str, t.musl_version)),
                "certainty": t.certainty,
                "source": t.source,
                "architectures": {arch: t.provenance(arch) for arch in t.archs},
            }
            for t in every
        ]
        print_json("muslcheck-targets/1", default=targets.default().name, targets=rows)
        return
    print_table(
        ("TARGET", "MUSL", "VERSION IS", "ARCHITECTURES"),
        ((t.name, ".".join(map(str, t.musl_version)), t.certainty, _archs(t)) for t in every),
    )


def _archs(target: Target) -> str:
    """The architectures of a target, derived ones in parentheses."""
    measured = [arch for arch in target.archs if target.provenance(arch) == "measured"]
    derived = [f"({arch})" for arch in target.archs if target.provenance(arch) == "derived"]
    return " ".join(measured + derived)

"""``muslcheck symbols``: the names of glibc and musl, and what a target says of them."""

from __future__ import annotations

import click

from musl_compat.cli._table import format_option, print_json, print_table
from musl_compat.errors import UsageError

ANSWERS = ("exported", "mapped", "missing")


@click.command("symbols")
@click.argument("pattern", required=False)
@click.option(
    "--target", "target_name", metavar="T", help="Judge against this target (default: newest musl)."
)
@click.option("--arch", default="x86_64", show_default=True, help="Architecture, by musl's name.")
@click.option(
    "--group", "group_id", metavar="G", help="Only names of this group (muslcheck symbols --group help)."
)
@click.option("--answer", type=click.Choice(ANSWERS), help="Only names of which the target says this.")
@format_option
def command(
    pattern: str | None,
    target_name: str | None,
    arch: str,
    group_id: str | None,
    answer: str | None,
    form: str,
) -> None:
    """List symbols of glibc and musl: since when, why they are missing, and what the target says of them.

    PATTERN is a shell pattern such as 'pthread_*_np'. "mapped" means that the target's loader binds the name
    to another one (LFS64).
    """
    from musl_compat import kb
    from musl_compat.kb import targets

    if group_id == "help":
        print_table(("GROUP", "TITLE"), ((g.id, g.title) for g in kb.groups()))
        return
    if group_id is not None and group_id not in {g.id for g in kb.groups()}:
        raise UsageError(f"unknown group {group_id!r} (muslcheck symbols --group help lists them)")
    target = targets.get(target_name) if target_name else targets.default()
    if target.provenance(arch) == "unknown":
        raise UsageError(
            f"{target.name}: its exports on {arch} are not known (known: {', '.join(target.archs)})"
        )
    rows = []
    for name in _matching(pattern):
        said, group = target.answer(name, arch), kb.group_of_name(name)
        if (answer in (None, said)) and (group_id in (None, group)):
            rows.append((name, said, group))
    _print(rows, target.name, arch, form)


def _matching(pattern: str | None) -> list[str]:
    """The names that a pattern matches, sorted; file names of libraries are no symbols."""
    from fnmatch import fnmatchcase

    from musl_compat import kb

    table, libraries = kb.table(), kb.glibc_libraries()
    names = sorted(name for row in range(len(table)) if (name := table.name(row)) not in libraries)
    return [name for name in names if pattern is None or fnmatchcase(name, pattern)]


def _print(rows: list[tuple[str, str, str]], target: str, arch: str, form: str) -> None:
    from musl_compat import kb

    lines = []
    for name, said, group in rows:
        found = kb.facts(name)
        assert found is not None  # every row of the table has facts
        since = found.glibc_since() or min((e.nodes[0][0] for e in found.glibc), default="")
        lines.append((name, said, group, since, " ".join(found.libraries), found.musl))
    if form == "json":
        keys = ("name", "answer", "group", "glibc_since", "glibc_libraries", "musl_releases")
        symbols = [dict(zip(keys, line, strict=True)) for line in lines]
        print_json("muslcheck-symbols/1", target=target, architecture=arch, symbols=symbols)
        return
    print_table(("SYMBOL", f"ON {target}", "GROUP", "GLIBC", "LIBRARY", "MUSL (x86_64)"), lines)

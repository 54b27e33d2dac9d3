"""Writes ``docs/symbols/``: one page for each group of missing names, and an index, from the knowledge base.

``python -m musl_compat.devtools.kb_docs`` writes them; with ``--check`` it writes nothing and fails when a
page is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from musl_compat import kb
from musl_compat.kb import targets

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "symbols"
MARK = "<!-- Printed by python -m musl_compat.devtools.kb_docs; change musl_compat/kb/data. -->"
# The page of names that every musl has would say nothing; names without a row are in no table.
UNLISTED = ("common", "other")


def members() -> dict[str, list[str]]:
    """The names of each group, sorted."""
    table, libraries = kb.table(), kb.glibc_libraries()
    out: dict[str, list[str]] = defaultdict(list)
    for row in range(len(table)):
        name = table.name(row)
        if name not in libraries:
            out[kb.group_of_row(row)].append(name)
    return {group: sorted(names) for group, names in out.items()}


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    names = members()
    shown = [g for g in kb.groups() if g.id not in UNLISTED]
    out = {FOLDER / f"{g.id}.md": group_page(g, names.get(g.id, [])) for g in shown}
    out[FOLDER / "index.md"] = index(shown, names)
    return out


def index(groups: list[kb.Group], names: dict[str, list[str]]) -> str:
    """The table of groups."""
    lines = [
        MARK,
        "# Symbols that a musl lacks, by cause",
        "",
        "Every name of glibc or musl that some release of musl does not define is in one group.",
        "`muslcheck explain NAME` tells all that is known of one name, `muslcheck symbols` lists them.",
        "",
        "| group | names | cause |",
        "|---|---|---|",
    ]
    lines += [f"| [{g.id}]({g.id}.md) | {len(names.get(g.id, []))} | {g.title} |" for g in groups]
    return "\n".join(lines) + "\n"


def group_page(group: kb.Group, names: list[str]) -> str:
    """The page of one group: why, what to do, and its names with what is known of each."""
    newest = targets.default()
    lines = [MARK, f"# {group.title}", "", f"**Why.** {group.why}", "", f"**What to do.** {group.fix}", ""]
    suppliers = {s.id: s for name in names for s in kb.suppliers(name)}
    lines += [f"* {s.title} ({s.confidence} confidence): {s.how}" for _, s in sorted(suppliers.items())]
    if names:
        lines += ["", f"| name | glibc | library | musl (x86_64) | on {newest.name} | supplied by |"]
        lines += ["|---|---|---|---|---|---|", *(name_line(name, newest) for name in names)]
    else:
        lines += ["", "The names of this group are in no public table of glibc or musl."]
    return "\n".join(lines) + "\n"


def name_line(name: str, newest: targets.Target) -> str:
    """One row of a group's table."""
    found = kb.facts(name)
    if found is None:
        raise KeyError(f"{name} has a row in the table and no facts")
    since = found.glibc_since() or next((e.nodes[0][0] for e in found.glibc), "")
    cells = [f"`{name}`", since, ", ".join(found.libraries), found.musl, newest.answer(name, "x86_64")]
    cells.append(", ".join(s.title for s in found.suppliers))
    return "| " + " | ".join(cells) + " |"


def main(argv: list[str] | None = None) -> int:
    """Write the pages, or with ``--check`` say which are stale. Gives the exit status."""
    parser = argparse.ArgumentParser(description="Writes docs/symbols.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail when a page is stale")
    options = parser.parse_args(argv)
    made = pages()
    stale = [p for p, text in made.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    gone = [p for p in FOLDER.glob("*.md") if p not in made]
    for path in [*stale, *gone]:
        if options.check:
            again = "run python -m musl_compat.devtools.kb_docs"
            print(f"stale: docs/symbols/{path.name} ({again})", file=sys.stderr)
        elif path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
        else:
            path.unlink()
    return 1 if options.check and (stale or gone) else 0


if __name__ == "__main__":
    sys.exit(main())

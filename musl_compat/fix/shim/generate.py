"""From symbol names to a directory: the recipes that supply them, the list of exports, build files, a page
for people.

The output depends only on the plan: the same symbols, target and recipes give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from musl_compat import __version__
from musl_compat.fix.shim import buildfiles
from musl_compat.fix.shim.recipe import (
    INCLUDES,
    Catalogue,
    Recipe,
    RecipeError,
    Unsupplied,
    catalogue,
    load_unsupplied,
    unsupplied_reason,
)
from musl_compat.kb.targets import Target

SCHEMA = "muslcheck-shim/1"
MANIFEST = "shim.json"

_LIBRARY_NAME = re.compile(r"lib[\w.+-]+\.so")
_INCLUDE = re.compile(r'^#include "include/([\w.]+)"', re.M)


class Supplied(NamedTuple):
    """One symbol of the shim: the name that a program asks for, the name that the shim exports, its
    recipe.
    """

    symbol: str
    exported: str
    recipe: Recipe


class Plan(NamedTuple):
    """What a shim holds.

    ``sources``: the recipes of the symbols and all that they need, by name; ``unsupplied``: (symbol, reason)
    of what was asked for and is not there; ``stubs``: libraries of glibc to stand in for, by file name;
    ``library``: the file name and soname of the shim.
    """

    arch: str
    target: str
    supplied: tuple[Supplied, ...]
    sources: tuple[Recipe, ...]
    unsupplied: tuple[tuple[str, str], ...]
    stubs: tuple[str, ...]
    loud: bool
    library: str = buildfiles.LIBRARY

    @property
    def exports(self) -> list[str]:
        """The names that the library exports, sorted."""
        return sorted(s.exported for s in self.supplied)


def plan(
    symbols: Iterable[str],
    *,
    arch: str,
    target: Target,
    private: Iterable[str] = (),
    stubs: Iterable[str] = (),
    loud: bool = False,
    library: str = buildfiles.LIBRARY,
    recipes: Catalogue | None = None,
) -> Plan:
    """Choose the recipes for these symbols on an architecture (musl's name for it).

    ``private`` names get the overrides that are exported as ``__mc_NAME``. Asking twice is asking once.
    ``library`` is ``libNAME.so``; ``named_by_content`` gives one that no other shim has.
    """
    if not _LIBRARY_NAME.fullmatch(library):
        raise ValueError(f"{library!r}: a shim is named libNAME.so")
    known = recipes or catalogue()
    reviewed = load_unsupplied()
    supplied: list[Supplied] = []
    missing: list[tuple[str, str]] = []
    for scope, names in (("public", symbols), ("private", private)):
        for name in sorted(set(names)):
            recipe = known.find(name, arch, scope)
            if recipe is None:
                missing.append((name, _reason(name, arch, reviewed)))
            else:
                supplied.append(Supplied(name, recipe.exported(name), recipe))
    sources = known.with_needs({s.recipe.name: s.recipe for s in supplied}.values())
    return Plan(
        arch=arch,
        target=target.name,
        supplied=tuple(supplied),
        sources=tuple(sources),
        unsupplied=tuple(missing),
        stubs=tuple(sorted(set(stubs))),
        loud=loud,
        library=library,
    )


def fingerprint(shim: Plan) -> str:
    """Eight hexadecimal digits over what makes the library: its sources, exports and flags.

    musl's loader takes a library that is loaded already for any other of the same name. Two shims in one
    process must therefore have two names, unless they are the same.
    """
    flags = [*buildfiles.cflags(shim.arch, shim.loud), *buildfiles.LDFLAGS]
    content = [shim.arch, *flags, *shim.exports]
    for name, text in sorted(_sources(shim).items()):
        content += [name, text]
    return hashlib.sha256("\0".join(content).encode()).hexdigest()[:8]


def named_by_content(shim: Plan) -> Plan:
    """The same plan with its fingerprint in the library's name."""
    return shim._replace(library=buildfiles.LIBRARY.replace(".so", f"-{fingerprint(shim)}.so"))


def _reason(name: str, arch: str, reviewed: list[Unsupplied]) -> str:
    return unsupplied_reason(name, arch, reviewed) or f"no recipe supplies it on {arch}"


def every_symbol(arch: str, target: Target, recipes: Catalogue | None = None) -> list[str]:
    """Every symbol with a recipe that the target does not export itself.

    Names that its loader only maps (LFS64) are among them: dlsym does not find those.
    """
    known = recipes or catalogue()
    return [name for name in known.symbols(arch) if target.answer(name, arch) != "exported"]


def files(shim: Plan) -> dict[str, str]:
    """The whole directory: path below it -> text."""
    flags = buildfiles.cflags(shim.arch, shim.loud)
    found = {
        buildfiles.EXPORTS: buildfiles.exports(shim.exports),
        "Makefile": buildfiles.makefile(shim.library, _names(shim), shim.stubs, flags),
        "meson.build": buildfiles.meson(shim.library, _names(shim), shim.stubs, flags),
        "APKBUILD": buildfiles.apkbuild(shim.arch, __version__),
        "README.md": readme(shim),
        MANIFEST: manifest(shim),
    }
    if shim.stubs:
        found[buildfiles.STUB] = buildfiles.stub()
    return found | _sources(shim)


def _sources(shim: Plan) -> dict[str, str]:
    """The recipes' files and the headers that they include."""
    found: dict[str, str] = {}
    headers: set[str] = set()
    for recipe in shim.sources:
        text = recipe.path.read_text(encoding="utf-8")
        headers.update(_INCLUDE.findall(text))
        found[f"src/{recipe.name}.c"] = text
    return found | _headers(headers)


def _headers(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    todo = sorted(names)
    while todo:
        name = todo.pop()
        path = INCLUDES / name
        if f"src/include/{name}" in found:
            continue
        if not path.is_file():
            raise RecipeError(f"{path}: a recipe includes this file, and it is not there")
        text = path.read_text(encoding="utf-8")
        found[f"src/include/{name}"] = text
        todo.extend(re.findall(r'^#include "([\w.]+)"', text, re.M))
    return found


def _names(shim: Plan) -> list[str]:
    return [recipe.name for recipe in shim.sources]


def write(shim: Plan, folder: Path) -> None:
    """Write the directory. ``OSError`` is the caller's: see ``output.whole`` for all-or-nothing."""
    for name, text in sorted(files(shim).items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def is_manifest(found: Any) -> bool:
    """Is this JSON value what ``manifest`` makes?"""
    return isinstance(found, dict) and found.get("schema") == SCHEMA


def manifest(shim: Plan) -> str:
    """The plan for programs, as JSON."""
    symbols = [
        {
            "name": s.symbol,
            "exported": s.exported,
            "recipe": s.recipe.name,
            "kind": s.recipe.kind,
            "fidelity": s.recipe.fidelity,
            "differs": _differs(s.recipe),
        }
        for s in shim.supplied
    ]
    content = {
        "schema": SCHEMA,
        "tool": {"name": "muslcheck", "version": __version__},
        "architecture": shim.arch,
        "target": shim.target,
        "library": shim.library,
        "stubs": list(shim.stubs),
        "loud": shim.loud,
        "symbols": symbols,
        "unsupplied": [{"name": name, "reason": reason} for name, reason in shim.unsupplied],
    }
    return json.dumps(content, indent=1) + "\n"


def readme(shim: Plan) -> str:
    """The page for people: how to build and use it, every symbol with its fidelity and what differs."""
    lines = [_INTRODUCTION.format(library=shim.library, version=__version__, shim=shim)]
    if shim.stubs:
        lines.append(_STUBS.format(names="`, `".join(shim.stubs)))
    lines.append(_FIDELITY)
    for s in shim.supplied:
        name = s.symbol if s.exported == s.symbol else f"{s.symbol} (as {s.exported})"
        lines.append(f"| `{name}` | {s.recipe.fidelity} | {_differs(s.recipe)} |\n")
    if shim.unsupplied:
        lines.append("\n## Not supplied\n\n| symbol | why |\n|---|---|\n")
        lines += [f"| `{name}` | {reason} |\n" for name, reason in shim.unsupplied]
    return "".join(lines)


def _differs(recipe: Recipe) -> str:
    return "" if recipe.differs == "-" else recipe.differs


_INTRODUCTION = """# {library}

glibc's symbols for programs on musl, made by `muslcheck shim` {version} for {shim.arch} and {shim.target}.
It exports the names below without versions, and nothing else.

Build: `make CC=musl-gcc` (or any compiler for musl), or `meson setup build && ninja -C build`.
Use: put `{library}` first among the DT_NEEDED entries of the program, or name it in LD_PRELOAD.

"""
_STUBS = """`{names}` are empty libraries of these names which load the shim:
musl's loader looks for a file where a program needs one of glibc's libraries.

"""
_FIDELITY = """Fidelity: *exact*: as glibc; *equivalent*: differs as said, which programs do not rely on;
*degraded*: works in part; *stub*: only lets the program load.
With MUSL_SHIM_LOUD set in the environment a stub says when it is called.

| symbol | fidelity | what differs |
|---|---|---|
"""

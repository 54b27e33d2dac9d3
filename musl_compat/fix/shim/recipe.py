"""Recipes: one C file per symbol or tight family, described by the comment at its top.

The header is the first comment of the file, one ``key: value`` per line; a line that is indented by three
blanks or more
continues the value above it. A recipe is found by its file: there is no list to edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from musl_compat.errors import MuslcheckError

RECIPES = Path(__file__).with_name("recipes")
INCLUDES = RECIPES / "include"
UNSUPPLIED = Path(__file__).with_name("unsupplied.tsv")

KINDS = ("alias", "wrapper", "implementation", "stub", "data", "internal")
FIDELITIES = ("exact", "equivalent", "degraded", "stub")
SCOPES = ("public", "private")
PRIVATE_PREFIX = "__mc_"
CONSTRUCTORS = "__gmon_start__"
"""The override that runs a library's constructors with arguments. It wants more than a renamed reference: the
tags DT_INIT_ARRAY and DT_INIT_ARRAYSZ replaced by ``MOVED_TAGS``."""
MOVED_TAGS = {25: 0x6D630019, 27: 0x6D63001B}
KEYS = ("recipe", "symbols", "kind", "glibc", "arch", "needs", "fidelity", "differs", "spec", "scope")


class RecipeError(MuslcheckError):
    """A recipe file, or the set of them, breaks a rule. The message begins with file and line."""


class Recipe(NamedTuple):
    """One recipe. ``arches`` is empty for any architecture; ``glibc`` holds the version nodes of x86_64 (of
    the recipe's
    first architecture when x86_64 is not among them); ``lines`` tells where each key stands, for messages.
    """

    name: str
    path: Path
    symbols: tuple[str, ...]
    kind: str
    glibc: tuple[str, ...]
    arches: tuple[str, ...]
    needs: tuple[str, ...]
    fidelity: str
    differs: str
    spec: str
    scope: str
    lines: Mapping[str, int]

    @property
    def internal(self) -> bool:
        """Whether the recipe only serves other recipes and exports nothing."""
        return self.kind == "internal"

    def exported(self, symbol: str) -> str:
        """The name under which the shim exports this symbol: an override has a private one."""
        return PRIVATE_PREFIX + symbol if self.scope == "private" else symbol

    def on(self, arch: str) -> bool:
        """Whether the recipe is meant for this architecture (musl's name for it)."""
        return not self.arches or arch in self.arches

    def at(self, key: str) -> str:
        """``file:line`` of a header key, for messages."""
        return f"{self.path}:{self.lines.get(key, 1)}"


def parse(path: Path) -> Recipe:
    """Read one recipe file; ``RecipeError`` names the file and the line."""
    fields, lines = _header(path)
    for key in KEYS:
        if key not in fields:
            raise RecipeError(f"{path}:1: the header has no '{key}:' line")
    recipe = Recipe(
        name=fields["recipe"],
        path=path,
        symbols=_words(fields["symbols"]),
        kind=fields["kind"],
        glibc=_words(fields["glibc"]),
        arches=() if fields["arch"] == "any" else _words(fields["arch"]),
        needs=_words(fields["needs"]),
        fidelity=fields["fidelity"],
        differs=fields["differs"],
        spec=fields["spec"],
        scope=fields["scope"],
        lines=lines,
    )
    _check_fields(recipe)
    return recipe


def _header(path: Path) -> tuple[dict[str, str], dict[str, int]]:
    text = path.read_text(encoding="utf-8")
    if not text.startswith("/* recipe:"):
        raise RecipeError(f"{path}:1: a recipe begins with '/* recipe: NAME'")
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    key = ""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == "*/":
            return fields, lines
        body = line[3:] if line.startswith("/* ") else line.removeprefix(" *")
        if body.startswith("   ") and key:
            fields[key] = f"{fields[key]} {body.strip()}".strip()
            continue
        key, colon, value = body.strip().partition(":")
        if not colon or key not in KEYS:
            raise RecipeError(
                f"{path}:{number}: expected one of {', '.join(KEYS)} followed by a colon, "
                f"found {body.strip()!r}"
            )
        if key in fields:
            raise RecipeError(f"{path}:{number}: a second '{key}:' line")
        fields[key] = value.strip()
        lines[key] = number
    raise RecipeError(f"{path}:1: the header comment is not closed by ' */' on a line of its own")


def _words(value: str) -> tuple[str, ...]:
    return () if value == "-" else tuple(value.split())


def _check_fields(recipe: Recipe) -> None:
    if recipe.name != recipe.path.stem:
        raise RecipeError(f"{recipe.at('recipe')}: recipe {recipe.name!r} in a file of another name")
    for key, value, allowed in (
        ("kind", recipe.kind, KINDS),
        ("fidelity", recipe.fidelity, FIDELITIES),
        ("scope", recipe.scope, SCOPES),
    ):
        if value not in allowed:
            raise RecipeError(f"{recipe.at(key)}: {key} {value!r} is none of {', '.join(allowed)}")
    if recipe.internal:
        if recipe.symbols or not recipe.name.startswith("_internal_"):
            raise RecipeError(
                f"{recipe.at('symbols')}: an internal recipe is named _internal_NAME and has no symbols ('-')"
            )
        return
    if not recipe.symbols:
        raise RecipeError(f"{recipe.at('symbols')}: no symbols")
    if len(set(recipe.symbols)) != len(recipe.symbols):
        raise RecipeError(f"{recipe.at('symbols')}: a symbol twice")
    if not recipe.spec or recipe.spec == "-":
        raise RecipeError(f"{recipe.at('spec')}: a recipe names its specification")
    if recipe.fidelity in ("degraded", "stub") and recipe.differs in ("", "-"):
        raise RecipeError(
            f"{recipe.at('differs')}: fidelity {recipe.fidelity} without a word on what differs"
        )


class Catalogue(NamedTuple):
    """All recipes by name, and by (symbol, scope): several where architectures have recipes of their own."""

    recipes: Mapping[str, Recipe]
    by_symbol: Mapping[tuple[str, str], tuple[Recipe, ...]]

    def find(self, symbol: str, arch: str, scope: str = "public") -> Recipe | None:
        """The recipe that supplies this symbol on this architecture, or None."""
        for recipe in self.by_symbol.get((symbol, scope), ()):
            if recipe.on(arch):
                return recipe
        return None

    def symbols(self, arch: str, scope: str = "public") -> list[str]:
        """Every symbol with a recipe on this architecture, sorted."""
        return sorted(
            s for (s, its_scope) in self.by_symbol if its_scope == scope and self.find(s, arch, scope)
        )

    def overrides(self, arch: str) -> frozenset[str]:
        """The names whose references a patched file can have renamed: functions that musl has too, with
        another meaning, or that share what they work on with such a function.
        """
        return frozenset(self.symbols(arch, "private")) - {CONSTRUCTORS}

    def with_needs(self, recipes: Iterable[Recipe]) -> list[Recipe]:
        """These recipes and all that they need, sorted by name."""
        found: dict[str, Recipe] = {}
        todo = list(recipes)
        while todo:
            recipe = todo.pop()
            if recipe.name not in found:
                found[recipe.name] = recipe
                todo.extend(self.recipes[need] for need in recipe.needs)
        return [found[name] for name in sorted(found)]


def catalogue_of(recipes: Iterable[Recipe]) -> Catalogue:
    """Index recipes and check what concerns the set: names and symbols unique, needs exist and have no
    cycle.
    """
    by_name: dict[str, Recipe] = {}
    by_symbol: dict[tuple[str, str], tuple[Recipe, ...]] = {}
    for recipe in recipes:
        if recipe.name in by_name:
            raise RecipeError(
                f"{recipe.at('recipe')}: recipe {recipe.name} is in {by_name[recipe.name].path} too"
            )
        by_name[recipe.name] = recipe
        for symbol in recipe.symbols:
            key = (symbol, recipe.scope)
            for other in by_symbol.get(key, ()):
                if not recipe.arches or not other.arches or set(recipe.arches) & set(other.arches):
                    raise RecipeError(
                        f"{recipe.at('symbols')}: {symbol} is supplied by recipe {other.name} too"
                    )
            by_symbol[key] = (*by_symbol.get(key, ()), recipe)
    for recipe in by_name.values():
        for need in recipe.needs:
            if need not in by_name:
                raise RecipeError(f"{recipe.at('needs')}: no recipe of the name {need!r}")
    _check_acyclic(by_name)
    return Catalogue(by_name, by_symbol)


def _check_acyclic(by_name: Mapping[str, Recipe]) -> None:
    done: set[str] = set()

    def visit(recipe: Recipe, chain: tuple[str, ...]) -> None:
        if recipe.name in chain:
            raise RecipeError(f"{recipe.at('needs')}: needs go round: {' -> '.join((*chain, recipe.name))}")
        if recipe.name in done:
            return
        for need in recipe.needs:
            visit(by_name[need], (*chain, recipe.name))
        done.add(recipe.name)

    for recipe in by_name.values():
        visit(recipe, ())


def load(folder: Path = RECIPES) -> Catalogue:
    """All recipes of a folder; ``RecipeError`` on the first that breaks a rule."""
    return catalogue_of(parse(path) for path in sorted(folder.glob("*.c")))


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The recipes of this package, read once."""
    return load()


class Unsupplied(NamedTuple):
    """A glibc symbol that has no recipe on purpose."""

    symbol: str
    arch: str
    reason: str
    line: int


def load_unsupplied(path: Path = UNSUPPLIED) -> list[Unsupplied]:
    """The reviewed list of symbols without a recipe: ``symbol<TAB>arch or any<TAB>reason``; a symbol may
    end in ``*``.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise RecipeError(f"{path}:{number}: expected symbol, architecture and reason, separated by tabs")
        rows.append(Unsupplied(cells[0], cells[1], cells[2], number))
    return rows


def unsupplied_reason(symbol: str, arch: str, rows: Iterable[Unsupplied]) -> str | None:
    """Why this symbol has no recipe, or None when the list does not name it. An exact name wins over a
    pattern.
    """
    found: str | None = None
    for row in rows:
        if row.arch not in ("any", arch):
            continue
        if row.symbol == symbol:
            return row.reason
        if row.symbol.endswith("*") and symbol.startswith(row.symbol[:-1]):
            found = row.reason
    return found

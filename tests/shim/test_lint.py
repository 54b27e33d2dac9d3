"""The invariants of the recipes, one test each, and of the reviewed list of what has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat import kb
from musl_compat.fix.shim import recipe
from musl_compat.kb import targets
from tests.shim import harness

GOOD = """/* recipe: NAME
 * symbols: one
 *   two
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C11 7.1
 * scope: public
 */
int one(void) { return 1; }
"""
# The architectures on which every name of glibc has a recipe or a reason.
CHECKED = ("x86_64", "i386", "aarch64")
# A program outside glibc cannot ask for these: version placeholders, and names whose version is
# GLIBC_PRIVATE on every machine.
LIBRARIES = (
    "libc",
    "libm",
    "libresolv",
    "libanl",
    "libmvec",
    "ld",
    "libdl",
    "libpthread",
    "librt",
    "libutil",
    "libnsl",
)


def put(folder: Path, name: str = "NAME", **changes: str) -> Path:
    text = GOOD.replace("NAME", name)
    for old, new in changes.items():
        line = next(line for line in text.splitlines() if line.startswith(f" * {old}:"))
        text = text.replace(line, new)
    path = folder / f"{name}.c"
    path.write_text(text, encoding="utf-8")
    return path


def test_header_gives_every_field(tmp_path: Path) -> None:
    found = recipe.parse(put(tmp_path))
    assert found.symbols == ("one", "two")
    assert (found.kind, found.glibc, found.arches, found.needs) == ("alias", ("GLIBC_2.2.5",), (), ())
    assert (found.fidelity, found.spec, found.scope) == ("exact", "C11 7.1", "public")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": " * kind: magic"}, r"NAME\.c:4: kind 'magic' is none of"),
        ({"fidelity": " * fidelity: good"}, r"NAME\.c:8: fidelity 'good'"),
        ({"fidelity": " * fidelity: stub"}, r"NAME\.c:9: fidelity stub without a word on what differs"),
        ({"spec": " * spec: -"}, r"NAME\.c:10: a recipe names its specification"),
        ({"scope": " * colour: red"}, r"NAME\.c:11: expected one of"),
        ({"needs": " * kind: stub"}, r"NAME\.c:7: a second 'kind:' line"),
        ({"scope": " * spec"}, r"NAME\.c:11: expected one of"),
        ({"symbols": " * symbols: two"}, r"NAME\.c:2: a symbol twice"),
    ],
)
def test_wrong_header_is_refused_with_file_and_line(
    tmp_path: Path, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(recipe.RecipeError, match=message):
        recipe.parse(put(tmp_path, **changes))


def test_missing_key_is_named(tmp_path: Path) -> None:
    path = put(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(" * scope: public\n", ""), encoding="utf-8")
    with pytest.raises(recipe.RecipeError, match="no 'scope:' line"):
        recipe.parse(path)


def test_file_without_a_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.c"
    path.write_text("int x;\n", encoding="utf-8")
    with pytest.raises(recipe.RecipeError, match=r"x\.c:1: a recipe begins with"):
        recipe.parse(path)


def test_symbol_of_two_recipes_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")
    with pytest.raises(recipe.RecipeError, match=r"b\.c:2: one is supplied by recipe a too"):
        recipe.load(tmp_path)


def test_same_symbol_may_have_a_recipe_for_each_architecture(tmp_path: Path) -> None:
    put(tmp_path, "a", arch=" * arch: x86_64")
    put(tmp_path, "b", arch=" * arch: aarch64")
    known = recipe.load(tmp_path)
    assert [known.find("one", arch).name for arch in ("x86_64", "aarch64")] == ["a", "b"]  # type: ignore[union-attr]
    assert known.find("one", "riscv64") is None


def test_unknown_need_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a", needs=" * needs: nobody")
    with pytest.raises(recipe.RecipeError, match=r"a\.c:7: no recipe of the name 'nobody'"):
        recipe.load(tmp_path)


def test_circle_of_needs_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a", needs=" * needs: b", symbols=" * symbols: s")
    put(tmp_path, "b", needs=" * needs: a", symbols=" * symbols: t")
    (tmp_path / "a.c").write_text((tmp_path / "a.c").read_text().replace(" *   two\n", ""))
    (tmp_path / "b.c").write_text((tmp_path / "b.c").read_text().replace(" *   two\n", ""))
    with pytest.raises(recipe.RecipeError, match="needs go round: a -> b -> a"):
        recipe.load(tmp_path)


def test_every_recipe_of_this_architecture_has_a_test_program() -> None:
    known = recipe.catalogue().recipes.values()
    wanted = {r.name for r in known if r.on(harness.ARCH) and not r.internal}
    assert wanted - _tested() == set()


def test_every_test_program_has_a_recipe() -> None:
    assert _tested() - set(recipe.catalogue().recipes) == set()


def _tested() -> set[str]:
    return {name for program in harness.test_programs().values() for name in program.recipes}


def test_glibc_versions_are_those_of_the_knowledge_base() -> None:
    wrong = []
    for one in recipe.catalogue().recipes.values():
        arch = "x86_64" if one.on("x86_64") else one.arches[0]
        nodes: set[str] = set()
        known = True
        for symbol in one.symbols:
            facts = kb.facts(symbol)
            entries = [e for e in facts.glibc if e.library in LIBRARIES] if facts else []
            here = {f"GLIBC_{v}" for e in entries for v, archs in e.nodes if arch in archs}
            known &= bool(here)
            nodes |= here
        if known and set(one.glibc) != nodes:
            wrong.append(f"{one.at('glibc')}: says {sorted(one.glibc)}, known are {sorted(nodes)}")
    assert wrong == []


def missing_names(arch: str) -> list[str]:
    """glibc's names for programs that no musl of the knowledge base's newest release exports."""
    target = targets.default()
    names = []
    table = kb.table()
    for row in range(len(table)):
        name = table.name(row)
        facts = kb.facts(name)
        here = facts and any(
            arch in archs for e in facts.glibc if e.library in LIBRARIES for _, archs in e.nodes
        )
        if here and target.answer(name, arch) == "missing":
            names.append(name)
    return names


@pytest.mark.parametrize("arch", CHECKED)
def test_every_name_that_musl_lacks_has_a_recipe_or_a_reviewed_reason(arch: str) -> None:
    known, reviewed = recipe.catalogue(), recipe.load_unsupplied()
    unknown = [
        name
        for name in missing_names(arch)
        if known.find(name, arch) is None and recipe.unsupplied_reason(name, arch, reviewed) is None
    ]
    assert unknown == []


def test_no_reviewed_reason_is_about_a_name_that_has_a_recipe() -> None:
    known = recipe.catalogue()
    rows = [r for r in recipe.load_unsupplied() if not r.symbol.endswith("*")]
    archs = [(r, a) for r in rows for a in (CHECKED if r.arch == "any" else (r.arch,))]
    assert [
        f"{recipe.UNSUPPLIED.name}:{r.line}: {r.symbol}" for r, arch in archs if known.find(r.symbol, arch)
    ] == []


def test_reviewed_list_without_tabs_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("# comment\nname any reason\n", encoding="utf-8")
    with pytest.raises(recipe.RecipeError, match=r"list\.tsv:2: expected symbol, architecture and reason"):
        recipe.load_unsupplied(path)

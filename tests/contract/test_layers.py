"""A module imports only from its own layer and those below it, as docs/architecture.md lists them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# High to low; modules of one line are of one layer.
LAYERS = [
    ["cli"],
    ["api"],
    ["report"],
    ["fix"],
    ["analysis"],
    ["rules", "origin"],
    ["loader"],
    ["kb"],
    ["inputs", "stack"],
    ["elf"],
    ["_core"],
    ["errors", "types", "__init__"],
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
BESIDE = "devtools"


def layer_of(module: str) -> str:
    """The layer of ``musl_compat.kb.targets`` is ``kb``; that of the package itself ``__init__``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(path: Path, module: str) -> set[str]:
    """The modules of this package that a file imports, type checking imports too."""
    found = set()
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {f"{base}.{alias.name}" for alias in node.names} if base == "musl_compat" else {base}
    return {name for name in found if name.split(".")[0] == "musl_compat"}


def violations(root: Path) -> list[str]:
    """Imports from a layer above, or from the devtools."""
    wrong = []
    for path in sorted((root / "musl_compat").rglob("*.py")):
        module = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        own = layer_of(module)
        if own == BESIDE:
            continue
        for name in sorted(imports(path, module)):
            other = layer_of(name)
            if other == BESIDE or RANK.get(other, RANK["__init__"]) < RANK[own]:
                wrong.append(f"{module} imports {name}")
    return wrong


def test_no_module_imports_from_a_layer_above() -> None:
    assert violations(ROOT) == []


def test_every_module_has_a_layer() -> None:
    names = {p.stem if p.suffix == ".py" else p.name for p in (ROOT / "musl_compat").iterdir() if _is_code(p)}
    assert names - {BESIDE} <= set(RANK)


def _is_code(path: Path) -> bool:
    return path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("kb/x.py", "from musl_compat.rules import rule\n"),
        ("kb/x.py", "def f():\n    import musl_compat.cli.check\n"),
        ("elf/x.py", "from ..loader import binding\n"),
        ("inputs/x.py", "from musl_compat import api\n"),
        ("cli/x.py", "from musl_compat.devtools import corpus\n"),
    ],
)
def test_an_import_from_above_is_seen(tmp_path: Path, file: str, text: str) -> None:
    path = tmp_path / "musl_compat" / file
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert len(violations(tmp_path)) == 1


def test_architecture_page_lists_the_layers_in_this_order() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("## Layers")[2].partition("\n## ")[0]
    rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| `")]
    listed = [cell.strip("` ").rstrip("/").removesuffix(".py") for row in rows for cell in row.split(",")]
    ranks = [RANK[name] for name in listed if name in RANK]
    assert ranks == sorted(ranks), listed
    assert {name for name in RANK if not name.startswith("_")} <= set(listed)

"""What an object asks of the shim that its bindings alone do not tell."""

from __future__ import annotations

from pathlib import Path

from tests.fix import harness

# As libraries built with older compilers refer to it. libgcc_s has the name as a hidden version only.
HIDDEN = """
extern unsigned __cpu_model[];
__asm__(".symver __cpu_model, __cpu_model@GCC_4.8.0");
unsigned vendor(void) { return __cpu_model[0]; }
"""


def test_a_hidden_version_of_libgcc_is_supplied_though_libgcc_was_not_looked_at(tmp_path: Path) -> None:
    libgcc = "-Wl,--push-state,--no-as-needed,-lgcc_s,--pop-state"
    library = harness.compile_c(tmp_path / "in", "libv.so", HIDDEN, "-fPIC", "-shared", libgcc)
    said = harness.fix(library, "--plan")
    assert "the shim for x86_64, 1 symbol" in said.out

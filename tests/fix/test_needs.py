"""What an object asks of the shim that its bindings alone do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.elf import ElfImage
from musl_compat.fix import needs
from musl_compat.kb import targets
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


# Two names as strings; one that the library has itself, a plain word, parts of longer strings, a name that
# musl has.
STRINGS = """
#include <dlfcn.h>
int gnu_dev_major(void) { return 0; }
static const char *const names[] = {"__sigaction", "gnu_get_libc_version", "gnu_dev_major", "error",
                                    "my malloc_trim", "fcntl64 ", "strlen"};
void *look_up(int i) { return LOOK_UP(names[i]); }
"""
TARGETS = [targets.get("musl:1.2.5")]
BY_NAME, NOT_AT_ALL = "-DLOOK_UP(name)=dlsym(0, name)", "-DLOOK_UP(name)=dlopen(name, 1)"


def at_run_time(path: Path) -> tuple[str, ...]:
    image = ElfImage.from_bytes(path.read_bytes())
    return needs.at_run_time(image, "x86_64", TARGETS, lambda: path.open("rb", buffering=0)).symbols


def test_names_that_an_object_looks_up_with_dlsym_are_asked_for(tmp_path: Path) -> None:
    library = harness.compile_c(tmp_path / "in", "libn.so", STRINGS, "-fPIC", "-shared", BY_NAME)
    assert at_run_time(library) == ("__sigaction", "gnu_get_libc_version")


def test_strings_of_an_object_that_looks_nothing_up_are_not_read(tmp_path: Path) -> None:
    library = harness.compile_c(tmp_path / "in", "libn.so", STRINGS, "-fPIC", "-shared", NOT_AT_ALL)
    image = ElfImage.from_bytes(library.read_bytes())
    asked = needs.at_run_time(image, "x86_64", TARGETS, lambda: pytest.fail("read"))
    assert not asked.asks_for_shim


def test_a_program_that_wraps_a_name_and_looks_up_the_next_gets_the_next(tmp_path: Path) -> None:
    source = (
        STRINGS.replace("gnu_dev_major(void)", "__sigaction(void)") + "int main(void) { return !look_up(0); }"
    )
    program = harness.compile_c(tmp_path / "in", "wraps", source, "-rdynamic", BY_NAME)
    assert "__sigaction" in at_run_time(program)

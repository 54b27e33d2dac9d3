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


# Three names of a libstdc++ for glibc that one for musl has otherwise or not at all; and one that both have.
CXX = """
#include <locale>
struct Facet : std::locale::facet {
	static void makes() { std::__c_locale made; _S_create_c_locale(made, "C"); _S_destroy_c_locale(made); }
};
void all() { Facet::makes(); new std::ctype<char>(nullptr, false, 0); throw std::bad_cast(); }
"""
CXX_NAMES = (
    "_ZNSt5ctypeIcEC1EPKtbm",
    "_ZNSt6locale5facet18_S_create_c_localeERP15__locale_structPKcS2_",
    "_ZNSt6locale5facet19_S_destroy_c_localeERP15__locale_struct",
)


def cxx_library(folder: Path) -> Path:
    return harness.compile_c(folder, "libx.so", CXX, "-fPIC", "-shared", compiler="g++", suffix=".cc")


def test_names_that_only_a_libstdcxx_for_glibc_has_are_known(tmp_path: Path) -> None:
    image = ElfImage.from_bytes(cxx_library(tmp_path / "in").read_bytes())
    assert needs.of_glibcs_cxx(image) == needs.Cxx(CXX_NAMES, False)


def test_file_that_needs_glibcs_libstdcxx_is_said_to_fail_unless_it_has_one(tmp_path: Path) -> None:
    alone = harness.fix("--plan", cxx_library(tmp_path / "in"))
    assert alone.code == 1
    assert f"only a libstdc++.so.6 built for glibc has {CXX_NAMES[0]}, ..." in alone.out
    assert "way round: --bundle brings libstdc++.so.6 along" in alone.out
    for options, given in (("--bundle",), tmp_path / "in/libx.so"), ((), tmp_path / "in"):
        runtime = harness.run(["gcc", "-print-file-name=libstdc++.so.6"], tmp_path).output.decode().strip()
        (tmp_path / "in/libstdc++.so.6").write_bytes(Path(runtime).read_bytes())
        said = harness.fix("--plan", *options, given)
        assert "only a libstdc++.so.6 built for glibc" not in said.out, said

"""Machine code of aarch64: edited objects do under qemu, on real musl, what they do with glibc."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache
from musl_compat.elf import ElfImage
from musl_compat.fix import edits
from musl_compat.fix.apply import apply
from musl_compat.fix.edits import Edit, Subject
from musl_compat.fix.needs import Needs
from musl_compat.kb import targets
from tests.fix import harness

pytestmark = pytest.mark.oracle

QEMU = "qemu-aarch64-static"
PROGRAM = """
#include <stdio.h>
static int answer(void) { return 41; }
static int (*choose(unsigned long hwcap, const void *more))(void) { return hwcap && more ? answer : 0; }
int chosen(void) __attribute__((ifunc("choose")));
static int (*volatile in_data)(void) = chosen;
static int early;
__attribute__((constructor)) static void before(void) { early = chosen(); }
int main(void)
{
	int (*volatile in_code)(void) = chosen;
	printf("%d %d %d %d\\n", chosen(), in_data(), in_code(), early);
	return 0;
}
"""


def planned(data: bytearray) -> list[Edit]:
    """The edits of a program that needs no shim."""
    target = targets.get("musl:1.2.5")
    image = ElfImage.from_bytes(data)
    needs = Needs(*[()] * len(Needs._fields))
    found, obstacles = edits.plan(
        Subject("program", image, "aarch64", target, needs, None, None, {}, 0, lambda: data)
    )
    assert obstacles == []
    return found


@pytest.mark.parametrize(
    "flags",
    [
        ("-fPIE", "-pie"),
        ("-fPIE", "-pie", "-Wl,-z,now"),
        ("-fPIE", "-pie", "-rdynamic"),
        ("-fno-pie", "-no-pie"),
        ("-fno-pie", "-no-pie", "-Wl,-z,norelro"),
    ],
    ids=" ".join,
)
def test_program_runs_its_resolvers(flags: tuple[str, ...], tmp_path: Path) -> None:
    given = harness.compile_c(
        tmp_path / "given", "program", PROGRAM, "-O1", *flags, compiler="aarch64-linux-gnu-gcc"
    )
    golden = harness.run([QEMU, "-L", "/usr/aarch64-linux-gnu", "./program"], given.parent)
    assert golden == harness.Ran(b"41 41 41 41\n", 0)
    given.write_bytes(apply(bytearray(given.read_bytes()), planned).data)
    for loader in cache.loaders("arm64"):
        assert harness.run([QEMU, str(loader.path), "./program"], given.parent) == golden, loader.version


OPENING = """
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
static long (*each)(int);
static void *run(void *unused) { return (void *)each(2); }
int main(void)
{
	pthread_t thread;
	void *result, *library = dlopen("./library.so", RTLD_NOW);
	if (!library)
		return puts(dlerror()), 1;
	each = (long (*)(int))dlsym(library, "each");
	printf("%ld\\n", each(1));
	pthread_create(&thread, 0, run, 0);
	pthread_join(thread, &result);
	printf("%ld %ld\\n", (long)result, each(0));
	return 0;
}
"""


IN_PLACE = ("-O1", "-fPIC", "-shared", "-ftls-model=initial-exec")


def loads_into_every_register() -> str:
    """A library whose ``each`` adds up a thread's variable, written through each register that may hold its
    place, and what the other registers held then.
    """
    body = []
    spared = (18, 27, 29)  # the platform's, the compiler's for the result, the frame's
    for n in set(range(31)) - set(spared):
        other = 16 if n == 17 else 17
        lines = [f"mov x{i}, {i}" for i in range(16)]
        lines += [f"adrp x{n}, :gottprel:counted", f"ldr x{n}, [x{n}, #:gottprel_lo12:counted]"]
        lines += [f"mrs x{other}, tpidr_el0", f"add x{n}, x{n}, x{other}", f"mov w{other}, {n + 1}"]
        lines += [f"str w{other}, [x{n}]", f"mov x{n}, 0", *(f"add x0, x0, x{i}" for i in range(1, 16))]
        clobbered = ", ".join(f'"x{i}"' for i in range(31) if i not in spared)
        text = "; ".join([*lines, "mov %0, x0"])
        body.append(f'__asm__ volatile("{text}" : "=r"(sum) : : {clobbered}, "memory");')
        body.append("all += sum + 1000 * counted;")
    return f"""
        #pragma GCC visibility push(hidden)
        __thread int before = 1, counted, kept = 3;
        #pragma GCC visibility pop
        long each(int n)
        {{
            long sum, all = kept += n;
            {" ".join(body)}
            return all + before;
        }}
    """


def test_library_with_initial_exec_tls_is_opened(tmp_path: Path) -> None:
    compiler = "aarch64-linux-gnu-gcc"
    folder = tmp_path / "given"
    harness.compile_c(folder, "program", OPENING, "-O1", "-pthread", compiler=compiler)
    source = loads_into_every_register()
    library = harness.compile_c(folder, "library.so", source, *IN_PLACE, compiler=compiler)
    golden = harness.run([QEMU, "-L", "/usr/aarch64-linux-gnu", "./program"], folder)
    assert golden.status == 0, golden
    bare = library.read_bytes()
    made = apply(bytearray(bare), planned).data
    for loader in cache.loaders("arm64"):
        library.write_bytes(bare)
        assert harness.run([QEMU, str(loader.path), "./program"], folder).status == 1, loader.version
        library.write_bytes(made)
        assert harness.run([QEMU, str(loader.path), "./program"], folder) == golden, loader.version

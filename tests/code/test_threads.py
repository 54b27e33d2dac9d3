"""Thread starts, the stack they get on musl, and whether it is enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.elf.code import Code
from musl_compat.stack import (
    Object,
    ThreadReport,
    ThreadVerdict,
    analyse,
    carrier,
    linker_flag,
    needed_stack,
    thread_budget,
)
from tests.support import compiled

HEAD = r"""
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
volatile int sink;
__attribute__((noipa)) static int eat(char *p) { sink += p[0]; return sink; }
__attribute__((noipa)) static int big(int a) { char b[200000]; memset(b, a, sizeof b); return eat(b); }
__attribute__((noipa)) static int small(int a) { char b[2000]; memset(b, a, sizeof b); return eat(b); }
__attribute__((noipa)) static int again(int a) {
  char b[500];
  memset(b, a, 500);
  return a ? again(a - 1) + eat(b) : 0;
}
__attribute__((noipa)) static int any(int a) { char *b = alloca(a); memset(b, a, a); return eat(b); }
__attribute__((noipa)) static int through(int (*f)(int), int a) { return f(a); }
static pthread_t t;
"""
START = "int main(void) {{ {} pthread_join(t, 0); return 0; }}"
PLAIN = START.format("pthread_create(&t, 0, run, 0);")
SIZED = START.format(
    "pthread_attr_t a; pthread_attr_init(&a); pthread_attr_setstacksize(&a, 1 << 20);"
    "pthread_create(&t, &a, run, 0);"
)
RUN = "static void *run(void *x) {{ return (void *)(long)({}); }}\n"
FLAGS = {"O0": ("-O0",), "O2": ("-O2",), "no-tables": ("-O2", *compiled.NO_TABLES)}


def report(folder: Path, text: str, flags: tuple[str, ...] = ("-O2",), **more: str) -> list[ThreadReport]:
    name = "a.cc" if "std::thread" in text else "a.c"
    program = compiled.build(folder, {name: text}, flags, more.get("cc", "gcc"), ("-pthread",))
    if more.get("strip"):
        program = compiled.stripped(program)
    return analyse([Object("program", Code.from_bytes(program.read_bytes()))], (1, 2, 5)).threads


def only(folder: Path, body: str, start: str = PLAIN, flags: tuple[str, ...] = ("-O2",)) -> ThreadReport:
    found = report(folder, HEAD + RUN.format(body) + start, flags)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("flags", FLAGS.values(), ids=FLAGS)
def test_a_frame_above_the_default_overflows(tmp_path: Path, flags: tuple[str, ...]) -> None:
    found = only(tmp_path, "big(1)", flags=flags)
    assert found.verdict is ThreadVerdict.OVERFLOWS
    assert found.size == 128 * 1024
    assert found.depth is not None
    assert 200000 < found.depth < 205000
    assert [step.name for step in found.path][:2] == ["run", "big"]


@pytest.mark.parametrize("flags", FLAGS.values(), ids=FLAGS)
def test_a_thread_that_asks_for_enough_is_not_flagged(tmp_path: Path, flags: tuple[str, ...]) -> None:
    found = only(tmp_path, "big(1)", SIZED, flags)
    assert (found.verdict, found.size) == (ThreadVerdict.FITS, 1 << 20)


def test_an_attribute_without_a_size_counts_as_none(tmp_path: Path) -> None:
    start = START.format("pthread_attr_t a; pthread_attr_init(&a); pthread_create(&t, &a, run, 0);")
    assert only(tmp_path, "big(1)", start).verdict is ThreadVerdict.OVERFLOWS


def test_a_small_thread_fits(tmp_path: Path) -> None:
    assert only(tmp_path, "small(1)").verdict is ThreadVerdict.FITS


def test_what_only_a_callback_needs_is_a_possibility(tmp_path: Path) -> None:
    assert only(tmp_path, "through(big, 1)").verdict is ThreadVerdict.MAY_OVERFLOW


def test_the_main_thread_does_not_count(tmp_path: Path) -> None:
    start = START.format("big(1); pthread_create(&t, 0, run, 0);")
    assert only(tmp_path, "small(1)", start).verdict is ThreadVerdict.FITS


def test_recursion_says_how_many_turns_there_is_room_for(tmp_path: Path) -> None:
    found = only(tmp_path, "again((int)(long)x)")
    assert found.verdict is ThreadVerdict.RECURSES
    assert 500 <= found.turn <= 700
    assert 180 <= found.turns <= 260


def test_alloca_is_unbounded(tmp_path: Path) -> None:
    assert only(tmp_path, "any((int)(long)x)").verdict is ThreadVerdict.UNBOUNDED


def test_an_entry_that_is_not_known_never_fits(tmp_path: Path) -> None:
    start = "void *(*volatile which)(void *) = run;" + START.format("pthread_create(&t, 0, which, 0);")
    assert only(tmp_path, "small(1)", start).verdict is ThreadVerdict.UNKNOWN


def test_a_wrapper_passes_the_entry_on(tmp_path: Path) -> None:
    start = (
        "__attribute__((noipa)) int spawn(void *(*f)(void *)) { return pthread_create(&t, 0, f, 0); }"
        + START.format("spawn(run);")
    )
    assert only(tmp_path, "big(1)", start).verdict is ThreadVerdict.OVERFLOWS


def test_a_number_that_equals_an_address_is_no_entry(tmp_path: Path) -> None:
    start = (
        "__attribute__((noipa)) int spawn(void *(*f)(void *), long n) { return pthread_create(&t, 0, f, 0); }"
        + "void *(*volatile which)(void *) = run;"
        + START.format("spawn(which, 0x1000);")  # where linkers put _init
    )
    assert only(tmp_path, "small(1)", start).start.entry is None


@pytest.mark.skipif(not compiled.HAS_CXX, reason="no g++")
@pytest.mark.parametrize("strip", ["", "yes"])
def test_std_thread_is_found_through_its_vtable(tmp_path: Path, strip: str) -> None:
    text = r"""
#include <thread>
#include <cstring>
volatile int sink;
__attribute__((noipa)) static int big(int a) { volatile char b[200000]; b[a] = 1; return b[a + 1]; }
int main(int argc, char **) { std::thread t([argc] { sink += big(argc); }); t.join(); return 0; }
"""
    found = report(tmp_path, text, strip=strip)
    assert [(f.start.maker, f.verdict) for f in found] == [("std::thread", ThreadVerdict.OVERFLOWS)]


@pytest.mark.skipif("aarch64-linux-gnu-gcc" not in compiled.COMPILERS, reason="no compiler for aarch64")
def test_aarch64_threads_are_judged_alike(tmp_path: Path) -> None:
    text = HEAD + RUN.format("big(1)")
    over = report(tmp_path / "a", text + PLAIN, cc="aarch64-linux-gnu-gcc")
    assert [f.verdict for f in over] == [ThreadVerdict.OVERFLOWS]
    fits = report(tmp_path / "b", text + SIZED, cc="aarch64-linux-gnu-gcc")
    assert [(f.verdict, f.size) for f in fits] == [(ThreadVerdict.FITS, 1 << 20)]


def test_a_library_of_the_closure_is_followed(tmp_path: Path) -> None:
    deep = "int deep(int a) { volatile char b[300000]; b[a] = 1; return b[a + 1]; }"
    library = compiled.build(tmp_path / "l", {"l.c": deep}, ("-O2", "-fPIC"), link=("-shared",))
    text = "int deep(int);" + HEAD + RUN.format("deep(1)") + PLAIN
    program = compiled.build(tmp_path / "p", {"p.c": text}, ("-O2",), link=("-pthread", str(library)))
    objects = [Object(p.name, Code.from_bytes(p.read_bytes())) for p in (program, library)]
    alone, closure = analyse(objects[:1], (1, 2, 5)), analyse(objects, (1, 2, 5))
    assert alone.threads[0].verdict is ThreadVerdict.FITS
    assert closure.threads[0].verdict is ThreadVerdict.OVERFLOWS
    assert [step.name for step in closure.threads[0].path][:2] == ["run", "deep"]


@pytest.mark.parametrize(
    ("version", "asked", "size"),
    [
        ((1, 1, 20), [0], 80 << 10),
        ((1, 1, 20), [8 << 20], 80 << 10),
        ((1, 1, 21), [0], 128 << 10),
        ((1, 2, 5), [64 << 10], 128 << 10),
        ((1, 2, 5), [256 << 10], 256 << 10),
        ((1, 2, 5), [0, 1 << 20, 512 << 10], 1 << 20),
        ((1, 2, 5), [16 << 20], 8 << 20),
        (None, [0], 128 << 10),
    ],
)
def test_the_budget_is_the_largest_request_up_to_the_cap(
    version: tuple[int, ...] | None, asked: list[int], size: int
) -> None:
    assert thread_budget(version, [(str(i), n) for i, n in enumerate(asked)]).size == size


@pytest.mark.parametrize(
    ("body", "start", "size"),
    [
        ("big(1)", PLAIN, 256 << 10),
        ("big(1)", SIZED, None),
        ("small(1)", PLAIN, None),
        ("through(big, 1)", PLAIN, 256 << 10),
        ("again((int)(long)x)", PLAIN, 8 << 20),
        ("any((int)(long)x)", PLAIN, 8 << 20),
        ("big(again((int)(long)x))", PLAIN, 8 << 20),
    ],
)
def test_the_stack_that_is_needed_is_the_deepest_paths_or_what_glibc_gives(
    tmp_path: Path, body: str, start: str, size: int | None
) -> None:
    program = compiled.build(tmp_path, {"a.c": HEAD + RUN.format(body) + start}, ("-O2",), link=("-pthread",))
    found = analyse([Object("program", Code.from_bytes(program.read_bytes()))], (1, 2, 5))
    assert needed_stack(found) == size


def test_nothing_is_needed_of_a_program_that_asks_for_enough(tmp_path: Path) -> None:
    text = HEAD + RUN.format("big(1)") + PLAIN
    program = compiled.build(tmp_path, {"a.c": text}, ("-O2",), link=("-pthread", linker_flag(256 << 10)))
    found = analyse([Object("program", Code.from_bytes(program.read_bytes()))], (1, 2, 5))
    assert (found.budget.size, needed_stack(found)) == (256 << 10, None)
    assert linker_flag(256 << 10) in carrier(256 << 10)


def test_who_enters_a_cycle_anywhere_can_leave_it_by_its_deepest_way(tmp_path: Path) -> None:
    """The search comes to ``turn`` first by way of ``over``, where the way back to it is already open."""
    text = HEAD + (
        "int turn(int); int over(int);"
        "__attribute__((noipa)) int turn(int a) { return a > 3 ? over(a - 1) + eat((char *)&a) : a; }"
        "__attribute__((noipa)) int over(int a) { return a > 9 ? big(a) + 1 : turn(a) + eat((char *)&a); }"
        "static void *one(void *x) { return (void *)(long)over(7); }"
        "static void *two(void *x) { return (void *)(long)turn(7); }"
    )
    start = START.format("pthread_create(&t, 0, one, 0); pthread_create(&t, 0, two, 0);")
    found = report(tmp_path, text + start)
    assert [f.verdict for f in found] == [ThreadVerdict.OVERFLOWS] * 2
    for thread in found:
        names = [step.name for step in thread.path]
        assert names[0] in ("one", "two")
        assert "big" in names
        assert len(names) == len(set(names))
        assert sum(step.frame for step in thread.path if not step.tail) == thread.depth


TABLE = "static int few(int a) { return a; }static int (*const table[])(int) = {few, %s};" + RUN.format(
    "table[*(volatile int *)x](1)"
)


@pytest.mark.parametrize(("name", "verdict"), [("big", "POINTERS"), ("small", "FITS")])
def test_a_pointer_may_lead_to_the_deepest_function_whose_address_is_held(
    tmp_path: Path, name: str, verdict: str
) -> None:
    (found,) = report(tmp_path, HEAD + TABLE % name + PLAIN)
    assert found.verdict is ThreadVerdict[verdict]
    assert (found.path[0].name == "big") is (verdict == "POINTERS")


def test_a_thread_that_calls_no_pointer_does_not_reach_what_pointers_lead_to(tmp_path: Path) -> None:
    text = HEAD + "int (*const table[])(int) = {big};" + RUN.format("small(1)") + PLAIN
    (found,) = report(tmp_path, text)
    assert found.verdict is ThreadVerdict.FITS


def test_the_size_of_a_stack_that_the_program_brings_is_its_third_argument(tmp_path: Path) -> None:
    start = "static char memory[1 << 20];" + START.format(
        "pthread_attr_t a; pthread_attr_init(&a); pthread_attr_setstack(&a, memory, 1 << 20);"
        "pthread_create(&t, &a, run, 0);"
    )
    found = only(tmp_path, "big(1)", start)
    assert (found.verdict, found.size) == (ThreadVerdict.FITS, 1 << 20)


@pytest.mark.parametrize(("size", "verdict"), [("1 << 20", "FITS"), ("160 << 10", "OVERFLOWS")])
def test_a_default_that_the_program_sets_counts(tmp_path: Path, size: str, verdict: str) -> None:
    start = "int pthread_setattr_default_np(const pthread_attr_t *);" + START.format(
        f"pthread_attr_t a; pthread_attr_init(&a); pthread_attr_setstacksize(&a, {size});"
        "pthread_setattr_default_np(&a); pthread_create(&t, 0, run, 0);"
    )
    assert only(tmp_path, "big(1)", start).verdict is ThreadVerdict[verdict]


def test_a_default_of_a_size_that_is_not_known_leaves_it_unknown(tmp_path: Path) -> None:
    start = (
        "int pthread_setattr_default_np(const pthread_attr_t *); volatile unsigned long size = 1 << 20;"
        + START.format(
            "pthread_attr_t a; pthread_attr_init(&a); pthread_attr_setstacksize(&a, size);"
            "pthread_setattr_default_np(&a); pthread_create(&t, 0, run, 0);"
        )
    )
    assert only(tmp_path, "big(1)", start).verdict is ThreadVerdict.UNKNOWN


MAKERS = {
    "g_thread_new": (
        "void *g_thread_new(const char *, void *(*)(void *), void *);",
        'g_thread_new("n", run, 0);',
    ),
    "g_thread_pool_new": (
        "void *g_thread_pool_new(void *(*)(void *), void *, int, int, void *);",
        "g_thread_pool_new(run, 0, 1, 0, 0);",
    ),
    "thrd_create": ("int thrd_create(void *, void *(*)(void *), void *);", "thrd_create(&t, run, 0);"),
    "SDL_CreateThread": (
        "void *SDL_CreateThread(void *(*)(void *), const char *, void *);",
        'SDL_CreateThread(run, "n", 0);',
    ),
}


@pytest.mark.parametrize(("maker", "lines"), MAKERS.items(), ids=MAKERS)
def test_a_librarys_way_to_start_a_thread_is_known(
    tmp_path: Path, maker: str, lines: tuple[str, str]
) -> None:
    text = HEAD + RUN.format("big(1)") + lines[0] + START.format(lines[1])
    program = compiled.build(tmp_path, {"a.c": text}, ("-O2", "-fPIC"), link=("-shared",))
    (found,) = analyse([Object("program", Code.from_bytes(program.read_bytes()))], (1, 2, 5)).threads
    assert (found.start.maker, found.verdict) == (maker, ThreadVerdict.OVERFLOWS)


def test_a_thread_of_libuv_gets_what_it_gets_on_glibc(tmp_path: Path) -> None:
    text = HEAD + RUN.format("big(1)") + "int uv_thread_create(void *, void *(*)(void *), void *);"
    text += START.format("uv_thread_create(&t, run, 0);")
    program = compiled.build(tmp_path, {"a.c": text}, ("-O2", "-fPIC"), link=("-shared",))
    (found,) = analyse([Object("program", Code.from_bytes(program.read_bytes()))], (1, 2, 5)).threads
    assert (found.verdict, found.size) == (ThreadVerdict.FITS, 2 << 20)


BASE_CLASS = r"""
namespace boost { namespace detail {
struct thread_data_base { virtual ~thread_data_base(); virtual void run() = 0; virtual void notify() = 0; };
} }
struct middle : boost::detail::thread_data_base { void notify() override {} };
volatile int sink;
__attribute__((noipa)) static int big(int a) { volatile char b[200000]; b[a] = 1; return b[a + 1]; }
struct data : middle { void run() override { sink += big(sink); } };
boost::detail::thread_data_base *make() { return new data; }
"""


@pytest.mark.skipif(not compiled.HAS_CXX, reason="no g++")
@pytest.mark.parametrize("strip", ["", "yes"])
def test_a_class_that_descends_from_a_thread_class_runs_on_a_thread(tmp_path: Path, strip: str) -> None:
    library = compiled.build(tmp_path, {"a.cc": BASE_CLASS}, ("-O2", "-fPIC"), link=("-shared",))
    if strip:
        library = compiled.stripped(library)
    (found,) = analyse([Object("library", Code.from_bytes(library.read_bytes()))], (1, 2, 5)).threads
    assert (found.start.maker, found.verdict) == ("boost::thread", ThreadVerdict.OVERFLOWS)


def test_the_longest_walk_around_a_large_circle_is_no_path(tmp_path: Path) -> None:
    """Forty functions of 4,000 bytes in a circle: each alone fits, all at once do not."""
    calls = "".join(f"int f{i}(int);" for i in range(40))
    bodies = "".join(
        f"__attribute__((noipa)) int f{i}(int a) {{ char b[4000]; memset(b, a, 4000);"
        f" return a ? f{(i + 1) % 40}(a - 1) + eat(b) : eat(b); }}"
        for i in range(40)
    )
    (found,) = report(tmp_path, HEAD + calls + bodies + RUN.format("f0((int)(long)x)") + PLAIN)
    assert found.verdict is ThreadVerdict.RECURSES
    assert found.turn > 160_000
    assert found.depth is not None
    assert found.depth < 10_000

"""What is said of a thread's stack happens when the program runs on a real musl."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache
from musl_compat.elf.code import Code
from musl_compat.stack import Object, ThreadVerdict, analyse
from tests.support import compiled

pytestmark = pytest.mark.oracle

PROGRAM = r"""
#include <pthread.h>
__attribute__((noipa)) static int eat(volatile char *p, int n) { p[n] = 1; return p[n / 2]; }
__attribute__((noipa)) static int frame(int a) { volatile char b[SIZE]; b[0] = 1; return eat(b, a) + b[1]; }
static void *run(void *x) { return (void *)(long)frame(*(int *)x); }
int main(int argc, char **argv) {
  pthread_t t;
  pthread_attr_t a;
  pthread_attr_init(&a);
  if (ASK)
    pthread_attr_setstacksize(&a, ASK);
  if (pthread_create(&t, ASK ? &a : 0, run, &argc) != 0)
    return 2;
  return pthread_join(t, 0);
}
"""
# bytes of the frame, bytes asked for, p_memsz: does it fit from 1.1.21 on?
CASES = [
    (1000, 0, 0, True),
    (100_000, 0, 0, True),
    (128_000, 0, 0, True),
    (150_000, 0, 0, False),
    (1_000_000, 0, 0, False),
    (1_000_000, 1 << 20, 0, True),
    (1_000_000, 0, 1 << 20, True),
    (200_000, 0, 64 << 10, False),
    (8_300_000, 0, 8 << 20, True),
    (12_000_000, 0, 16 << 20, False),
]


@pytest.mark.parametrize("musl", cache.loaders(), ids=lambda musl: musl.version)
@pytest.mark.parametrize(("size", "ask", "memsz", "fits"), CASES)
def test_a_thread_overflows_exactly_when_it_is_said_to(
    tmp_path: Path, musl: cache.Loader, size: int, ask: int, memsz: int, fits: bool
) -> None:
    flags = ("-O2", f"-DSIZE={size}", f"-DASK={ask}")
    program = compiled.build(
        tmp_path, {"p.c": PROGRAM}, flags, link=("-pthread", f"-Wl,-z,stack-size={memsz}")
    )
    version = tuple(int(part) for part in musl.version.split("."))
    threads = analyse([Object(str(program), Code.from_bytes(program.read_bytes()))], version).threads
    assert [t.verdict for t in threads] == [ThreadVerdict.FITS if fits else ThreadVerdict.OVERFLOWS]
    done = subprocess.run([str(musl.path), str(program)], check=False, timeout=60)
    assert done.returncode == (0 if fits else -signal.SIGSEGV)

"""Fuzz the core under ASan and UBSan with libFuzzer: ``python tests/fuzz/run.py --runs 1000000``.

Seeds are small files of every class and byte order from the ELF writer, and small objects of this system
when there are some, or the files of ``--seeds``. A crash goes to ``--keep``, the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from musl_compat.kb import compile as kb_compile  # noqa: E402  (the path is set above)
from tests.support import samples  # noqa: E402

MAX_BYTES = 65536
FLAGS = ("-g", "-std=gnu11", "-fno-sanitize-recover=all", "-DMC_CHECKED", f"-I{ROOT / 'csrc'}")
GUIDED = ("-O1", "-fsanitize=fuzzer,address,undefined")
BLIND = ("-O2", "-fsanitize=address,undefined")


def compile_core(folder: Path, blind: bool) -> list[Path]:
    """The object files of the core, which every target is linked with."""
    flags = (*FLAGS, *(BLIND if blind else GUIDED))
    sources = sorted((ROOT / "csrc").glob("mc_*.c"))

    def one(source: Path) -> Path:
        made = folder / f"{source.stem}.o"
        subprocess.run(["clang", *flags, "-c", str(source), "-o", str(made)], check=True)
        return made

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, sources))


def build(folder: Path, name: str, core: list[Path]) -> Path:
    """Compile a target."""
    target = folder / name
    command = ["clang", *FLAGS, *GUIDED, str(HERE / f"{name}.c"), *map(str, core)]
    subprocess.run([*command, "-o", str(target)], check=True)
    return target


def seed(folder: Path, more: Path | None) -> None:
    """Write the first inputs: those of ``more``, or what there is everywhere."""
    if more:
        for i, path in enumerate(sorted(p for p in more.rglob("*") if p.is_file())):
            (folder / f"given{i}").write_bytes(path.read_bytes())
        return
    for name, data in samples.every().items():
        (folder / name).write_bytes(data)
    for i, path in enumerate(samples.system_objects(limit=24, below=MAX_BYTES)):
        (folder / f"system{i}").write_bytes(path.read_bytes())
    for i, table in enumerate(tables()):
        (folder / f"0table{i}").write_bytes(table)


def tables() -> list[bytes]:
    """Small lookup tables; the first has names that real objects refer to, and of files that they need."""
    names = {"puts", "printf", "__printf_chk", "open64", "stdout", "__libc_start_main", "abcdefgh", "ab", "c"}
    rich = kb_compile.Table(names | {"libc.so.6"})
    for members in ({"puts", "printf"}, {"libc.so.6"}, names, {"open64"}):
        rich.plane(members)
    rich.column({name: len(name) for name in names})
    return [rich.pack("\nS\tseed\n"), kb_compile.Table({"x"}).pack("")]


def main() -> int:
    """Build, seed, run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", action="append", help="a target, by default each fuzz_*.c in turn")
    parser.add_argument("--runs", type=int, default=-1, help="inputs to try")
    parser.add_argument("--seconds", type=int, default=0, help="stop after this time")
    parser.add_argument(
        "--seeds", type=Path, help="folder with further first inputs, real objects of one machine"
    )
    parser.add_argument(
        "--blind", action="store_true", help="mutate without a look at coverage: many more inputs a second"
    )
    parser.add_argument("--max-bytes", type=int, default=MAX_BYTES, help="size of the largest input")
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-crashes"), help="folder for inputs that crash"
    )
    args = parser.parse_args()
    if args.runs < 0 and not args.seconds:
        args.seconds = 20
    names = args.target or sorted(path.stem for path in HERE.glob("fuzz_*.c"))
    with tempfile.TemporaryDirectory() as folder:
        core = compile_core(Path(folder), args.blind)
        return max(run(name, core, args) for name in names)


def run(name: str, core: list[Path], args: argparse.Namespace) -> int:
    """Build one target, seed it, run it: 1 when it crashed."""
    keep: Path = args.keep
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "corpus").mkdir()
        seed(work / "corpus", args.seeds)
        keep.mkdir(exist_ok=True)
        command = [
            str(build(work, name, core)),
            str(work / "corpus"),
            f"-runs={args.runs}",
            f"-max_total_time={args.seconds}",
            f"-max_len={args.max_bytes}",
            f"-artifact_prefix={keep}/{name}-",
            "-print_final_stats=1",
            "-timeout=10",
            "-rss_limit_mb=1024",
        ]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    lines = done.stderr.splitlines()
    print(f"{name}:", *(lines[-12:] if done.returncode == 0 else lines[-60:]), sep="\n")
    if not any(keep.iterdir()):
        keep.rmdir()
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())

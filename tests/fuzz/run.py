"""Fuzz the core under ASan and UBSan with libFuzzer: ``python tests/fuzz/run.py --runs 1000000``.

Seeds are small files of every class and byte order from the ELF writer, and small objects of this system
when there are some. A crash is written to ``--keep`` and the exit code is 1. ``--seconds 20`` is the run of CI.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.support import samples  # noqa: E402  (the path is set above)

MAX_BYTES = 65536
FLAGS = (
    "-g",
    "-O1",
    "-std=gnu11",
    "-fsanitize=fuzzer,address,undefined",
    "-fno-sanitize-recover=all",
    "-DMC_CHECKED",
)


def build(folder: Path) -> Path:
    """Compile the target."""
    target = folder / "fuzz_image"
    sources = sorted(str(p) for p in (ROOT / "csrc").glob("mc_*.c"))
    command = ["clang", *FLAGS, f"-I{ROOT / 'csrc'}", str(HERE / "fuzz_image.c"), *sources, "-o", str(target)]
    subprocess.run(command, check=True)
    return target


def seed(folder: Path) -> None:
    """Write the first inputs."""
    for name, data in samples.every().items():
        (folder / name).write_bytes(data)
    for i, path in enumerate(samples.system_objects(limit=24, below=MAX_BYTES)):
        (folder / f"system{i}").write_bytes(path.read_bytes())


def main() -> int:
    """Build, seed, run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=-1, help="inputs to try")
    parser.add_argument("--seconds", type=int, default=0, help="stop after this time")
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-crashes"), help="folder for inputs that crash"
    )
    args = parser.parse_args()
    if args.runs < 0 and not args.seconds:
        args.seconds = 20
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "corpus").mkdir()
        seed(work / "corpus")
        args.keep.mkdir(exist_ok=True)
        command = [
            str(build(work)),
            str(work / "corpus"),
            f"-runs={args.runs}",
            f"-max_total_time={args.seconds}",
            f"-max_len={MAX_BYTES}",
            f"-artifact_prefix={args.keep}/",
            "-print_final_stats=1",
            "-timeout=10",
            "-rss_limit_mb=1024",
        ]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    lines = done.stderr.splitlines()
    print("\n".join(lines[-12:] if done.returncode == 0 else lines[-60:]))
    if not any(args.keep.iterdir()):
        args.keep.rmdir()
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())

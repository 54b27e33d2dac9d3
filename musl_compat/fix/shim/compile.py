"""Compiles a generated shim with a compiler for musl, and checks the result with the project's own ELF
reader.
"""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from musl_compat.elf import ElfImage
from musl_compat.elf.names import arch_of
from musl_compat.errors import ElfError, MuslcheckError, UsageError
from musl_compat.fix.shim import buildfiles, zig_runtime
from musl_compat.fix.shim.generate import Plan
from musl_compat.kb.targets import Target

# Says which libc the compiler's headers belong to: musl's define no macro, glibc's __GLIBC__.
_PROBE = "#include <features.h>\n#ifdef __GLIBC__\n#error glibc\n#endif\nint probe;\n"
# musl's architecture -> zig's name of the target.
_ZIG_ARCHS = {
    "aarch64": "aarch64-linux-musl",
    "armhf": "arm-linux-musleabihf",
    "i386": "x86-linux-musl",
    "powerpc64le": "powerpc64le-linux-musl",
    "riscv64": "riscv64-linux-musl",
    "s390x": "s390x-linux-musl",
    "x86_64": "x86_64-linux-musl",
    "loongarch64": "loongarch64-linux-musl",
}
_STB_GLOBAL, _STB_WEAK, _STB_GNU_UNIQUE = 1, 2, 10
_STV_HIDDEN, _STV_INTERNAL = 2, 1


class CompileError(MuslcheckError):
    """The compiler failed, or what it made is not the library that was asked for."""


class Compiler(NamedTuple):
    """A compiler that makes objects for musl on one architecture."""

    command: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The command as a person would type it."""
        return shlex.join(self.command)


def find_compiler(arch: str, given: str | None = None) -> Compiler:
    """The compiler named, or the first for musl and this architecture: cc, musl-gcc, ARCH-linux-musl-gcc,
    zig cc.

    Raises UsageError with what was tried and why it would not do.
    """
    if given:
        command = tuple(shlex.split(given))
        why = _unfit(command, arch)
        if why:
            raise UsageError(f"--cc {given}: {why}")
        return Compiler(command)
    tried = []
    for command in _candidates(arch):
        why = _unfit(command, arch)
        if not why:
            return Compiler(command)
        tried.append(f"{command[0] if len(command) < 3 else shlex.join(command)}: {why}")
    raise UsageError(
        f"no compiler for musl on {arch} found ({'; '.join(tried)}). "
        "Install musl-tools, use Alpine's gcc, or pip install ziglang; or name one with --cc"
    )


def _candidates(arch: str) -> Iterator[tuple[str, ...]]:
    yield ("cc",)
    yield ("musl-gcc",)
    yield (f"{arch}-linux-musl-gcc",)
    zig = _ZIG_ARCHS.get(arch)
    if zig is None:
        return
    if shutil.which("zig"):
        yield ("zig", "cc", "-target", zig)
    elif importlib.util.find_spec("ziglang") is not None:
        yield (sys.executable, "-m", "ziglang", "cc", "-target", zig)


def _unfit(command: Sequence[str], arch: str) -> str:
    """Why this command cannot make the shim, or nothing: judged by an object that it compiles."""
    if not command or shutil.which(command[0]) is None:
        return "not found"
    with tempfile.TemporaryDirectory(prefix="muslcheck-") as folder:
        Path(folder, "probe.c").write_text(_PROBE, encoding="ascii")
        done = _run([*command, "-c", "-o", "probe.o", "probe.c"], Path(folder))
        if done.returncode:
            return (
                "its headers are glibc's"
                if "error glibc" in done.stderr
                else f"fails: {_last_line(done.stderr)}"
            )
        try:
            made = arch_of(ElfImage.from_bytes(Path(folder, "probe.o").read_bytes()))
        except ElfError as error:
            return f"makes no ELF objects ({error})"
    # A relocatable object does not tell the floating-point calling convention of 32-bit ARM.
    same = made == arch or ((made or "").startswith("arm") and arch.startswith("arm"))
    return "" if same else f"makes objects for {made}, not {arch}"


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False
    )


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "error" in line), lines[-1] if lines else "no message")


def build(shim: Plan, folder: Path, compiler: Compiler, target: Target) -> Path:
    """Compile the generated directory in place and check the library. Objects do not stay.

    Raises CompileError with the compiler's own words.
    """
    flags = buildfiles.cflags(shim.arch, shim.loud)
    with tempfile.TemporaryDirectory(prefix="muslcheck-") as scratch:
        objects = [f"{scratch}/{recipe.name}.o" for recipe in shim.sources]

        def compile_one(name: str) -> None:
            command = [*compiler.command, *flags, "-c", "-o", f"{scratch}/{name}.o", f"src/{name}.c"]
            _must(command, folder, f"src/{name}.c")

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(compile_one, [recipe.name for recipe in shim.sources]))
        arguments = buildfiles.link_arguments(shim.library)
        if zig_runtime.is_zig(compiler.command):
            # Its linker does not know the option: calls between recipes can then be interposed.
            arguments = [a for a in arguments if a != buildfiles.SYMBOLIC]
            arguments += zig_runtime.OPTIONS
            objects += zig_runtime.without(compiler.command, shim.exports, Path(scratch))
        link = [*compiler.command, *arguments, "-o", shim.library, *objects]
        _must(link, folder, shim.library)
    library = folder / shim.library
    check(shim, library, target)
    for name in shim.stubs:
        # Without the options for sources: with -O2 zig 0.17 takes another linker, which it fails to start.
        arguments = ["-o", name, buildfiles.STUB, *buildfiles.stub_arguments(name), shim.library]
        _must([*compiler.command, *arguments], folder, name)
    return library


def _must(command: Sequence[str], folder: Path, what: str) -> None:
    done = _run(command, folder)
    if done.returncode:
        raise CompileError(f"{what}: {shlex.join(command[:3])} ... failed\n{done.stderr.strip()}")


def check(shim: Plan, library: Path, target: Target) -> None:
    """The library is for the right machine, exports what was asked for and nothing else, without versions,
    and needs
    nothing that the target's libc lacks. Raises CompileError.
    """
    image = ElfImage.from_bytes(library.read_bytes())
    if arch_of(image) != shim.arch:
        raise CompileError(f"{library.name}: made for {arch_of(image)}, not {shim.arch}")
    if image.verdef:
        raise CompileError(
            f"{library.name}: defines symbol versions: {', '.join(v.name for v in image.verdef)}"
        )
    exported, undefined = set(), set()
    for symbol in image.symbols():
        if not symbol.name or symbol.visibility in (_STV_HIDDEN, _STV_INTERNAL):
            continue
        if symbol.shndx:
            if symbol.bind in (_STB_GLOBAL, _STB_WEAK, _STB_GNU_UNIQUE):
                exported.add(symbol.name)
        elif symbol.bind == _STB_GLOBAL:
            undefined.add(symbol.name)
    wanted = set(shim.exports)
    if exported != wanted:
        extra, lost = sorted(exported - wanted), sorted(wanted - exported)
        raise CompileError(
            f"{library.name}: exports {extra} besides, lacks {lost}: the recipes' headers are wrong"
        )
    lacking = sorted(n for n in undefined if target.answer(n, shim.arch) not in ("exported", "unknown"))
    if lacking:
        raise CompileError(f"{library.name}: needs what {target.name} lacks: {', '.join(lacking)}")

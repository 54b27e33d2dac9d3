"""The parts of the build that pyproject.toml cannot say: the native core and the compiled knowledge base."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithTable(build_py):
    """Compiles the reviewed text of musl_compat/kb/data into the table that the core joins against."""

    def run(self) -> None:
        sys.path.insert(0, str(ROOT / "musl_compat" / "kb"))
        import compile as kb_compile  # stands alone: the package itself cannot be imported yet

        kb_compile.main([])
        super().run()
        if self.editable_mode:
            # An installer compiles what it installs, but not what it only points at. Where Python may not
            # write bytecode (many containers) a start would take twice as long for ever.
            compileall.compile_dir(ROOT / "musl_compat", quiet=1)


setup(
    cffi_modules=["csrc/build_core.py:ffibuilder"],
    cmdclass={"build_py": BuildWithTable},
    options={"bdist_wheel": {"py_limited_api": "cp310"}},
)

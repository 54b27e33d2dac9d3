"""The command ``muslcheck``: one module for each of its commands, see ``_commands``."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """The program ``muslcheck``: never returns."""
    gc.disable()  # nothing that is made while modules load is garbage
    from musl_compat.cli import _commands

    gc.enable()
    gc.freeze()
    code = _commands.run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Taking the interpreter down costs as much as checking hundreds of files, and nothing is left to tidy up.
    os._exit(code)

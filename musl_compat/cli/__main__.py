"""``python -m musl_compat.cli``."""

from musl_compat.cli import main

main()

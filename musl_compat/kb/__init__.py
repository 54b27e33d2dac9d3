"""The knowledge base: what musl's builds and glibc's versions define, what differs, and who supplies what is missing.

The reviewed text is in ``data/``; ``compile.py`` makes ``table.bin`` (joined in C) and ``detail.json`` of it. Opening the
table is all that a check of a file costs; the details are read when somebody asks for them.
"""

from __future__ import annotations

from musl_compat.kb._table import Table, TableError, table

__all__ = ["Table", "TableError", "table"]

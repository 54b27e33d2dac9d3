"""What the rules on missing symbols share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musl_compat.loader.binding import ONLY_HIDDEN, TYPE_NOT_ACCEPTED

if TYPE_CHECKING:
    from musl_compat.loader.binding import MissingSymbol

OWN_RULE = (ONLY_HIDDEN, TYPE_NOT_ACCEPTED)
"""Reasons that have rules of their own, MC106 and MC107, whosever the symbol is."""


def asked_for(missing: MissingSymbol, path: str) -> str:
    """A reference as ``nm`` shows it (``name@VERSION``), with its requester when that is not the object at
    ``path``.
    """
    name = missing.name if missing.version is None else f"{missing.name}@{missing.version}"
    return name if missing.requested_by == path else f"{name}, requested by {missing.requested_by}"

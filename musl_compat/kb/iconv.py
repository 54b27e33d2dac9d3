"""Which names of charsets musl's iconv_open takes: ``data/iconv.tsv``, which ``devtools.kb_iconv`` makes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_MEANING = {"both": "to from", "from": "from", "to": "to", "none": ""}


@cache
def _table() -> dict[str, list[tuple[tuple[int, ...], str]]]:
    """By name, in capitals, the releases from which on an answer holds, oldest first."""
    out = {}
    text = files("musl_compat.kb").joinpath("data").joinpath("iconv.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[2:]:
        name, answers, _ = line.split("\t")
        pairs = (part.split("=") for part in answers.split())
        out[name] = [(tuple(int(n) for n in version.split(".")), word) for version, word in pairs]
    return out


def answer(name: str, musl_version: tuple[int, ...] | None) -> str | None:
    """``to from``, ``from``, ``to`` or nothing, as iconv_open of this release (None: the newest) converts to
    and from a charset; None for a name that glibc does not know, and for a release that was not measured.
    """
    steps = _table().get(name.upper())
    if steps is None:
        return None
    known = [word for since, word in steps if musl_version is None or since <= musl_version]
    return _MEANING[known[-1]] if known else None

"""MC501: a name of a charset that musl's iconv does not know."""

from __future__ import annotations

from collections.abc import Iterator

from musl_compat.kb import iconv
from musl_compat.rules.calls import Call
from musl_compat.rules.model import CALLS, Context, Finding, Fix, rule
from musl_compat.types import Severity


@rule(
    "MC501",
    "iconv-name",
    topic="silent traps",
    severity=Severity.WARNING,
    since="0.1.0",
    when=CALLS,
    calls=("iconv_open",),
    evidence=(
        "measured for this project: iconv_open on musl 1.2.2, 1.2.3, 1.2.5 and 1.2.6 for glibc's names",
    ),
    fires_on=("corpus:iconv_translit", "corpus:iconv_utf7"),
    silent_on=("corpus:iconv_plain", "corpus:hello"),
)
def check(ctx: Context) -> Iterator[Finding]:
    """
    ## What it finds
    A call of iconv_open with a constant name that glibc knows and the target's iconv does not: a charset that
    it lacks, one that it only reads and cannot write, or a name with `//TRANSLIT` or `//IGNORE`.

    ## Why it breaks on musl
    iconv_open fails with EINVAL. A program that does not look at the answer gives it to iconv and crashes.

    ## How to fix
    Leave the suffix out, use a charset that musl knows (UTF-8, UTF-16LE, ISO-8859-1...), or link with GNU
    libiconv.

    ## Evidence
    The call and its constant argument. One of libstdc++'s own is left out: it looks at the answer, and does
    without (linked into many programs, known by its call of __nl_langinfo_l).
    """
    if not ctx.refers_to("iconv_open"):
        return
    of_libstdcxx = {call.caller for call in ctx.calls("__nl_langinfo_l").sites}
    for call in ctx.calls("iconv_open").sites:
        if call.caller in of_libstdcxx and call.text(0) == "ASCII//TRANSLIT":
            continue
        for number, direction in ((0, "to"), (1, "from")):
            name = call.text(number)
            why = _refused(name, direction, ctx)
            if name is not None and why:
                yield _finding(call, name, why, ctx)


def _refused(name: str | None, direction: str, ctx: Context) -> str:
    """Why the target's iconv_open refuses a name, empty when it does not or that is not known."""
    if name is None:
        return ""
    plain, suffix, _ = name.partition("//")
    if suffix and name != f"{plain}//":
        return "no suffix is known there"
    answer = iconv.answer(plain, ctx.target.musl_version)
    if answer is None or direction in answer:
        return ""
    return "it can only be read there" if answer else "it is not known there"


def _finding(call: Call, name: str, why: str, ctx: Context) -> Finding:
    return Finding(
        f'calls iconv_open with "{name}", which {ctx.target.name} refuses: {why}',
        symbols=["iconv_open"],
        evidence=[f'iconv_open {call.place}: "{name}"'],
        fix=Fix("Use a name that musl knows, or link with GNU libiconv."),
    )

"""Runs a check and writes its report as it is made: one process or several, the output in the order of the
input."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from musl_compat.analysis import ObjectReport, PassedOver
from musl_compat.inputs import Skipped
from musl_compat.report.summary import Summary

if TYPE_CHECKING:
    from rich.status import Status

    from musl_compat.api import Checker
    from musl_compat.inputs import Member
    from musl_compat.report import Format

# Nothing is shown of work that is done sooner.
PROGRESS_AFTER = 1.0
PROGRESS_EVERY = 0.1


class Part(NamedTuple):
    """What a batch gave: text for the report, text for standard error, the counts."""

    text: str
    errors: str
    summary: Summary


def run(
    checker: Checker,
    paths: Iterable[str],
    fmt: Format,
    out: BinaryIO,
    *,
    jobs: int = 1,
    progress: bool = False,
) -> Summary:
    """Check the paths and write the report to ``out``. Gives the counts."""
    total = Summary()
    write(out, fmt.begin(checker.targets))
    wrote = False
    meter = _Meter() if progress else None
    try:
        for part in parts(checker, paths, fmt, jobs):
            if part.text:
                write(out, fmt.separator + part.text if wrote else part.text)
                wrote = True
            if part.errors:
                write(sys.stderr.buffer, part.errors)
                sys.stderr.flush()
            total.merge(part.summary)
            if meter is not None:
                meter.show(total)
    finally:
        if meter is not None:
            meter.stop()
    write(out, fmt.end(total))
    return total


def parts(checker: Checker, paths: Iterable[str], fmt: Format, jobs: int) -> Iterator[Part]:
    """The parts of the report, in the order of the input."""
    from musl_compat.api import batches

    work = batches(checker.members(paths))
    if jobs == 1:
        for batch in work:
            yield render(checker, batch, fmt)
        return
    from musl_compat.cli._workers import in_order

    yield from in_order(work, lambda batch: render(checker, batch, fmt), jobs)


def render(checker: Checker, batch: list[Member | Skipped], fmt: Format) -> Part:
    """One batch: checked, counted, and made into text."""
    summary = Summary()
    texts = []
    errors = ""
    for item in checker.examine(batch):
        if isinstance(item, ObjectReport):
            summary.add(item)
            text = fmt.object(item)
        elif isinstance(item, PassedOver):
            summary.passed_over += item.count
            continue
        else:
            summary.skipped.append(item)
            text = fmt.skipped(item)
            if fmt.skipped_apart:
                errors += text
                continue
        if text:
            texts.append(text)
    return Part(fmt.separator.join(texts), errors, summary)


def write(out: BinaryIO, text: str) -> None:
    """Write text as UTF-8; bytes of a name that were not UTF-8 come out as they went in. Raises UsageError
    where it cannot be written, as on a full disk.
    """
    with _writing(out):
        out.write(text.encode("utf-8", "surrogateescape"))


@contextmanager
def _writing(out: BinaryIO) -> Iterator[None]:
    from musl_compat.cli._commands import drop_output
    from musl_compat.errors import UsageError

    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as e:
        if out is sys.stdout.buffer:
            drop_output()
        raise UsageError(f"the report cannot be written: {e.strerror}") from e


@contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when all of it is written.

    A symbolic link is followed; a device or FIFO is written to and never replaced.
    """
    if path is None:
        yield sys.stdout.buffer
        with _writing(sys.stdout.buffer):
            sys.stdout.buffer.flush()
        return
    from musl_compat.errors import UsageError

    special = os.path.exists(path) and not os.path.isfile(path)
    target = path if special else os.path.realpath(path)
    part = path if special else f"{target}.{os.getpid()}.part"
    try:
        file = open(part, "wb" if special else "xb")  # noqa: SIM115 - closed below, before the rename
    except OSError as e:
        raise UsageError(f"-o {path}: {e.strerror}") from e
    try:
        try:
            yield file
        finally:
            with _writing(file):
                file.close()
        if not special:
            os.replace(part, target)
    except BaseException:
        if not special:
            os.unlink(part)
        raise


class _Meter:
    """How far the work is, on standard error, once it takes longer than a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = self._start
        self._status: Status | None = None

    def show(self, total: Summary) -> None:
        """Update the line, at most ten times a second."""
        now = time.monotonic()
        if now - self._start < PROGRESS_AFTER or now - self._last < PROGRESS_EVERY:
            return
        self._last = now
        text = f"{total.objects:,} objects checked, {total.passed_over:,} other files passed over"
        if self._status is None:
            from rich.console import Console

            self._status = Console(stderr=True).status(text)
            self._status.start()
        else:
            self._status.update(text)

    def stop(self) -> None:
        """Take the line away."""
        if self._status is not None:
            self._status.stop()

"""Several processes that render batches, their results in the order of the input.

Processes and not threads: of a file's time more than half is Python, which threads do not share. They are
forked, so that a worker has the rules and tables at once and nothing but members and text crosses between
them. Few batches are under way at a time, so memory does not grow with the tree.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musl_compat.cli._run import Part
    from musl_compat.inputs import Member, Skipped

    Batch = list[Member | Skipped]

AHEAD = 4
_here: dict[str, Callable[[Batch], Part]] = {}


def in_order(work: Iterator[Batch], render: Callable[[Batch], Part], jobs: int) -> Iterator[Part]:
    """``render`` of each batch, by ``jobs`` processes."""
    under_way: deque[Future[Part]] = deque()
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _keep, (render,))
    try:
        for batch in work:
            under_way.append(pool.submit(_render, batch))
            if len(under_way) == jobs * AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _keep(render: Callable[[Batch], Part]) -> None:
    """In a worker: what it renders with (inherited through the fork). An interrupt is the parent's to
    answer: it ends its workers.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here["render"] = render


def _render(batch: Batch) -> Part:
    return _here["render"](batch)

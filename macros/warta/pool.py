"""Heavy work in several processes at once, one for each processor that this one may use."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

PATIENCE = 2.0
"""Seconds between two lines that say how far it is; whatever is done sooner says nothing."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(work: Callable[[Job], Result], jobs: Sequence[Job], what: str) -> Iterator[tuple[Job, Result | None]]:
    """Each job with its result, in any order; None where its process was ended by what it worked on.

    `what` is named in the lines that say how far it is, on standard error.
    """
    if not jobs:
        return
    # a fresh process, not a copy of this one: the site engine may have threads
    context = get_context("spawn")
    with ProcessPoolExecutor(min(processors(), len(jobs)), mp_context=context) as pool:
        running: dict[Future[Result], Job] = {pool.submit(work, job): job for job in jobs}
        last = time.monotonic()
        while running:
            done, _ = wait(running, timeout=PATIENCE, return_when=FIRST_COMPLETED)
            for future in done:
                job = running.pop(future)
                try:
                    yield job, future.result()
                except BrokenProcessPool:
                    yield job, None
            if time.monotonic() - last >= PATIENCE:
                last = time.monotonic()
                print(f"{what}: {len(jobs) - len(running)} dari {len(jobs)}", file=sys.stderr, flush=True)

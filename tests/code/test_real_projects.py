"""Frames and calls of real C and C++ projects are what compilers say: the sample that is quick to build.

``python -m musl_compat.devtools.lab frames`` is the whole of it.
"""

from __future__ import annotations

from musl_compat.devtools.lab import frames
from musl_compat.devtools.lab.frames import Line, Outcome

PROJECTS = ("lz4", "tinyxml2", "expat")
BUILDS = ("O2", "O2-stripped", "no-tables")


def is_quick(job: frames.Job) -> bool:
    """A C project on both machines; the C++ one, which takes longer than all of these, once; by clang the one
    for whose calls it pushes arguments.
    """
    optimised = job.machine.name == "x86_64" and job.config.build == "O2"
    if job.machine.family == "clang":
        return optimised and job.project.name == "expat"
    return job.project.name == "lz4" or (optimised and job.project.name == "tinyxml2")


def test_frames_and_calls_are_the_compilers() -> None:
    jobs = frames.jobs(PROJECTS, ("x86_64", "aarch64"), BUILDS)
    outcomes = list(frames.run([job for job in jobs if is_quick(job)], threads=1))
    assert [line for one in outcomes for line in frames.differences(one)] == []
    assert sum(one.functions for one in outcomes) > 1000
    assert sum(one.calls for one in outcomes) > 1000


def test_a_frame_that_is_too_small_breaks_the_promise() -> None:
    job = frames.jobs(PROJECTS)[0]
    good = Outcome(job, 2000, [], [], [], [], 0, [], 0, [], [], [], [])
    small = good._replace(wrong=[("f", 8, 8 + frames.UNDER + 8)])
    assert Line(job.machine, job.config, [good]).kept
    assert not Line(job.machine, job.config, [small]).kept

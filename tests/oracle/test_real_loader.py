"""The real musl is the judge: prediction equals what each loader prints, requester by requester."""

from __future__ import annotations

from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache, oracle
from musl_compat.kb import targets
from musl_compat.loader import search
from tests.support.planted import with_export, without_export

pytestmark = pytest.mark.oracle

MUSLS = ["1.2.2", "1.2.3", "1.2.5", "1.2.6"]


@pytest.fixture(scope="session")
def sample() -> list[oracle.Question]:
    """The fixed sample of the set ``ci``."""
    return oracle.questions("ci", oracle.SAMPLE)


def test_lock_file_names_the_four_musls_of_debian() -> None:
    assert [loader.version for loader in cache.loaders()] == MUSLS


@pytest.mark.parametrize("version", MUSLS)
def test_predictions_equal_the_real_loader(version: str, sample: list[oracle.Question]) -> None:
    loader = cache.loader(version)
    found = oracle.differences(sample, loader, oracle.targets_of(version))
    assert len(sample) >= 400
    assert not found, "\n".join(line for one in found[:20] for line in one.lines())


@pytest.mark.parametrize("version", MUSLS)
@pytest.mark.parametrize("name", oracle.corpus_names())
def test_corpus_predictions_equal_the_real_loader(version: str, name: str) -> None:
    question = oracle.corpus_question(name)
    found = oracle.differences([question], cache.loader(version), oracle.targets_of(version))
    assert not found, "\n".join(found[0].lines())


def _one(name: str) -> list[oracle.Question]:
    return [oracle.corpus_question(name)]


def test_gate_sees_a_removed_export() -> None:
    planted = without_export(targets.get("debian:trixie"), "x86_64", "puts")
    assert oracle.differences(_one("hello"), cache.loader("1.2.5"), [planted])


def test_gate_sees_an_added_export() -> None:
    planted = with_export(targets.get("debian:trixie"), "x86_64", "__printf_chk")
    assert oracle.differences(_one("fortify"), cache.loader("1.2.5"), [planted])


def test_gate_sees_the_facts_of_another_version() -> None:
    wrong = targets.get("debian:sid")
    assert oracle.differences(_one("lfs64_fallocate"), cache.loader("1.2.5"), [wrong])


def test_gate_sees_a_dropped_reserved_name(monkeypatch: pytest.MonkeyPatch) -> None:
    real = search.is_reserved
    monkeypatch.setattr(search, "is_reserved", lambda name, *rest: name != "libc.so.6" and real(name, *rest))
    target = targets.get("debian:trixie")
    assert oracle.differences(_one("hello"), cache.loader("1.2.5"), [target])


def test_gate_sees_a_library_path_that_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "expand_rpath", lambda *_: [])
    target = targets.get("debian:trixie")
    assert oracle.differences(_one("runpath_origin"), cache.loader("1.2.5"), [target])


def test_loader_files_are_pinned_by_package_and_hash() -> None:
    for line, loader in zip(oracle.pins().splitlines(), cache.loaders(), strict=True):
        assert loader.sha256 in line
        assert Path(loader.path).name == "libc.so"

"""Directories of the laboratory's cache are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from musl_compat.devtools.lab import cache


def test_directory_is_filled_once(tmp_path: Path) -> None:
    fills: list[Path] = []

    def fill(folder: Path) -> None:
        fills.append(folder)
        (folder / "file").write_text("made")

    for _ in range(2):
        assert cache.made(tmp_path / "a/b", fill) == tmp_path / "a/b"
    assert (tmp_path / "a/b/file").read_text() == "made"
    assert len(fills) == 1
    assert os.listdir(tmp_path / "a") == ["b"]


def test_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        (folder / "half").write_text("")
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        cache.made(tmp_path / "a", fill)
    assert os.listdir(tmp_path) == []


def test_what_a_faster_process_made_stays(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        (folder / "file").write_text("slower")
        (tmp_path / "a").mkdir()
        (tmp_path / "a/file").write_text("faster")

    assert (cache.made(tmp_path / "a", fill) / "file").read_text() == "faster"
    assert os.listdir(tmp_path) == ["a"]

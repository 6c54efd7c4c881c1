"""Originals: the bytes as found, read-only, whole, never rewritten."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from unaccounted.base.errors import ProjectError, ReadingError
from unaccounted.collect.originals import keep_original


def test_bytes_are_kept_under_their_hash_and_read_only(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    (tmp_path / "report.bin").write_bytes(content)
    digest, size = keep_original(tmp_path / "report.bin", tmp_path / "project" / "originals")
    kept = tmp_path / "project" / "originals" / digest
    assert (digest, size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert kept.read_bytes() == content
    assert kept.stat().st_mode & 0o777 == 0o444
    assert [each.name for each in kept.parent.iterdir()] == [digest]


def test_without_a_folder_it_only_hashes(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"x")
    assert keep_original(tmp_path / "report.txt") == (hashlib.sha256(b"x").hexdigest(), 1)
    assert len(list(tmp_path.iterdir())) == 1


def test_an_original_is_never_rewritten(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"x")
    digest, _ = keep_original(tmp_path / "report.txt", tmp_path / "originals")
    before = (tmp_path / "originals" / digest).stat()
    keep_original(tmp_path / "report.txt", tmp_path / "originals")
    after = (tmp_path / "originals" / digest).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_that_is_too_large_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"x" * 11)
    with pytest.raises(ReadingError, match="too large"):
        keep_original(tmp_path / "report.txt", tmp_path / "originals", limit=10)
    assert list((tmp_path / "originals").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadingError, match="no longer a file"):
        keep_original(tmp_path / "pipe", tmp_path / "originals")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a file that opens and cannot be read")
def test_a_file_whose_bytes_cannot_be_read() -> None:
    with pytest.raises(ReadingError, match="cannot be opened"):
        keep_original(Path("/proc/self/mem"))


def test_originals_that_cannot_be_written_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"x")
    (tmp_path / "originals").write_bytes(b"a file stands where the folder should be")
    with pytest.raises(ProjectError, match="originals"):
        keep_original(tmp_path / "report.txt", tmp_path / "originals")

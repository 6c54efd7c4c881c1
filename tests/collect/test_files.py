"""The walk: every entry once, in one order, nothing opened that could hang, no link followed in circles."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from unaccounted.base.errors import UsageError
from unaccounted.base.project import open_project
from unaccounted.collect.files import HIDDEN, Found, find_files


def _write(path: Path, text: str = "Three people were killed.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _named(found: list[Found]) -> dict[str, str | None]:
    return {each.name: each.ended.reason if each.ended else None for each in found}


def test_names_are_relative_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "B.txt"):
        _write(tmp_path / name)
    assert [each.name for each in find_files([tmp_path])] == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
    assert [each.name for each in find_files([tmp_path / "a" / "z.txt"])] == ["z.txt"]


def test_an_empty_folder_is_no_error(tmp_path: Path) -> None:
    assert find_files([tmp_path]) == []


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        find_files([tmp_path, tmp_path / "no\nwhere"])
    assert "does not exist" in raised.value.what
    assert str(raised.value.where).endswith("no\\nwhere")
    assert raised.value.remedy


@pytest.mark.parametrize("path", ["", "nul\0in.txt", "x" * 5000])
def test_paths_that_cannot_be(path: str) -> None:
    if path == "":
        with pytest.raises(UsageError):
            find_files([])
        return
    with pytest.raises(UsageError):
        find_files([path])


def test_hidden_entries_are_counted_once_and_not_entered(tmp_path: Path) -> None:
    _write(tmp_path / ".git" / "objects" / "x.txt")
    _write(tmp_path / ".DS_Store")
    _write(tmp_path / "seen.txt")
    assert _named(find_files([tmp_path])) == {".git": HIDDEN, ".DS_Store": HIDDEN, "seen.txt": None}


def test_a_hidden_path_that_was_given_is_looked_at(tmp_path: Path) -> None:
    _write(tmp_path / ".secret" / "report.txt")
    assert _named(find_files([tmp_path / ".secret"])) == {"report.txt": None}


def test_links(tmp_path: Path) -> None:
    _write(tmp_path / "in" / "report.txt")
    _write(tmp_path / "outside.txt")
    _write(tmp_path / "other" / "far.txt")
    (tmp_path / "in" / "sub").mkdir()
    links = {
        "same": "report.txt",
        "circle": "circle",
        "nowhere": "gone.txt",
        "out": "../outside.txt",
        "folder": "../other",
        "sub/up": "..",
    }
    for name, target in links.items():
        (tmp_path / "in" / name).symlink_to(target)
    named = _named(find_files([tmp_path / "in"]))
    assert named.pop("report.txt") is None
    assert named.pop("same") is None
    assert set(named) == set(links) - {"same"}
    reasons = {name: str(reason) for name, reason in named.items()}
    assert "circle" in reasons["circle"]
    assert "nowhere" in reasons["nowhere"]
    assert "outside" in reasons["out"]
    assert reasons["folder"] == "a link to a folder"
    assert "never end" in reasons["sub/up"]


def test_a_link_that_was_given_is_followed(tmp_path: Path) -> None:
    _write(tmp_path / "far" / "report.txt")
    (tmp_path / "link").symlink_to("far")
    assert _named(find_files([tmp_path / "link"])) == {"report.txt": None}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_pipes_sockets_and_devices_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(tmp_path)
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(here)
        named = _named(find_files([tmp_path, "/dev/null"]))
    assert "FIFO" in str(named["pipe.txt"])
    assert "socket" in str(named["socket.txt"])
    assert "device" in str(named["null"])
    assert all(each.ended and each.ended.remedy for each in find_files([tmp_path]))


def test_a_folder_without_permission(open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]) -> None:
    _write(open_folder / "closed" / "report.txt")
    _write(open_folder / "open.txt")
    (open_folder / "closed").chmod(0)
    try:
        with without_rights():
            found = find_files([open_folder])
    finally:
        (open_folder / "closed").chmod(0o755)
    ended = {each.name: each.ended for each in found}
    assert ended["open.txt"] is None
    row = ended["closed"]
    assert row is not None
    assert (row.status, row.reason) == ("failed", "no permission to read it")


def test_a_path_given_twice_is_found_once(tmp_path: Path) -> None:
    one = _write(tmp_path / "a" / "report.txt")
    assert len(find_files([tmp_path, tmp_path / "a", one, str(one)])) == 1


def test_two_files_never_share_a_name(tmp_path: Path) -> None:
    paths = [_write(tmp_path / name / "report.txt") for name in ("a", "b")]
    assert [each.name for each in find_files(paths)] == ["a/report.txt", "b/report.txt"]
    _write(tmp_path / "x" / "same" / "r.txt")
    _write(tmp_path / "y" / "same" / "r.txt")
    deeper = find_files([tmp_path / "x" / "same", tmp_path / "y" / "same"])
    assert len({each.name for each in deeper}) == 2
    assert deeper == find_files([tmp_path / "y" / "same", tmp_path / "x" / "same"])


def test_a_project_inside_is_not_read_as_reports(tmp_path: Path) -> None:
    _write(tmp_path / "report.txt")
    project = open_project(tmp_path / "project")
    _write(project.originals / ("0" * 64))
    assert _named(find_files([tmp_path])) == {"project": "a project of unaccounted", "report.txt": None}
    with pytest.raises(UsageError, match="project"):
        find_files([project.folder])


def test_the_true_path_is_kept_for_opening(tmp_path: Path) -> None:
    _write(tmp_path / "two\nlines\u202e.txt", "Two were hurt.")
    (found,) = find_files([tmp_path])
    assert found.name == "two\\nlines\\u202e.txt"
    assert found.path.read_text(encoding="utf-8") == "Two were hurt."

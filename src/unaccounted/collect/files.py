"""Paths given in, files found out, in one stable order; nothing is opened here.

A folder is walked without following links to folders; a FIFO, socket or device is never opened, only named. Every
entry that will not be read is a row with its reason and the remedy, so that the ledger of files is complete. What is
in a file, and whether a reader knows its kind, is decided later.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unaccounted.base.errors import UsageError
from unaccounted.base.project import SETTINGS
from unaccounted.base.records import FileFound
from unaccounted.collect.names import show_name

HIDDEN = "hidden"
"""The reason of files and folders whose name begins with a dot: left out on purpose, nothing to mend."""

_SPECIAL = {
    stat.S_IFIFO: "a named pipe (FIFO)",
    stat.S_IFSOCK: "a socket",
    stat.S_IFBLK: "a device",
    stat.S_IFCHR: "a device",
}
_GIVE_ITSELF = "Give its own path if it is to be read"


@dataclass(frozen=True, slots=True)
class Found:
    """One file, or one entry that will not be read.

    Args:
        name: shown: relative to the path given, harmless (see `show_name`).
        path: the true path, for opening.
        size: bytes; None where unknown.
        ended: how it ended, where it is already known that it will not be read; else None.
    """

    name: str
    path: Path
    size: int | None = None
    ended: FileFound | None = None


def find_files(paths: Sequence[Path | str]) -> list[Found]:
    """Every file under the paths given, once each, in order of name.

    Args:
        paths: files and folders. A path given is always looked at, even where its name is hidden or it is a link.

    Returns:
        Files to read (`ended` is None) and entries that will not be (`ended` says why); empty for empty folders.
        Names are relative to the path given; where two would be the same, more of the path is shown.

    Raises:
        UsageError: no path was given, one does not exist, or one is a project's own folder.
    """
    if not paths:
        raise UsageError("no file or folder was given", remedy="Give the path of a report, or of a folder of reports")
    roots = [Path(each) for each in paths]
    _check_roots(roots)
    seen: set[str] = set()
    found: list[tuple[Path, Found]] = []
    for root in roots:
        for each in _look(root):
            real = os.path.realpath(each.path)
            is_link = each.ended is None and each.path.is_symlink()
            key = os.path.normpath(each.path.absolute()) if each.ended or is_link else real
            if key not in seen:
                seen.add(key)
                found.append((root, each))
    return sorted(_tell_apart(found), key=lambda each: (each.name, os.fsencode(each.path)))


def _check_roots(roots: list[Path]) -> None:
    absent: list[str] = []
    for root in roots:
        try:
            root.lstat()
        except PermissionError:
            continue
        except (OSError, ValueError):
            absent.append(show_name(str(root)))
            continue
        if _is_project(root):
            raise UsageError(
                "this folder is a project of unaccounted, not a folder of reports",
                show_name(str(root)),
                "Give the reports; to see the project's account, use: unaccounted show --project DIR",
            )
    if absent:
        more = f" and {len(absent) - 3} more" if len(absent) > 3 else ""
        what = "these paths do not exist" if len(absent) > 1 else "this path does not exist"
        raise UsageError(what, ", ".join(absent[:3]) + more, "Check the spelling, and the folder that you are in")


def _is_project(folder: Path) -> bool:
    try:
        return (folder / SETTINGS).is_file()
    except OSError:
        return False


def _look(root: Path) -> Iterator[Found]:
    try:
        mode = root.stat()
    except OSError as error:
        yield _ended(root.name or str(root), root, *_why_not(error))
        return
    if not stat.S_ISDIR(mode.st_mode):
        yield _judge(root.name, root, mode)
        return
    boundary = os.path.realpath(root)
    stack = [(root, "")]
    while stack:
        folder, prefix = stack.pop()
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield _ended(prefix.rstrip("/") or root.name or str(root), folder, *_why_not(error))
            continue
        for entry in listed:
            name, path = prefix + entry.name, folder / entry.name
            if entry.name.startswith("."):
                yield _ended(name, path, "skipped", HIDDEN, _GIVE_ITSELF)
            elif entry.is_symlink():
                yield _judge_link(name, path, boundary)
            elif entry.is_dir(follow_symlinks=False):
                if _is_project(path):
                    yield _ended(name, path, "skipped", "a project of unaccounted", "Nothing to do: its reports were read when it was made")
                else:
                    stack.append((path, name + "/"))
            else:
                try:
                    yield _judge(name, path, entry.stat(follow_symlinks=False))
                except OSError as error:
                    yield _ended(name, path, *_why_not(error))


def _judge(name: str, path: Path, mode: os.stat_result) -> Found:
    kind = _SPECIAL.get(stat.S_IFMT(mode.st_mode))
    if kind is not None:
        return _ended(name, path, "skipped", f"{kind}, not a file", "Save what comes out of it as a file, and give that")
    if not stat.S_ISREG(mode.st_mode):
        return _ended(name, path, "skipped", "not a file", "Give a file or a folder")
    return Found(show_name(name), path, mode.st_size)


def _judge_link(name: str, path: Path, boundary: str) -> Found:
    """A link is followed only to a file inside the path given: what lies outside was not asked for."""
    try:
        mode = path.stat()
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return _ended(name, path, "failed", "a link that leads nowhere", "Restore the file that it points to, or delete the link")
        return _ended(name, path, *_why_not(error))
    target = os.path.realpath(path)
    if stat.S_ISDIR(mode.st_mode):
        above = os.path.realpath(path.parent)
        circle = above == target or above.startswith(target.rstrip("/") + "/")
        reason = "a link to a folder that holds it: following it would never end" if circle else "a link to a folder"
        return _ended(name, path, "skipped", reason, "Nothing to do" if circle else "Give the folder's own path if it is to be read")
    if not target.startswith(boundary.rstrip("/") + "/"):
        return _ended(name, path, "skipped", "a link to a file outside the folder given", "Give the file's own path if it is to be read")
    return _judge(name, path, mode)


def _why_not(error: OSError) -> tuple[str, str, str]:
    if isinstance(error, PermissionError):
        return "failed", "no permission to read it", "Give yourself the right to read it, or ask its owner"
    if error.errno == errno.ELOOP:
        return "skipped", "a link that leads in a circle", "Delete the link, or give the file's own path"
    if error.errno == errno.ENAMETOOLONG:
        return "failed", "its path is longer than the system can open", "Move it to a folder nearer the top"
    return "failed", f"it cannot be opened: {error.strerror or 'unknown error'}", "Check the disk, or copy the file elsewhere"


def _ended(name: str, path: Path, status: str, reason: str, remedy: str) -> Found:
    shown = show_name(name)
    return Found(shown, path, None, FileFound(shown, None, None, status, reason, remedy))


def _tell_apart(found: list[tuple[Path, Found]]) -> list[Found]:
    """Different files keep different names: where two paths given hold the same name, more of the path is shown."""
    by_name: dict[str, list[tuple[Path, Found]]] = defaultdict(list)
    for root, each in found:
        by_name[each.name].append((root, each))
    apart: list[Found] = []
    for group in by_name.values():
        if len(group) == 1:
            apart.append(group[0][1])
            continue
        longer = [[_longer(root, each, level) for root, each in group] for level in range(3)]
        names = next(level for level in longer if len(set(level)) == len(group) or level is longer[-1])
        for (_, each), new in zip(group, names, strict=True):
            apart.append(replace(each, name=new, ended=replace(each.ended, name=new) if each.ended else None))
    return apart


def _longer(root: Path, each: Found, level: int) -> str:
    if level == 0:
        parent = root if root.is_dir() else root.parent
        return show_name(parent.absolute().name) + "/" + each.name
    return show_name(each.path.as_posix() if level == 1 else Path(os.path.normpath(each.path.absolute())).as_posix())

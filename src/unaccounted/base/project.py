"""A project folder: where each table stands, and which version made it.

    originals/  bytes as found, read-only, named by SHA-256
    files/ documents/ claims/ entities/ accounts/ failures/   tables, derived: can be deleted and made again
    unaccounted.toml   which version of the records made it, and the settings

It decides nothing about what is in the tables.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from unaccounted.base.errors import ProjectError
from unaccounted.base.records import RECORDS_VERSION

SETTINGS = "unaccounted.toml"
_FIRST_SETTINGS = (
    f"# A project of unaccounted. `originals/` and this file matter; all else can be made again.\nrecords = {RECORDS_VERSION}\n"
)
TABLES = (
    "files",
    "documents",
    "claims",
    "entities",
    "entities/links",
    "entities/claims",
    "accounts",
    "accounts/contradictions",
    "accounts/inferences",
    "accounts/diagnostics",
    "accounts/asked",
    "failures",
)
"""Where each table's parts stand in the folder; a table below another belongs to it."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder opened as a project; use `open_project`."""

    folder: Path

    @property
    def originals(self) -> Path:
        """The folder of the bytes as found."""
        return self.folder / "originals"

    def table(self, name: str) -> Path:
        """The folder of a table's parts; `name` is one of `TABLES`."""
        return self.folder / name


def open_project(folder: Path, create: bool = True) -> Project:
    """Open a project folder, making it where there is none.

    Args:
        folder: made with its parents where `create`.
        create: False to refuse a folder that is not a project.

    Raises:
        ProjectError: it is a file, cannot be written, is not a project, holds other files, or was made by a newer version.
    """
    settings = folder / SETTINGS
    try:
        if folder.exists() and not folder.is_dir():
            raise ProjectError("a project is a folder, and this is a file", str(folder), "Give another --project")
        if not settings.is_file():
            if not create:
                raise ProjectError(
                    "this is not a project of unaccounted", str(folder), "Make one with: unaccounted open PATH --project DIR"
                )
            if folder.is_dir() and _holds_other_files(folder):
                raise ProjectError(
                    "this folder holds other files and is not a project", str(folder), "Give --project a new or empty folder"
                )
            _start(folder, settings)
    except OSError as error:
        raise ProjectError(
            f"the project folder cannot be used: {error.strerror}", str(folder), "Give --project a folder that you may read and write"
        ) from error
    _check_version(settings)
    return Project(folder)


def _holds_other_files(folder: Path) -> bool:
    """Whether there is more in it than what a start that was cut short left behind."""
    return any(not each.name.startswith(f".{SETTINGS}.") for each in folder.iterdir())


def _start(folder: Path, settings: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".{SETTINGS}.{os.getpid()}"
    unfinished.write_text(_FIRST_SETTINGS, encoding="utf-8")
    unfinished.replace(settings)


def _check_version(settings: Path) -> None:
    try:
        version = tomllib.loads(settings.read_text(encoding="utf-8"))["records"]
        if type(version) is not int:
            raise ValueError("records is not a whole number")
    except (OSError, ValueError, KeyError) as error:
        raise ProjectError(
            "the project's settings cannot be read", str(settings), f"Mend it: it must hold a line such as records = {RECORDS_VERSION}"
        ) from error
    if version > RECORDS_VERSION:
        raise ProjectError(
            f"this project was made by a newer version of unaccounted (records {version}, this version knows {RECORDS_VERSION})",
            str(settings.parent),
            "Update unaccounted, or give another --project",
        )

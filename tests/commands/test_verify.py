"""Verify finds each way in which a project may no longer be what it says."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from unaccounted.base.project import Project, open_project
from unaccounted.base.records import Claim, Document
from unaccounted.base.tables import read_part, write_part
from unaccounted.commands.verify import verify_project
from unaccounted.flow import Asked, find_reports, open_reports
from unaccounted.work import run_step


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    report = folder / "report.txt"
    report.write_text("The navy said that 90 sailors set out. It said that 12 sailors were killed.\n", encoding="utf-8")
    open_reports(find_reports([report]), open_project(folder / "project"), run_step, Asked())
    return folder / "project"


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Project:
    shutil.copytree(made, tmp_path / "project")
    return open_project(tmp_path / "project")


def failed(project: Project) -> dict[str, tuple[str, ...]]:
    return {check.name: check.faults for check in verify_project(project) if not check.passed}


def one_part(project: Project, table: str) -> Path:
    (path,) = [path for path in project.table(table).glob("*.parquet") if path.stat().st_size and list(read_part(path, RECORDS[table]))]
    return path


RECORDS = {"claims": Claim, "documents": Document}


def test_a_project_as_it_was_made_passes(project: Project) -> None:
    assert failed(project) == {}


def test_an_original_with_other_bytes(project: Project) -> None:
    (original,) = project.originals.iterdir()
    original.chmod(0o644)
    original.write_bytes(b"other")
    assert list(failed(project)) == ["originals"]


def test_an_original_that_is_missing(project: Project) -> None:
    (original,) = project.originals.iterdir()
    original.unlink()
    assert "report.txt came from it" in failed(project)["originals"][0]


def test_a_quote_that_does_not_stand(project: Project) -> None:
    path = one_part(project, "claims")
    claims = list(read_part(path, Claim))
    write_part(path, Claim, [replace(claims[0], quote="somebody else said so"), *claims[1:]])
    (fault,) = failed(project)["quotes"]
    assert claims[0].id in fault


def test_a_text_that_was_changed(project: Project) -> None:
    path = one_part(project, "documents")
    (document,) = read_part(path, Document)
    write_part(path, Document, [replace(document, text="x" + document.text)])
    assert len(failed(project)["quotes"]) >= 2


def test_a_part_that_cannot_be_read(project: Project) -> None:
    one_part(project, "claims").write_bytes(b"no parquet")
    wrong = failed(project)
    assert len(wrong["tables"]) == 1
    assert wrong["figures"]

"""The whole flow: what is there is not made again, what is added alone is read, and order and workers leave no trace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from unaccounted.base.errors import ProjectError, UsageError
from unaccounted.base.project import Project, open_project
from unaccounted.base.shards import Shard, Step
from unaccounted.flow import (
    Asked,
    collect_reports,
    extract_reports,
    find_reports,
    gather_evidence,
    link_reports,
    open_reports,
    read_collection,
    reconcile_reports,
    version_of,
)
from unaccounted.work import run_step

REPORTS = {
    "navy.txt": "The navy said that 90 sailors set out. It said that 12 sailors were killed.\n",
    "court.md": "---\ntitle: The inquiry\npublished: 1911-05-02\n---\nThe court found that 14 of the sailors were killed.\n",
    "calm.txt": "The harbour was calm.\n",
    "german.txt": "Die Truppen zogen ab, und die Stadt wurde von der Armee nicht mehr gehalten. " * 5,
    "wire.jsonl": '{"text": "Nine sailors were rescued."}\n{"text": "All was quiet."}\n',
}


class Made:
    """A runner that remembers how many parts each step made."""

    def __init__(self, workers: int = 1, few: int = 400) -> None:
        self.parts: dict[str, int] = {}
        self._workers, self._few = workers, few

    def __call__(self, step: Step, shards: Sequence[Shard], folder: Path, /) -> object:
        ran = run_step(step, shards, folder, self._workers, few=self._few)
        self.parts[step.name] = ran.made
        return ran


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def bytes_of(project: Project) -> dict[str, bytes]:
    return {str(path.relative_to(project.folder)): path.read_bytes() for path in sorted(project.folder.rglob("*")) if path.is_file()}


def open_all(paths: Path | list[Path], project: Project, **asked: Any) -> Made:
    made = Made()
    open_reports(find_reports([paths] if isinstance(paths, Path) else paths, project.folder), project, made, Asked(**asked))
    return made


def test_every_file_ends_and_every_figure_has_its_claims(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    evidence = open_reports(find_reports([reports]), project, run_step, Asked())
    assert {each.name: each.status for each in evidence.files} == dict.fromkeys(REPORTS, "read") | {"german.txt": "skipped"}
    assert {each.fate for each in evidence.account.figures} >= {"set out", "killed", "rescued"}
    texts = {each.sha256: each.text for each in evidence.documents}
    assert all(texts[each.document][each.start : each.end] == each.quote for each in evidence.claims)
    assert {claim for figure in evidence.account.figures for claim in figure.claims} <= {each.id for each in evidence.claims}
    assert evidence.failures == ()
    assert evidence.title == "project"


def test_a_document_in_another_language_is_kept_and_not_extracted_from(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    made = open_all(reports, project)
    (german,) = [each for each in read_collection(project).documents if each.name == "german.txt"]
    assert german.status == "skipped" and german.text
    assert made.parts["extract"] == len(read_collection(project).documents) - 1


def test_the_second_run_makes_nothing_and_changes_no_byte(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    open_all(reports, project)
    before = bytes_of(project)
    assert set(open_all(reports, project).parts.values()) == {0}
    assert bytes_of(project) == before


def test_only_what_is_added_is_read(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    open_all(reports, project)
    (reports / "late.txt").write_text("The navy said that two sailors were wounded.\n", encoding="utf-8")
    assert open_all(reports, project).parts == {"collect": 1, "extract": 1, "link": 1, "reconcile": 1}
    other = open_project(tmp_path / "other")
    open_all(reports, other)
    assert bytes_of(project) == bytes_of(other)


def test_a_line_added_to_a_file_of_lines_is_the_only_document_read(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    open_all(reports, project)
    with (reports / "wire.jsonl").open("a", encoding="utf-8") as lines:
        lines.write('{"text": "Three sailors drowned."}\n')
    # The lines before it are in a file with other bytes now, which their documents name.
    assert open_all(reports, project).parts["extract"] == 3


def test_a_report_that_is_no_longer_given_leaves_the_tables_and_stays_in_the_originals(reports: Path, tmp_path: Path) -> None:
    project, alone = open_project(tmp_path / "project"), open_project(tmp_path / "alone")
    open_all(reports, project)
    open_all(reports / "navy.txt", project)
    open_all(reports / "navy.txt", alone)
    kept = {name: content for name, content in bytes_of(project).items() if not name.startswith("originals/")}
    assert kept == {name: content for name, content in bytes_of(alone).items() if not name.startswith("originals/")}
    assert len(list(project.originals.iterdir())) == len(REPORTS)


def test_order_of_paths_and_number_of_workers_leave_no_trace(reports: Path, tmp_path: Path) -> None:
    one, two = open_project(tmp_path / "one"), open_project(tmp_path / "two")
    paths = [reports / name for name in REPORTS]
    open_all(paths, one)
    open_reports(find_reports(paths[::-1]), two, Made(workers=2, few=0), Asked())
    assert bytes_of(one) == bytes_of(two)


def test_what_is_asked_makes_the_account_anew_and_nothing_else(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    open_all(reports, project)
    assert open_all(reports, project, seed=1).parts == {"collect": 0, "extract": 0, "link": 0, "reconcile": 1}
    assert open_all(reports, project, as_of=("1911-06",)).parts["reconcile"] == 1
    assert {each.as_of for each in gather_evidence(project).account.figures} == {"1911-06-30"}


def test_the_same_bytes_under_two_names_are_one_document(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    (reports / "again.txt").write_text(REPORTS["navy.txt"], encoding="utf-8")
    open_all(reports, project)
    (document,) = [each for each in read_collection(project).documents if each.name == "again.txt"]
    assert document.names == ("again.txt", "navy.txt")


def test_a_line_that_stands_in_two_files_is_one_document(tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    for name in ("b.jsonl", "a.jsonl"):
        (tmp_path / name).write_text(f'{{"text": "Nine sailors were rescued."}}\n{{"text": "Only in {name}."}}\n', encoding="utf-8")
    open_all([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], project)
    evidence = gather_evidence(project)
    assert len(evidence.documents) == 3
    (claim,) = evidence.claims
    assert claim.document_name == "a.jsonl"


def test_an_account_of_other_claims_than_there_are_now_is_not_shown(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "project")
    with pytest.raises(ProjectError, match="no account"):
        gather_evidence(project)
    open_all(reports / "navy.txt", project)
    collect_reports(find_reports([reports]), project, run_step)
    extract_reports(project, run_step)
    with pytest.raises(ProjectError, match="not of the claims"):
        gather_evidence(project)
    link_reports(project, run_step)
    reconcile_reports(project, run_step, Asked())
    assert "rescued" in {each.fate for each in gather_evidence(project).account.figures}


def test_nothing_to_read_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="nothing was found"):
        find_reports([tmp_path / "empty"])
    (tmp_path / "empty" / ".hidden").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="1 hidden file"):
        find_reports([tmp_path / "empty"])
    with pytest.raises(UsageError, match="does not exist"):
        find_reports([tmp_path / "nowhere"])


def test_a_project_among_the_reports_is_not_one_of_them(reports: Path) -> None:
    project = open_project(reports / "project")
    open_all(reports, project)
    before = bytes_of(project)
    assert set(open_all(reports, project).parts.values()) == {0}
    assert bytes_of(project) == before


def test_a_single_report_names_the_account(reports: Path, tmp_path: Path) -> None:
    project = open_project(tmp_path / "sea.unaccounted")
    open_all(reports / "court.md", project)
    assert gather_evidence(project).title == "The inquiry"
    open_all(reports, project)
    assert gather_evidence(project).title == "sea"


def test_a_stage_has_the_version_of_its_own_files() -> None:
    assert len({version_of(stage) for stage in ("collect", "extract", "link", "reconcile")}) == 4
    assert all(version_of(stage).startswith("0.") for stage in ("collect", "extract"))

"""Project folders: made where there is none, opened again unchanged, and refused in words where they cannot be used."""

from pathlib import Path

import pytest

from unaccounted.base.errors import ProjectError
from unaccounted.base.project import SETTINGS, TABLES, open_project
from unaccounted.base.records import RECORDS_VERSION


def test_a_project_is_made_with_its_parents_and_opened_again_unchanged(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "1812"
    made = open_project(folder)
    written = (folder / SETTINGS).read_bytes()
    assert [each.name for each in folder.iterdir()] == [SETTINGS]
    assert open_project(folder) == open_project(folder, create=False) == made
    assert (folder / SETTINGS).read_bytes() == written


def test_every_table_has_a_folder_of_its_own(tmp_path: Path) -> None:
    project = open_project(tmp_path)
    places = {project.table(name) for name in TABLES} | {project.originals}
    assert len(places) == len(TABLES) + 1
    assert all(place.is_relative_to(tmp_path) and place != tmp_path for place in places)


def test_a_start_that_was_cut_short_can_be_made_again(tmp_path: Path) -> None:
    (tmp_path / f".{SETTINGS}.4711").write_text("records", encoding="utf-8")
    assert open_project(tmp_path).folder == tmp_path


def test_settings_beside_the_version_are_kept(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text(f'records = {RECORDS_VERSION}\ntitle = "1812"\n', encoding="utf-8")
    open_project(tmp_path)
    assert 'title = "1812"' in (tmp_path / SETTINGS).read_text(encoding="utf-8")


def test_a_project_of_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text(f"records = {RECORDS_VERSION + 1}\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"newer version.*Update unaccounted") as raised:
        open_project(tmp_path)
    assert raised.value.where == str(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [SETTINGS]


def test_a_file_is_not_a_project(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Two came back.", encoding="utf-8")
    with pytest.raises(ProjectError, match="this is a file"):
        open_project(file)
    with pytest.raises(ProjectError, match="cannot be used"):
        open_project(file / "below")


def test_a_folder_with_other_files_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Two came back.", encoding="utf-8")
    with pytest.raises(ProjectError, match="holds other files"):
        open_project(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["letters.txt"]


def test_where_none_is_to_be_made_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="not a project"):
        open_project(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("settings", [b"", b"records = ", b"records = 'one'", b"records = true", b"version = 1", b"\xff\xfe", b"\x00" * 9])
def test_settings_that_cannot_be_read_say_what_they_must_hold(tmp_path: Path, settings: bytes) -> None:
    (tmp_path / SETTINGS).write_bytes(settings)
    with pytest.raises(ProjectError, match=rf"cannot be read.*records = {RECORDS_VERSION}"):
        open_project(tmp_path)


def test_a_loop_of_links_is_refused_in_words(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(ProjectError, match="cannot be used"):
        open_project(loop)

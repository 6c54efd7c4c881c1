"""Which files count as not read, as collect itself words them."""

from __future__ import annotations

import os
from pathlib import Path

from unaccounted.base.records import Failure, FileFound
from unaccounted.collect import collect_documents
from unaccounted.commands.outcome import EXIT_CODES, Ended, is_unread, judge_reading, say_exit_codes, say_unread


def test_what_nobody_wanted_read_is_not_unread(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The ministry said that twelve men were killed.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "unaccounted.toml").write_text("records = 1\n", encoding="utf-8")
    collection = collect_documents([tmp_path])
    assert len(collection.files) == 5
    assert [each.name for each in collection.files if is_unread(each)] == []
    assert judge_reading(collection.files, collection.failures) == 0


def test_what_somebody_may_have_wanted_read_is_unread(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "german.txt").write_text(
        "Die Truppen zogen ab, und die Stadt wurde von der Armee nicht mehr gehalten. " * 5, encoding="utf-8"
    )
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "half.jsonl").write_text('{"text": "Twelve men were killed."}\n{"text"\n', encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    collection = collect_documents([tmp_path])
    assert sorted(each.name for each in collection.files if is_unread(each)) == [
        "german.txt",
        "half.jsonl",
        "junk.txt",
        "pipe.txt",
        "scan.pdf",
    ]
    assert judge_reading(collection.files, collection.failures) == 2
    assert all(any(each.name in line for line in say_unread(collection.files, ())) for each in collection.files)


def test_a_document_at_which_a_stage_failed_is_unread() -> None:
    read = FileFound("a.txt", "0", 1, "read", None, None, 1)
    failure = Failure("extract", "a.txt", "0", "extract failed on it", None, "Report this fault")
    assert judge_reading([read], []) == 0
    assert judge_reading([read], [failure]) == 2
    assert say_unread([read], [failure]) == ["Failed: a.txt: extract failed on it. Report this fault."]


def test_long_lists_are_cut_and_say_so() -> None:
    many = [FileFound(f"{number}.pdf", None, 1, "skipped", "no reader", "Save it as text") for number in range(40)]
    lines = say_unread(many, ())
    assert len(lines) == 11 and "30 more" in lines[-1]


def test_an_empty_file_is_said_to_be_empty_and_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "blank.md").write_text(" \n\n", encoding="utf-8")
    collection = collect_documents([tmp_path])
    assert say_unread(collection.files, collection.failures) == [
        "Empty: blank.md: it holds no words.",
        "Empty: empty.txt: it holds no words.",
    ]
    assert judge_reading(collection.files, collection.failures) == Ended.WELL


def test_every_exit_code_is_told_in_the_help() -> None:
    from typer.testing import CliRunner

    from unaccounted.cli import app

    assert set(EXIT_CODES) == set(Ended)
    printed = " ".join(CliRunner().invoke(app, ["--help"]).output.split())
    assert say_exit_codes() in printed
    assert all(f"{code.value} {words}" in printed for code, words in EXIT_CODES.items())

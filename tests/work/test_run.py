"""Exactly once, the same bytes whoever did the work, and nothing lost to a fault, a kill or an interrupt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from unaccounted.base.records import Diagnostic, Failure
from unaccounted.base.tables import read_table
from unaccounted.work import Shard, run_step

if TYPE_CHECKING:
    from steps_for_tests import CountLetters as Step
else:
    Step = None

WORDS = ["set", "out", "killed", "detained", "returned", "left", "remaining", "unaccounted"]


def make_step(**changes: Any) -> Step:
    from steps_for_tests import CountLetters

    return CountLetters(**changes)


def shard(*words: str) -> Shard:
    return Shard("+".join(words), tuple(words))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def lengths(folder: Path) -> dict[str, float | None]:
    return {row.cohort: row.number for row in read_table(folder / "lengths", Diagnostic)}


def failures(folder: Path) -> list[Failure]:
    return list(read_table(folder / "failures", Failure))


def test_each_shard_has_a_part_in_every_table(tmp_path: Path) -> None:
    ran = run_step(make_step(), [shard("set", "killed"), shard("out")], tmp_path)
    assert ran.made == 2
    for table in ("lengths", "lengths/short", "failures"):
        assert sorted(path.name for path in (tmp_path / table).glob("*.parquet")) == sorted(ran.parts)
    assert lengths(tmp_path) == {"set": 3, "killed": 6, "out": 3}
    assert {row.cohort for row in read_table(tmp_path / "lengths/short", Diagnostic)} == {"set", "out"}


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    step = make_step(diary=diary)
    run_step(step, [shard(word) for word in WORDS[:4]], tmp_path)
    before = bytes_of(tmp_path / "lengths")
    assert run_step(step, [shard(word) for word in WORDS[:4]], tmp_path).made == 0
    assert run_step(step, [shard(word) for word in WORDS[:5]], tmp_path).made == 1
    assert diary.read_text().split() == WORDS[:5]
    assert before.items() <= bytes_of(tmp_path / "lengths").items()


@pytest.mark.parametrize("change", [{"version": "2"}, {"settings": "other"}, {"name": "recount"}])
def test_another_version_settings_or_step_makes_anew(tmp_path: Path, change: dict[str, str]) -> None:
    first = run_step(make_step(), [shard("set")], tmp_path)
    second = run_step(make_step(**change), [shard("set")], tmp_path)
    assert second.made == 1
    assert first.parts != second.parts


def test_parts_of_no_shard_are_removed_and_other_steps_parts_stay(tmp_path: Path) -> None:
    run_step(make_step(name="other"), [shard("left")], tmp_path)
    run_step(make_step(), [shard("set"), shard("out")], tmp_path)
    run_step(make_step(), [shard("out")], tmp_path)
    assert set(lengths(tmp_path)) == {"left", "out"}
    assert len(list((tmp_path / "failures").glob("*.parquet"))) == 2


def test_a_part_missing_in_one_table_is_made_again(tmp_path: Path) -> None:
    run_step(make_step(), [shard("!raise"), shard("out")], tmp_path)
    for path in (tmp_path / "failures").iterdir():
        path.unlink()
    assert run_step(make_step(), [shard("!raise"), shard("out")], tmp_path).made == 2
    assert len(failures(tmp_path)) == 1


def test_a_record_that_raises_is_a_failure_and_the_others_go_on(tmp_path: Path) -> None:
    run_step(make_step(), [shard("set", "!raise this", "out"), shard("left")], tmp_path)
    assert set(lengths(tmp_path)) == {"set", "out", "left"}
    (failure,) = failures(tmp_path)
    assert (failure.step, failure.name, failure.document) == ("count", "!raise this", "sha of !raise this")
    assert "ValueError: no such word as <object object>" in failure.what


def test_a_step_that_sets_nothing_aside_raises(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such word"):
        run_step(make_step(sets_aside=False), [shard("set"), shard("!raise")], tmp_path)
    assert set(lengths(tmp_path)) == {"set"}


def test_it_raises_from_a_worker_too(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such word"):
        run_step(make_step(sets_aside=False), [shard("!raise"), shard("set")], tmp_path, workers=2, few=0)


def test_the_same_bytes_whatever_the_workers_and_the_order(tmp_path: Path) -> None:
    shards = [shard(word) for word in [*WORDS, "!raise"]]
    run_step(make_step(), shards, tmp_path / "one")
    run_step(make_step(), shards[::-1], tmp_path / "two", workers=2, few=0)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_a_document_that_kills_its_worker_twice_is_set_aside(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    shards = [shard("set", "!kill it", "out"), shard("left"), shard("!kill alone"), shard("returned")]
    run_step(make_step(diary=diary), shards, tmp_path, workers=2, few=0)
    assert set(lengths(tmp_path)) == {"set", "out", "left", "returned"}
    assert {failure.name for failure in failures(tmp_path)} == {"!kill it", "!kill alone"}
    assert all("twice" in failure.what and failure.remedy for failure in failures(tmp_path))
    tries = diary.read_text().split("\n")
    assert tries.count("!kill alone") == 2
    assert tries.count("!kill it") == 3  # once with its shard, twice alone


def test_a_document_whose_worker_died_once_is_read_the_second_time(tmp_path: Path) -> None:
    run_step(make_step(diary=tmp_path / "diary"), [shard("set", "!once"), shard("out")], tmp_path, workers=2, few=0)
    assert set(lengths(tmp_path)) == {"set", "!once", "out"}
    assert failures(tmp_path) == []


def test_an_interrupt_keeps_what_is_finished_and_running_again_goes_on(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    with pytest.raises(KeyboardInterrupt):
        run_step(make_step(), [shard("set"), shard("!interrupt"), shard("out")], tmp_path)
    assert set(lengths(tmp_path)) == {"set"}
    run_step(make_step(diary=diary), [shard("set"), shard("out")], tmp_path)
    assert diary.read_text().split() == ["out"]


def test_no_worker_outlives_an_interrupt(tmp_path: Path) -> None:
    import multiprocessing

    def interrupt(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    shards = [shard(f"!sleep {number}") for number in range(40)]
    with pytest.raises(KeyboardInterrupt):
        run_step(make_step(), shards, tmp_path, workers=2, progress=interrupt, few=0)
    assert multiprocessing.active_children() == []
    kept = lengths(tmp_path)
    assert 2 <= len(kept) < 40
    again = run_step(make_step(), shards, tmp_path)
    assert again.made <= 40 - 2
    assert len(lengths(tmp_path)) == 40


def test_progress_counts_what_was_there_already(tmp_path: Path) -> None:
    run_step(make_step(), [shard("set")], tmp_path)
    seen: list[tuple[float, int]] = []
    run_step(make_step(), [shard(word) for word in WORDS[:3]], tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_shards_with_one_key_are_one(tmp_path: Path) -> None:
    assert run_step(make_step(), [shard("set"), shard("set")], tmp_path).made == 1


def test_what_a_killed_run_left_unfinished_is_removed(tmp_path: Path) -> None:
    run_step(make_step(), [shard("set")], tmp_path)
    left = tmp_path / "lengths" / ".count-00.parquet.4194304.unfinished"  # a process id beyond the system's largest
    left.write_bytes(b"half")
    run_step(make_step(), [shard("set")], tmp_path)
    assert not left.exists()

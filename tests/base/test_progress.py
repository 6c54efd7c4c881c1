"""Progress within one record reaches who listens, and nobody else."""

from __future__ import annotations

from unaccounted.base.progress import listen_to_progress, tell_progress


def test_who_listens_hears_and_only_for_the_while() -> None:
    heard: list[tuple[int, int]] = []
    tell_progress(1, 9)
    with listen_to_progress(lambda done, whole: heard.append((done, whole))):
        tell_progress(2, 9)
        with listen_to_progress(None):
            tell_progress(3, 9)
        tell_progress(4, 9)
    tell_progress(5, 9)
    assert heard == [(2, 9), (4, 9)]

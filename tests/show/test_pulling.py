"""Who pulls a figure where: in words, and as a picture whose rings stand where the figure would be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.records import Alternative
from unaccounted.base.vocabulary import Change
from unaccounted.show.pulling import draw_pulling
from unaccounted.show.pulls import gather_pulls, say_move
from unaccounted.show.terminal import say_pull

from .geometry import SVG, check_shapes, check_words, parse
from .world import ABOARD, DAY, FIGURES, make_evidence

DIED = FIGURES[1]


def other(change: str, claims: str, numbers: tuple[float, float, float] | None, share: float | None = None) -> Alternative:
    low, best, high = numbers or (None, None, None)
    move = None if best is None else best - (DIED.best or 0)
    return Alternative(ABOARD, "died", DAY, change, tuple(claims.split()), low, best, high, move, share, "re-weighed")


FOUND = (
    other(Change.STATEMENT, "c02 c07", (100, 104, 140), 0.62),
    other(Change.STATEMENT, "c16", (106, 112, 119), 0.08),
    other(Change.STATEMENT, "c15", (108, 113, 121), 0.0),
    other(Change.SOURCE, "c02 c07 c06", None, 1.0),
    other(Change.ORIGINS, "", (109, 112, 117)),
    other(Change.GRADES, "", (102, 118, 140)),
)


def test_the_strongest_pull_comes_first_and_pulls_against_the_move() -> None:
    pulls = gather_pulls(make_evidence(alternatives=FOUND), DIED)
    assert [pull.alternative.claims for pull in pulls.statements] == [("c02", "c07"), ("c16",), ("c15",)]
    first = pulls.statements[0]
    assert (first.who, first.says, first.moves, first.share) == ("coast guard", "112 died", "up by about 9", "62%")
    assert pulls.statements[2].moves == "hardly moves it" and not pulls.statements[2].own
    assert pulls.sources[0].moves == "without it there is no figure"
    assert [pull.moves for pull in pulls.assumptions] == ["down by about 1", "up by about 5"]
    assert say_pull(first) == "coast guard, 112 died: up by about 9; without it 104 (100–140); 62% of what is known"


def test_nothing_reckoned_nothing_shown() -> None:
    assert not gather_pulls(make_evidence(), DIED)
    assert draw_pulling(gather_pulls(make_evidence(), DIED)) == ""


def test_rings_stand_where_the_figure_would_be() -> None:
    root = parse(draw_pulling(gather_pulls(make_evidence(alternatives=FOUND), DIED)))
    check_words(root)
    check_shapes(root)
    rings = [float(each.get("cx", "0")) for each in root.iter(f"{SVG}circle") if each.get("class") == "hollow"]
    per_person = (540 - 232) / 150
    assert [(x - 232) / per_person for x in rings] == [pytest.approx(best, abs=1 / per_person) for best in (104, 112, 113, 112, 118)]
    assert "without it 104 (100–140)" in (root.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize(
    ("move", "leaves", "words"),
    [
        (-24_535.0, True, "up by about 25,000"),
        (24_535.0, True, "down by about 25,000"),
        (24_535.0, False, "up by about 25,000"),
        (0.4, True, "hardly moves it"),
        (None, True, "without it there is no figure"),
        (None, False, "no figure"),
    ],
)
def test_a_move_in_words(move: float | None, leaves: bool, words: str) -> None:
    assert say_move(move, DIED, leaves) == words


people = st.integers(0, 10**7).map(float)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Change)), st.tuples(people, people, people), st.floats(0, 1)), max_size=30))
def test_a_picture_of_any_pulls_keeps_its_words_apart_and_in_the_frame(
    found: list[tuple[Change, tuple[float, float, float], float]],
) -> None:
    several = []
    assumed: set[Change] = set()
    for place, (change, numbers, share) in enumerate(found):
        leaves = change in (Change.STATEMENT, Change.SOURCE)
        if leaves or change not in assumed:
            low, best, high = sorted(numbers)
            several.append(other(change, f"c{place % 16 + 1:02}" if leaves else "", (low, best, high), share if leaves else None))
            assumed.add(change)
    picture = draw_pulling(gather_pulls(make_evidence(alternatives=tuple(several)), DIED))
    if picture:
        root = parse(picture)
        check_words(root)
        check_shapes(root)

"""The account as a stream: widths are people, to within a pixel; words in their place; nothing out of the frame."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.accounts import Account
from unaccounted.base.records import Figure
from unaccounted.show.course import DATES, ENDS, TALL, TRUNK, lay_course
from unaccounted.show.flowing import can_flow, draw_flow
from unaccounted.show.ledger import Ledger, lay_out

from .geometry import SVG, check_shapes, check_words, ends_of, parse
from .world import ABOARD, ACCOUNT, CREW, figure

FATES = ("killed", "died", "detained", "returned", "deserted", "escaped", "missing")


def make_ledgers(dates: list[tuple[list[int], int, int]], label: str = "the crew") -> tuple[Ledger, ...]:
    """Ledgers whose best figures add up: for each date, people gone by each fate so far, still there, and unaccounted for."""
    figures: list[Figure] = []
    for place, (gone, there, rest) in enumerate(dates):
        day = f"20{10 + place}-01-01"

        def line(fate: str, best: int, role: str, day: str = day) -> Figure:
            return replace(figure(label, fate, (best * 0.8, best, best * 1.4), role, 1, ""), as_of=day)

        figures.append(line("joined", sum(gone) + there + rest, "entry"))
        figures += [line(fate, best, "exit") for fate, best in zip(FATES, gone, strict=False)]
        figures += [line("remaining", there, "still there"), line("unaccounted for", rest, "the rest")]
    return lay_out(Account(tuple(figures)))


def widths_at(root: object, x: float) -> dict[str, float]:
    """For each fate how wide its stretches are that end at a place."""
    found: dict[str, float] = {}
    for path in root.iter(f"{SVG}path"):  # type: ignore[attr-defined]
        if path.get("data-fate"):
            _, end, _, width = ends_of(path)
            if abs(end - x) < 0.1:
                found[path.get("data-fate")] = found.get(path.get("data-fate"), 0.0) + width
    return found


def test_every_lane_ends_as_wide_as_its_people() -> None:
    ledger = lay_out(ACCOUNT)[0]
    root = parse(draw_flow([ledger]))
    people = {line.figure.fate: line.figure.best or 0 for line in ledger.lines if line.figure.in_sum}
    entry = ledger.entry.best if ledger.entry else 0
    found = widths_at(root, ENDS)
    assert set(found) == set(people)
    for fate, best in people.items():
        assert found[fate] == pytest.approx(max(best * TALL / (entry or 1), 1), abs=1), fate
    (trunk,) = [each for each in root.iter(f"{SVG}rect") if each.get("data-fate")]
    assert float(trunk.get("height", "0")) == pytest.approx(TALL, abs=1)


histories = st.integers(1, 4).flatmap(
    lambda dates: st.tuples(
        st.lists(st.lists(st.integers(0, 60_000), min_size=3, max_size=7), min_size=dates, max_size=dates),
        st.lists(st.integers(0, 100_000), min_size=dates, max_size=dates),
        st.lists(st.integers(0, 9_000), min_size=dates, max_size=dates),
    )
)


@settings(max_examples=60, deadline=None)
@given(histories, st.text("aáW %&<", min_size=1, max_size=120))
def test_streams_of_any_history_are_true_and_stay_in_their_frame(history: tuple[list[list[int]], list[int], list[int]], label: str) -> None:
    came, there, rest = history
    ways = min(map(len, came))
    gone = [[sum(period[way] for period in came[: date + 1]) for way in range(ways)] for date in range(len(came))]
    ledgers = make_ledgers(list(zip(gone, there, rest, strict=True)), f"x{label}")
    if (
        not can_flow(ledgers)
        or sum(map(sum, gone)) + sum(there) + sum(rest) == 0
        or not all(each.entry and each.entry.best for each in ledgers)
    ):
        return
    root = parse(draw_flow(ledgers))
    check_words(root)
    check_shapes(root)
    most = max(each.entry.best or 0 for each in ledgers if each.entry)
    found = widths_at(root, ENDS)
    for line in ledgers[-1].lines:
        if line.figure.in_sum and line.figure.best:
            assert found[line.figure.fate] == pytest.approx(line.figure.best * TALL / most, abs=1.1), line.figure.fate


def test_the_trunk_is_at_every_date_as_wide_as_those_who_stay() -> None:
    ledgers = make_ledgers([([10, 0], 80, 10), ([30, 20], 200, 30), ([60, 90], 100, 50)])
    course = lay_course(ledgers, 0)
    root = parse(draw_flow(ledgers))
    for date, ledger in enumerate(ledgers):
        assert ledger.entry is not None
        found = widths_at(root, course.columns[date + 1])
        for line in ledger.lines:
            if line.figure.in_sum and line.figure.best:
                assert found[line.figure.fate] == pytest.approx(line.figure.best * TALL / 300, abs=1), (date, line.figure.fate)
    assert {each.text for each in root.iter(f"{SVG}text")} >= {"+180", "+20", "2010-01-01", "2012-01-01"}


def test_what_is_unaccounted_for_is_hatched_and_said_in_bold() -> None:
    root = parse(draw_flow([lay_out(ACCOUNT)[0]], "here"))
    rest = [each for each in root.iter(f"{SVG}path") if each.get("data-fate") == "unaccounted for"]
    assert rest and all(each.get("fill") == "url(#here-hatch)" for each in rest)
    assert root.find(f".//{SVG}pattern[@id='here-hatch']") is not None
    (said,) = [each for each in root.iter(f"{SVG}text") if each.text == "unaccounted for"]
    assert said.get("font-weight") == "700"
    assert "unaccounted for 46 (2–117)" in (root.findtext(f"{SVG}desc") or "")


def test_a_cohort_whose_entry_is_unknown_has_no_stream() -> None:
    assert draw_flow([each for each in lay_out(ACCOUNT) if each.cohort == CREW]) == ""
    assert draw_flow([]) == ""
    assert ABOARD in draw_flow([lay_out(ACCOUNT)[0]])


def test_of_many_dates_the_first_and_the_last_are_drawn() -> None:
    root = parse(draw_flow(make_ledgers([([date], 100, 5) for date in range(9)])))
    days = sorted(each.text or "" for each in root.iter(f"{SVG}text") if (each.text or "").endswith("-01-01"))
    assert len(days) == DATES and (days[0], days[-1]) == ("2010-01-01", "2018-01-01")
    check_words(root)
    assert TRUNK < ENDS

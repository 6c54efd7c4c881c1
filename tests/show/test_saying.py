"""Who says what, as a picture: every claim in its place on the scale, words apart, nothing told by colour alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unaccounted.base.accounts import Account
from unaccounted.base.records import FlatClaim
from unaccounted.base.vocabulary import BOUNDS, SOURCE_ROLES
from unaccounted.show import Evidence
from unaccounted.show.roles import draw_mark
from unaccounted.show.saying import draw_saying, gather_rows
from unaccounted.show.series import draw_series
from unaccounted.show.spans import find_said

from .geometry import SVG, check_shapes, check_words, parse
from .world import ABOARD, FIGURES, figure, make_evidence

SET_OUT, DIED = FIGURES[0], FIGURES[1]
LEFT, RIGHT = 206, 500


def test_claims_stand_where_their_numbers_say() -> None:
    root = parse(draw_saying(make_evidence(), SET_OUT))
    check_words(root)
    check_shapes(root)
    band = root.find(f"{SVG}rect[@class='band']")
    assert band is not None
    x, width = float(band.get("x", "0")), float(band.get("width", "0"))
    # The scale ends at 600: the harbour office's denial is drawn, too.
    per_person = (RIGHT - LEFT) / 600
    assert (x - LEFT) / per_person == pytest.approx(478, abs=1)
    assert width / per_person == pytest.approx(521 - 478, abs=1)
    bars = [each for each in root.iter(f"{SVG}line") if each.get("class") == "rule" and each.get("stroke-width") == "2"]
    ends = sorted(((float(each.get("x1", "0")) - LEFT) / per_person, (float(each.get("x2", "0")) - LEFT) / per_person) for each in bars)
    assert [pytest.approx(ends[0], abs=1)] == [(485, 520)]


def test_all_that_is_said_is_in_the_picture_and_in_its_words() -> None:
    root = parse(draw_saying(make_evidence(), SET_OUT))
    said = root.findtext(f"{SVG}desc") or ""
    for words in ("harbour office (government, B3", "480", "485 to 520", "600 (denied", "Reckoned: 488 (478–521)"):
        assert words in said
    texts = [each.text or "" for each in root.iter(f"{SVG}text")]
    assert "said, and not part of the figure:" in texts and "B3" in texts
    copies = [each.text for each in parse(draw_saying(make_evidence(), DIED)).iter(f"{SVG}text")]
    assert copies.count("the same statement again") == 1


def test_where_nobody_says_a_number_there_is_no_picture() -> None:
    assert draw_saying(make_evidence(), FIGURES[5]) == ""


def test_every_role_has_a_shape_and_every_grade_a_filling_of_its_own() -> None:
    def outline(role: str, letter: str) -> str:
        return draw_mark(role, letter, 0, 0).split("/>")[0].partition("fill=")[0]

    for one, two in combinations(SOURCE_ROLES, 2):
        assert outline(one, "A") != outline(two, "A")
    fillings = {letter: draw_mark("NGO", letter, 0, 0).partition("fill-opacity=")[2][:4] for letter in "ABCDEF"}
    assert len(set(fillings.values())) == 3 and fillings["A"] == fillings["B"] and fillings["D"] == fillings["F"]
    assert draw_mark(None, "F", 0, 0) == draw_mark("unnamed", "F", 0, 0)


numbers = st.floats(0, 1e7, allow_nan=False).map(round)


@st.composite
def claims(draw: st.DrawFn) -> FlatClaim:
    low, best, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    given_ends = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    shown = [float(number) if here else None for number, here in zip((low, best, high), given_ends, strict=True)]
    return FlatClaim(
        f"x{draw(st.integers(0, 10**6))}", ABOARD, "died", low=shown[0], best=shown[1], high=shown[2],
        bound=draw(st.sampled_from([*BOUNDS, None])), source=draw(st.text("abc WM", max_size=60)) or None,
        source_role=draw(st.sampled_from([*SOURCE_ROLES, None])), grade=draw(st.sampled_from(["A1", "C3", "F6", None, ""])),
        words=draw(st.sampled_from([None, "dozens", "scores of people"])), covers=draw(st.sampled_from([None, "killed;died"])),
        as_of=draw(st.sampled_from([None, "2020", "2020-05-01", "2021-03-14"])), published="2021-04-01",
        factuality=draw(st.sampled_from(["asserted", "denied", None])), origin=draw(st.sampled_from([None, "o1", "o2"])),
    )  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(claims(), max_size=40, unique_by=lambda claim: claim.id), st.tuples(numbers, numbers, numbers))
def test_pictures_of_any_claims_keep_their_words_apart_and_in_the_frame(told: list[FlatClaim], ends: tuple[int, int, int]) -> None:
    low, best, high = sorted(ends)
    used = " ".join(claim.id for claim in told if claim.factuality != "denied")
    died = figure(ABOARD, "died", (low, best, high), "exit", 1, used)
    later = replace(died, as_of="2021-06-01")
    evidence = Evidence(Account((died, later)), tuple(told))
    for picture in (draw_saying(evidence, died), draw_series(evidence, died)):
        if picture:
            root = parse(picture)
            check_words(root)
            check_shapes(root)


def test_a_series_shows_every_date_and_ties_what_one_source_said() -> None:
    told = [
        FlatClaim("a", ABOARD, "died", best=100.0, as_of="2021-01-01", source="coast guard", source_role="government", grade="B2"),
        FlatClaim("b", ABOARD, "died", best=140.0, as_of="2021-03-01", source="coast guard", source_role="government", grade="B2"),
        FlatClaim("c", ABOARD, "died", best=120.0, source="a paper", source_role="media", grade="C3"),
    ]
    figures = [replace(figure(ABOARD, "died", (90, 110, 130), "exit", 2, "a b c"), as_of=day) for day in ("2021-01-01", "2021-03-01")]
    evidence = Evidence(Account(tuple(figures)), tuple(told))
    root = parse(draw_series(evidence, figures[1]))
    check_words(root)
    check_shapes(root)
    texts = {each.text for each in root.iter(f"{SVG}text")}
    assert {"1 January 2021", "1 March 2021", "no date", "coast guard"} <= texts
    ties = [each for each in root.iter(f"{SVG}polyline") if each.get("stroke-dasharray")]
    assert len(ties) == 1
    (band,) = [each for each in root.iter(f"{SVG}polygon") if each.get("class") == "band"]
    heights = sorted({float(pair.split(",")[1]) for pair in band.get("points", "").split()})
    assert heights[1] - heights[0] == pytest.approx((130 - 90) * 260 / 150, abs=1), "the scale ends at 150"
    assert "Reckoned: as of 1 January 2021 110 (90–130)" in (root.findtext(f"{SVG}desc") or "")


def test_of_one_day_there_is_no_series() -> None:
    only = FlatClaim("a", ABOARD, "died", best=100.0, as_of="2021-03-14")
    died = figure(ABOARD, "died", (90, 100, 130), "exit", 1, "a")
    assert draw_series(Evidence(Account((died,)), (only,)), died) == ""


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"best": 40.0}, (40, 40, 40, 0)),
        ({"low": 40.0, "bound": "at least"}, (40, 40, 40, 1)),
        ({"best": 40.0, "bound": "at least"}, (40, 40, 40, 1)),
        ({"high": 40.0, "bound": "at most"}, (40, 40, 40, -1)),
        ({"low": 20.0, "high": 40.0, "bound": "between"}, (20, 30, 40, 0)),
        ({"best": 0.5, "unit": "share"}, (244, 244, 244, 0)),
        ({"low": 40.0}, (40, 40, 40, 1)),
    ],
)
def test_what_a_claim_says_in_people(claim: dict[str, object], said: tuple[float, ...]) -> None:
    found = find_said(FlatClaim("a", ABOARD, "died", **claim), SET_OUT)  # type: ignore[arg-type]
    assert found is not None
    assert (found.low, found.best, found.high, found.side) == said


def test_a_share_of_what_nobody_counted_cannot_be_drawn() -> None:
    assert find_said(FlatClaim("a", ABOARD, "died", best=0.5, unit="share"), None) is None
    assert find_said(FlatClaim("a", ABOARD, "died")) is None


def test_rows_stand_in_order_of_size() -> None:
    rows = gather_rows(make_evidence(), DIED, False)
    assert [row.said.best for row in rows] == sorted(row.said.best for row in rows)

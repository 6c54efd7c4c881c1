"""Spans: the grounding law, and that the algebra of spans agrees with the sets of code points that they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.errors import GroundingError
from unaccounted.base.spans import Span, check_grounding

TEXTS = st.text(min_size=1, max_size=40)


@st.composite
def spans(draw: st.DrawFn, longest: int = 40) -> Span:
    start = draw(st.integers(0, longest - 1))
    return Span(start, draw(st.integers(start + 1, longest)))


@st.composite
def texts_with_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    return text, draw(spans(len(text)))


def points(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(texts_with_span())
def test_a_quote_is_the_text_at_its_offsets(given_text: tuple[str, Span]) -> None:
    text, span = given_text
    quote = span.quote(text)
    assert quote == text[span.start : span.end]
    assert len(quote) == len(span)
    check_grounding(text, span.start, span.end, quote)


@given(texts_with_span(), TEXTS)
def test_any_other_quote_is_refused(given_text: tuple[str, Span], other: str) -> None:
    text, span = given_text
    if other == span.quote(text):
        check_grounding(text, span.start, span.end, other)
    else:
        with pytest.raises(GroundingError):
            check_grounding(text, span.start, span.end, other)


def test_offsets_count_code_points_not_bytes() -> None:
    text = "🧭 Ney’s men: 𝟑𝟎 döde."
    assert Span(0, 1).quote(text) == "🧭"
    check_grounding(text, 13, 15, "𝟑𝟎")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2), (-3, -1)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(GroundingError, match="at least one character"):
        Span(start, end)


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 0, ""), (0, 9, "abc"), (-3, 3, "abc"), (2, 1, "b"), (1, 3, "ab")])
def test_a_quote_that_stands_nowhere_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(GroundingError, match="does not stand"):
        check_grounding("abc", start, end, quote)


def test_a_span_beyond_its_text_has_no_quote() -> None:
    with pytest.raises(GroundingError, match="beyond its text"):
        Span(2, 4).quote("abc")


@given(spans(), spans())
def test_overlap_and_containment_are_those_of_sets(left: Span, right: Span) -> None:
    assert left.overlaps(right) == bool(points(left) & points(right)) == right.overlaps(left)
    assert left.contains(right) == (points(left) >= points(right))


@given(spans(), spans())
def test_the_cover_is_the_smallest_span_with_both(left: Span, right: Span) -> None:
    cover = left.cover(right)
    assert cover == right.cover(left)
    assert cover.contains(left) and cover.contains(right)
    assert {cover.start, cover.end} <= {left.start, left.end, right.start, right.end}


@given(spans(), st.integers(0, 100))
def test_shifting_keeps_the_length(span: Span, by: int) -> None:
    shifted = span.shift(by)
    assert len(shifted) == len(span)
    assert shifted.shift(-by) == span


@given(texts_with_span())
def test_trimming_leaves_no_white_space_and_loses_nothing_else(given_text: tuple[str, Span]) -> None:
    text, span = given_text
    trimmed = span.trim(text)
    assert span.contains(trimmed)
    assert trimmed.trim(text) == trimmed
    assert trimmed.quote(text) == span.quote(text).strip() or (trimmed == span and not span.quote(text).strip())

"""The sentence around a quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.show.sentences import REACH, find_sentence


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("Nobody came. Of them 40 died there. Two.", "40 died", "Of them 40 died there."),
        ("Nobody came. It found that 40 died. Two.", "It found that 40 died", "It found that 40 died."),
        ("Nobody came. It found that 40 died. Two.", "It found that 40 died.", "It found that 40 died."),
        ("Then Gen. Orlo said that 40 died. Two.", "40 died", "Then Gen. Orlo said that 40 died."),
        ("A heading\n\nOf them 40 died\n\nAnother", "40 died", "Of them 40 died"),
        ("He said: “All gone.” Of them 40 died! No.", "40 died", "Of them 40 died!"),
        ("Of them 3.5 thousand died. Two.", "3.5 thousand died", "Of them 3.5 thousand died."),
        ("40 died", "40 died", "40 died"),
    ],
)
def test_sentences(text: str, quote: str, whole: str) -> None:
    start = text.index(quote)
    found = find_sentence(text, start, start + len(quote))
    assert (found.quote, found.before + found.quote + found.after) == (quote, whole)


@given(st.text(alphabet="Ab1. \n!?[”(", max_size=300), st.data())
def test_it_stands_in_the_text(text: str, draw: st.DataObject) -> None:
    if not text:
        return
    start = draw.draw(st.integers(0, len(text) - 1))
    end = draw.draw(st.integers(start + 1, len(text)))
    found = find_sentence(text, start, end)
    assert found.quote == text[start:end]
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)


def test_one_endless_line_is_cut_and_says_so() -> None:
    text = "word " * 100_000 + "40 died " + "word " * 100_000
    start = text.index("40 died")
    found = find_sentence(text, start, start + 7)
    assert found.cut_before
    assert found.cut_after
    assert len(found.before) <= REACH
    assert len(found.after) <= REACH

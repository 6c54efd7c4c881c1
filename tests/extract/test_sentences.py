"""Where sentences begin and end in text that was wrapped."""

from __future__ import annotations

import pytest

from unaccounted.extract.sentences import cut_sentences

LINE = "It was reported on Tuesday in the town that at least 16 members of the "


@pytest.mark.parametrize("follows", ['"Peasant Patrol" died.', "(now banned) Patrol died.", "Patrol died.", "“Patrol” died."])
def test_a_sentence_goes_on_over_a_wrapped_line(follows: str) -> None:
    text = LINE.strip() + "\n" + follows
    assert [text[start:end] for start, end, _ in cut_sentences(text)] == [text]


@pytest.mark.parametrize("parts", [(LINE + "Patrol died.", "(Two fled.)"), (LINE + "They died.", '"Two fled."'), ("Dead", "(a) 12 men")])
def test_a_line_that_ends_a_sentence_or_is_short_ends_it(parts: tuple[str, str]) -> None:
    text = "\n".join(parts)
    assert [text[start:end] for start, end, _ in cut_sentences(text)] == list(parts)

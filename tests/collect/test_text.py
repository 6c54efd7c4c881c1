"""Plain text: the text is the decoded bytes, to the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unaccounted.collect.text import read_text

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff")


@given(st.text(alphabet=st.one_of(LETTERS, st.sampled_from("\r\n\t ")), min_size=1, max_size=200))
def test_text_is_kept_to_the_letter(text: str) -> None:
    if text.startswith(("PAR1", "BZh", "%PDF-", "{\\rtf")):
        return
    for mark in (b"", b"\xef\xbb\xbf"):
        layer = read_text(mark + text.encode())
        assert layer.text == text
        assert layer.format == "text"


def test_line_ends_and_offsets() -> None:
    layer = read_text("Tôt\r\n\r\n30 killed\rthen\n".encode())
    assert layer.text[7:16] == "30 killed"

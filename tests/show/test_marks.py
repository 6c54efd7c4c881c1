"""Marks nest whatever the offsets, and the text stays the text."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.records import Claim
from unaccounted.show.marks import mark_text


def _claim(number: int, start: int, end: int, text: str) -> Claim:
    return Claim(f"c{number}", "d", "d.txt", "count", start, end, text[start:end])


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(st.text(alphabet="ab \n<&", min_size=1, max_size=60))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=8))
    return text, [_claim(number, a, max(b, a + 1), text) for number, (a, b) in enumerate(spans)]


@given(_texts())
def test_laws_of_marking(given_text: tuple[str, list[Claim]]) -> None:
    text, claims = given_text
    blocks = mark_text(text, claims)
    assert "".join(piece.text for block in blocks for piece in block.pieces) == text
    marked: dict[str, str] = defaultdict(str)
    firsts: list[str] = []
    for block in blocks:
        opened: list[Claim] = []
        for piece in block.pieces:
            if piece.kind == "open":
                assert piece.claim is not None
                opened.append(piece.claim)
                if piece.first:
                    firsts.append(piece.claim.id)
            elif piece.kind == "close":
                assert opened.pop() is piece.claim
            for claim in opened if piece.kind == "text" else ():
                marked[claim.id] += piece.text
        assert not opened
    assert dict(marked) == {claim.id: claim.quote for claim in claims}
    assert sorted(firsts) == sorted(claim.id for claim in claims)
    assert sorted(claim.id for block in blocks for claim in block.claims) == sorted(claim.id for claim in claims)


def test_overlapping_marks_are_closed_and_opened_again() -> None:
    text = "abcdef"
    (block,) = mark_text(text, [_claim(1, 0, 4, text), _claim(2, 2, 6, text)])
    shown = "".join(
        piece.text or (f"<{piece.claim.id}{'!' if piece.first else ''}>" if piece.kind == "open" else f"</{piece.claim.id}>")
        for piece in block.pieces
        if piece.claim or piece.text
    )
    assert shown == "<c1!>ab</c1><c2!><c1>cd</c1>ef</c2>"

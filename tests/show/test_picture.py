"""Bars and pictures: well-formed, without style, every number said in words, nothing out of its frame."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.accounts import Account
from unaccounted.base.errors import UsageError
from unaccounted.show.bars import draw_bar, draw_characters, round_up
from unaccounted.show.ledger import lay_out
from unaccounted.show.picture import draw_account, draw_ledger

from .world import ABOARD, ACCOUNT, DAY, FIGURES, figure, make_evidence

SVG = "{http://www.w3.org/2000/svg}"


def test_a_picture_says_every_number_in_words() -> None:
    picture = draw_account(make_evidence(), ABOARD, DAY)
    root = ET.fromstring(picture)
    said = root.findtext(f"{SVG}desc") or ""
    for line in ("set out: 488 (478–521)", "of which imprisoned: not reckoned", "unaccounted for: 46 (2–117)", "wounded: 101 (38–140)"):
        assert line in said
    assert root.find(f"{SVG}title") is not None
    assert len(root.findall(f"{SVG}circle")) == 7, "one mark for each line that was reckoned"
    assert not {"style", "script", "image", "foreignObject"} & {each.tag.removeprefix(SVG) for each in root.iter()}
    assert not any(name == "style" or name.startswith("on") for each in root.iter() for name in each.attrib)


def test_every_row_is_a_link_where_there_are_addresses() -> None:
    ledger = lay_out(ACCOUNT)[0]
    root = ET.fromstring(draw_ledger(ledger, lambda each: f'/x?"{each.fate}"&'))
    assert [each.get("href") for each in root.findall(f"{SVG}a")] == [f'/x?"{line.figure.fate}"&' for line in ledger.lines]


def test_long_labels_stay_in_the_frame() -> None:
    label = "the men, women and children of " + "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 4 + " & <sons>"
    figures = tuple(replace(each, cohort=label, note=(each.note or "") * 9) for each in FIGURES if each.cohort == ABOARD)
    huge = figure(label, "died in custody", (123_456_789, 987_654_321, 1_987_654_321), "of which", 1, "")
    root = ET.fromstring(draw_account(make_evidence(account=Account((*figures, huge))), label, DAY))
    width = float(root.get("width", "0"))
    for text in root.iter(f"{SVG}text"):
        x, size = float(text.get("x", "0")), float(text.get("font-size", "0"))
        length = float(text.get("textLength") or len(text.text or "") * size * 0.62)
        left = {"start": x, "middle": x - length / 2, "end": x - length}[text.get("text-anchor", "start")]
        assert left >= 0, text.text
        assert left + length <= width, text.text


def test_a_cohort_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="people aboard the ferry Halcyon at 2021-03-14"):
        draw_account(make_evidence(), "nobody", DAY)


def test_bars_are_escaped_and_told_in_words() -> None:
    bar = draw_bar(replace(FIGURES[1], fate='"><script>'), 500)
    assert "<script" not in bar
    assert "108–121" in ET.fromstring(bar).get("aria-label", "")
    assert "rect" not in draw_bar(FIGURES[5], 500), "a line that was refused has no band"


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 1e9), st.integers(1, 60), st.booleans())
def test_characters_fit_and_keep_their_order(a: float, b: float, c: float, width: int, ascii_only: bool) -> None:
    low, best, high = sorted((a, b, c))
    bar = draw_characters(figure("all", "died", (low, best, high), "exit", 1, ""), high, width, ascii_only)
    assert len(bar) == width
    assert bar.count("o" if ascii_only else "●") == 1
    assert bar.isascii() is ascii_only


@given(st.floats(1e-3, 1e12))
def test_the_scale_holds_its_numbers(top: float) -> None:
    assert top * (1 - 1e-6) <= round_up(top) <= top * 2.0001

"""The first lines of a text: title, byline, dateline and header lines where plainly there, else nothing."""

from __future__ import annotations

import pytest

from unaccounted.collect.opening import state_opening
from unaccounted.collect.reading import Stated

BODY = "Thirty people were killed when the river rose, the mayor said on Monday; twelve more have not been seen since."


def _stated(text: str) -> dict[str, str]:
    found: dict[str, Stated] = {}
    state_opening(text, found)
    return {field: each.value for field, each in found.items()}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (f"River takes thirty\n\n{BODY}", {"title": "River takes thirty"}),
        (f"River takes thirty\r\n\r\n{BODY}\r\n", {"title": "River takes thirty"}),
        (f"River takes thirty\nBy Ann Bell\n\n{BODY}", {"title": "River takes thirty", "author": "Ann Bell"}),
        (f"River takes thirty\n\nBY ANN BELL, Valley Herald\n\n{BODY}", {"title": "River takes thirty", "author": "ANN BELL"}),
        (
            f"River takes thirty\n\nBy Ann Bell and Tom de Orr\n\n{BODY}",
            {"title": "River takes thirty", "author": "Ann Bell and Tom de Orr"},
        ),
        (f"River takes thirty\nPORT HOPE, 4 March 2019 - {BODY}", {"title": "River takes thirty", "published": "2019-03-04"}),
        (f"PORT HOPE, Upper Valley, March 4, 2019 (VNS) -- {BODY}", {"published": "2019-03-04"}),
        (
            f"Title: River takes thirty\nPublished: 2019-03\nAuthor: Ann Bell\nURL: https://example.org/a\n\n{BODY}",
            {"title": "River takes thirty", "published": "2019-03", "author": "Ann Bell", "url": "https://example.org/a"},
        ),
        (f"River takes thirty\nDate: 4 March 2019\n\n{BODY}", {"title": "River takes thirty", "published": "2019-03-04"}),
    ],
)
def test_plain_openings(text: str, stated: dict[str, str]) -> None:
    assert _stated(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{BODY}",
        "Thirty people were killed.\n\n" + BODY,
        "Thirty people were killed when the river rose in the night, and they\nwere buried by the church. The mayor spoke.\n",
        "River takes thirty",
        "and so it ended\n\n" + BODY,
        "  VALLEY CITY, 4 MAR 19 -- [TEXT] THIRTY PEOPLE WERE KILLED\nBY TROOPS OF THE THIRD BRIGADE.\n",
        "The men were led off\nBy Cossack Horsemen\nof the Don, and no one saw them again in that year or the next one.",
        "They marched near Port Hope on 4 March 2019 - and no one came back.",
        "12 May: nobody\nknows more.",
        "",
        "\n\n",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert _stated(text) == {}


def test_what_is_stated_already_stays() -> None:
    found = {"title": Stated("Another", "front matter")}
    state_opening(f"River takes thirty\n\n{BODY}", found)
    assert found == {"title": Stated("Another", "front matter")}


def test_a_day_on_a_line_alone_among_the_first_is_the_day_of_publication() -> None:
    found: dict[str, Stated] = {}
    state_opening("Harbour Times\n15 March 2019\n\nThe toll rose to 61 on Friday.\n", found)
    assert (found["published"].value, found["published"].where) == ("2019-03-15", "a line with a date alone")
    for text in ("The toll rose.\n1914\n", "It began.\nMarch 2019\nIt ended.\n", "a\nb\nc\nd\ne\n15 March 2019\n"):
        other: dict[str, Stated] = {}
        state_opening(text, other)
        assert "published" not in other

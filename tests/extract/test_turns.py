"""Turns of a transcript: whose word it is in a speech, after a turn mark, and where nothing is one."""

from __future__ import annotations

import pytest

from tests.extract.conftest import make_document
from unaccounted.extract import extract_claims

SPOKEN = [
    ("[SPEECH] [MINISTER ANA RUIZ] [TEXT] Four men drowned in it.", ["MINISTER ANA RUIZ"]),
    ("[STATEMENT] [PORT UNION] [TEXT] They left.\n\nFour men were killed.", ["PORT UNION"]),
    ("[ADDRESS] [MINISTER ANA RUIZ] [TEXT] We came. The mayor said that four men were killed.", ["The mayor"]),
    ("MINISTER ANA RUIZ: Four men drowned.\n\nFour women were killed.", ["MINISTER ANA RUIZ", None]),
    ("QUESTION: Is it so?\n\nMR. DIAZ: Four men drowned.\n\nQUESTION: Four women were killed.", ["MR. DIAZ", None]),
    ("[REPORTER] Four men drowned? [DIAZ] Four women died. [REPORTER] And? [DIAZ] Right.", [None, "DIAZ"]),
    ("It began. [BEGIN RECORDING] [COLONEL RUIZ] Four men drowned. [END RECORDING] Four women died.", ["COLONEL RUIZ", None]),
    ("[SPEECH] [ANA RUIZ, MAYOR OF OSLO] [TEXT] I came. [APPLAUSE] Four men drowned. [APPLAUSE]", ["ANA RUIZ"]),
]
UNMARKED = [
    "[APPLAUSE] Four men drowned. [APPLAUSE] It went on.",
    "[REPORT] [JUAN DIAZ] [TEXT] Four men drowned.",
    "The guards of the League of Ports [LP] came. Four men drowned.",
    "POLICE: FOUR MEN DROWNED.",
    "NOTE: Four men drowned.",
    "QUESTION: How many? Four men drowned.",
]


def _speakers(text: str) -> list[str | None]:
    claims = [claim for claim in extract_claims(make_document(text)) if claim.kind == "count" and claim.best == 4]
    return [claim.source.name if claim.source is not None else None for claim in claims]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_what_is_said_in_a_turn_is_the_speakers(text: str, speakers: list[str | None]) -> None:
    assert _speakers(text) == speakers


@pytest.mark.parametrize("text", UNMARKED)
def test_what_is_no_turn_mark_makes_nobody_speak(text: str) -> None:
    assert _speakers(text) == [None]

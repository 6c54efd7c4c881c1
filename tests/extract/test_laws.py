"""The laws of every reader: grounding, determinism, independence of order, and a gate that loses nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extract.conftest import make_document
from unaccounted.base.records import Claim
from unaccounted.base.spans import check_grounding
from unaccounted.extract import extract_claims, reader
from unaccounted.extract.event_words import load_events
from unaccounted.extract.gate import fault_of
from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.naming import load_naming
from unaccounted.extract.personal import load_personal
from unaccounted.extract.policy_words import load_policies
from unaccounted.extract.reader import RulesReader
from unaccounted.extract.signs import KINDS
from unaccounted.extract.trend_words import load_trends

CORPUS = Path(__file__).parents[1] / "corpus" / "train"
READERS = [RulesReader()]

WORDS = [
    "12",
    "1,200",
    "around",
    "at least",
    "dozens of",
    "10% of",
    "soldiers",
    "Russian",
    "ISIS",
    "fighters",
    "were",
    "killed",
    "and",
    "wounded",
    "died",
    "who",
    "joined",
    "returned",
    "(",
    ")",
    "the government said that",
    "denied",
    ".",
    ",",
    "Abu Omar",
    "(real name unknown)",
    "Katiba",
    "their",
    "families",
    "in May 2015",
    "the majority of",
    "not",
    "\n",
    "\n\n",
    "“",
    "”",
    "\u200b",
    "\u00ad",
    "😀",
    "e\u0301",
    "مقاتل",
    "\r\n",
    "no one",
    "the death of",
    "-",
    "between",
    "5 000",
    "attacked",
    "the village of Rawa",
    "the siege of",
    "capsized",
    "split",
    "refuses to accept",
    "under surveillance",
    "no common policy on",
    "deaths",
    "have fallen",
    "fewer",
    "no longer",
    "the first group are",
    "those who",
    "can be divided into two groups:",
    ";",
]
NOISE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def _entries() -> list[str]:
    """Every tenth phrase of the tables that the gate is made of, with words that stand beside them."""
    tables = (
        *(load_lexicon("en").fates, load_personal().fates, load_naming().alias, load_group_words().ended, load_group_words().called),
        *(load_events().verbs, load_events().nouns, load_policies().verbs, load_trends().flows, load_trends().verbs),
    )
    phrases = sorted({" ".join(words) for table in tables for words in table.phrases()})
    beside = [
        "Omar Hadid",
        "Hadid",
        "he",
        "they",
        "the",
        "a",
        "12",
        "General",
        "people",
        "of",
        "in",
        "Mosul",
        "Germany",
        ",",
        ".",
        "\n",
        "(",
    ]
    return [*phrases[::10], *phrases[5::10], *beside * 6, "who", "the Hittin Battalion", ")", "nurse", "those", "groups", "first"]


LONGER_NOISE = st.lists(st.sampled_from(_entries()), max_size=30).map(" ".join)

REPORTS = [
    "Around 500 Tunisians joined ISIS. About 15% of those who joined have come home. Dozens of their families were detained.",
    "SEVEN SOLDIERS WERE KILLED AND 12 WOUNDED WHEN A MINE EXPLODED. THE ARMY SAID 40 GUERRILLAS WERE CAPTURED.",
    "Abu Salim (real name Karim Aziz) was killed near Homs, Syria, in March 2016.",
]


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.name)
@settings(max_examples=150, deadline=None)
@given(text=st.one_of(NOISE, st.text(max_size=200)))
def test_every_quote_stands_at_its_offsets(each: reader.Reader, text: str) -> None:
    document = make_document(text)
    for claim in extract_claims(document, [each]):
        check_grounding(document.text, claim.start, claim.end, claim.quote)


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.name)
def test_the_same_document_gives_the_same_claims_whatever_was_read_before(each: reader.Reader) -> None:
    alone = {text: extract_claims(make_document(text), [each]) for text in REPORTS}
    assert all(alone.values())
    shuffled = REPORTS * 2
    random.Random(3).shuffle(shuffled)
    for text in shuffled:
        assert extract_claims(make_document(text), [each]) == alone[text]


def read_ungated(text: str) -> list[Claim]:
    """The claims of a text, every sentence of which is read for every kind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "kinds_told", lambda tokens, text, language: KINDS)
        return extract_claims(make_document(text))


@settings(max_examples=300, deadline=None)
@given(text=NOISE | LONGER_NOISE, loud=st.booleans())
@example(text="Omar Hadid is a baker. He was killed in May. The Free Front (FF) is small. FF was disbanded.", loud=False)
@example(text="Ann Vane-Cole was ill. She died in 2015. It did n't help: he cannot return, and 12soldiers were kil\u00adled.", loud=False)
@example(text='The mayor, Karim Aziz, wept. Aziz was shot dead. The accused was tried. "Wolf" is a nom de guerre.', loud=True)
def test_the_gate_of_interest_loses_no_claim(text: str, loud: bool) -> None:
    text = text.upper() if loud else text
    assert read_ungated(text) == extract_claims(make_document(text))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_gate_of_interest_loses_no_claim_of_a_report(path: Path) -> None:
    text = yaml.safe_load(path.read_text(encoding="utf-8"))["text"]
    assert read_ungated(text) == extract_claims(make_document(text))


def test_the_one_gate_refuses_a_quote_a_number_or_a_word_that_does_not_stand() -> None:
    from dataclasses import replace

    document = make_document("At least 30 people were killed.")
    (claim,) = extract_claims(document)
    lexicon = load_lexicon("en")
    assert fault_of(claim, document, lexicon) is None
    wrong: list[Claim] = [
        replace(claim, quote=claim.quote.replace("30", "13")),
        replace(claim, start=claim.start + 1),
        replace(claim, low=13.0),
        replace(claim, fate="vanquished"),
        replace(claim, document="0" * 64),
    ]
    assert all(fault_of(each, document, lexicon) for each in wrong)


def test_a_long_line_without_an_end_is_read_to_its_last_words() -> None:
    text = "word " * 40_000 + "twelve miners were killed"
    claims = extract_claims(make_document(text))
    assert [(claim.fate, claim.best) for claim in claims] == [("killed", 12.0)]

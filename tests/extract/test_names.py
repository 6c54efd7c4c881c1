"""Who a named person is: other names, real names, origin; what is no other name."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from unaccounted.base.records import Claim
from unaccounted.extract.aliases import find_mentions
from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.personal import load_personal
from unaccounted.extract.sentences import read_sentence
from unaccounted.extract.signs import kinds_told
from unaccounted.extract.tokens import find_tokens


def _identities(claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.kind == "identity"]


@pytest.mark.parametrize(
    ("text", "person", "alias", "real"),
    [
        ("Ali Hassan al-Majid, known as Chemical Ali, was hanged.", "Ali Hassan al-Majid", "Chemical Ali", None),
        ("Pedro Soto, alias Tito, was shot.", "Pedro Soto", "Tito", None),
        ('Pedro Soto, nicknamed "the Fox", was shot.', "Pedro Soto", "the Fox", None),
        ('Pedro "Tito" was shot.', "Pedro", "Tito", None),
        ("Vladimir Petrovsky, born Grigori Levin, was shot.", "Grigori Levin", "Vladimir Petrovsky", "Grigori Levin"),
        ("Abu Walid (real name Timur Saidov) was killed.", "Timur Saidov", "Abu Walid", "Timur Saidov"),
        ("Abu Jihad (Islam Tariq Khan) was killed.", "Islam Tariq Khan", "Abu Jihad", "Islam Tariq Khan"),
        ("Abu Hafs al-Shami (real name unknown) was killed.", None, "Abu Hafs al-Shami", "unknown"),
        ("Abu Hafs al-Shami, whose real name is not known, was killed.", None, "Abu Hafs al-Shami", "unknown"),
        ('"Commander Tiger", whose real name is unknown, was killed.', None, "Commander Tiger", "unknown"),
        ("A man known only as Wolf was captured.", None, "Wolf", "unknown"),
        ("He was a man of whom only the kunya, Abu Dujana, is known.", None, "Abu Dujana", "unknown"),
        ("Samir Aziz, who called himself Abu Omar al-Iraqi, died.", "Samir Aziz", "Abu Omar al-Iraqi", None),
        (
            'AMONG THE DEAD IS "COMANDANTE TITO", WHOSE REAL NAME WAS PEDRO SOTO LUNA.',
            "PEDRO SOTO LUNA",
            "COMANDANTE TITO",
            "PEDRO SOTO LUNA",
        ),
    ],
)
def test_extract_claims_reads_other_names(read: Read, text: str, person: str | None, alias: str, real: str | None) -> None:
    (claim,) = _identities(read(text))
    assert (claim.person, claim.alias, claim.real_name) == (person, alias, real)
    assert claim.quote == text[claim.start : claim.end]


@pytest.mark.parametrize(
    ("text", "person", "origin", "label"),
    [
        ("A Tunisian national, Sami Trabelsi, was detained in Rome.", "Sami Trabelsi", "Tunisia", "Tunisian national"),
        ("Sami Trabelsi, a Tunisian from Sfax, was detained in Rome.", "Sami Trabelsi", "Tunisia", "Tunisian from Sfax"),
        ("Peter Schwarz, a baker from Ulm, was killed.", "Peter Schwarz", None, "baker from Ulm"),
    ],
)
def test_extract_claims_reads_an_origin_in_an_apposition(read: Read, text: str, person: str, origin: str | None, label: str) -> None:
    (claim,) = _identities(read(text))
    assert claim.cohort is not None
    assert (claim.person, claim.cohort.origin, claim.cohort.label) == (person, origin, label)


@pytest.mark.parametrize(
    "text",
    [
        "The governor, Don Alvaro Pinto, was strangled.",
        "Witnesses called Pedro Soto a liar after he was arrested.",
        "Pedro Soto was born in 1970 and was arrested in 2001.",
        "The town of Villa Rosa, known as Little Rome, was bombed and 12 people died.",
        'Robert Hale called "The Evening Show" after 12 men were killed.',
        "Tunis-born Pedro Soto was arrested.",
        'Liberty Field, known as "The Box", was bombed and 12 people died.',
        "Pedro Soto, a member of the class known as La Tanda, was arrested.",
        'The court asked that Pedro Soto "thoroughly" explain how 12 men were killed.',
        "Pedro Soto, a leader of the so-called Lima Cartel, was arrested.",
    ],
)
def test_extract_claims_takes_no_office_and_no_place_for_another_name(read: Read, text: str) -> None:
    assert not [claim for claim in _identities(read(text)) if claim.alias]


def test_extract_claims_keeps_a_kunya_its_real_name_and_that_one_is_unknown(read: Read) -> None:
    claims = read("Abu Walid (real name Timur Saidov) and Abu Hafs al-Shami (real name unknown) were arrested by the police.")
    known, unknown = _identities(claims)
    assert (known.person, known.alias, known.real_name) == ("Timur Saidov", "Abu Walid", "Timur Saidov")
    assert (unknown.person, unknown.alias, unknown.real_name) == (None, "Abu Hafs al-Shami", "unknown")
    assert {claim.person for claim in claims if claim.kind == "fate" and claim.fate == "detained"} == {"Timur Saidov", "Abu Hafs al-Shami"}


def test_extract_claims_takes_an_alias_for_no_second_person(read: Read) -> None:
    fates = [claim for claim in read("Ali Hassan al-Majid, known as Chemical Ali, was hanged.") if claim.kind == "fate"]
    assert [claim.person for claim in fates] == ["Ali Hassan al-Majid"]


def test_extract_claims_lets_the_gate_pass_every_phrase_about_one_person_or_a_group() -> None:
    tables = (load_personal().fates, load_group_words().ended, load_group_words().made_of)
    phrases = [" ".join(words) for table in tables for words in table.phrases()]
    said = [f"Omar Hadid: {phrase.upper()} by the Free Front." for phrase in [*phrases, *load_personal().remains]]
    assert not [text for text in said if not kinds_told(find_tokens(text), text) & {"person", "group"}]


def test_find_mentions_takes_time_linear_in_the_length_of_a_sentence_of_names() -> None:
    text = "Anna Petrova, " * 3000
    mentions = find_mentions(read_sentence(text, 0, len(text), 0), text, load_lexicon("en"))
    assert len(mentions) == 3000

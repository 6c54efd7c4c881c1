"""What is a protected name in a text, and what is not."""

from __future__ import annotations

import pytest

from unaccounted.show.names import find_ordinary, know_names
from unaccounted.show.redaction import WITHHELD, redact_text

PERSONS = ["Teodor Varga", "Abu Omar al-Kestani", "Lena Öztürk", "Marco Ney", "General Halvard Moss", "Иван Дробышев", "Jordan Pell"]
ORDINARY = find_ordinary(
    places=["Kestan", "Port Halvard"], groups=["Varga's brigade", "the river guards"], texts=["They were the guards of the river."]
)
NAMES = know_names(PERSONS, ORDINARY)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Teodor Varga sailed.", f"{WITHHELD} sailed."),
        ("TEODOR  VARGA sailed, teodor\nvarga did.", f"{WITHHELD} sailed, {WITHHELD} did."),
        ("Varga, Teodor", f"{WITHHELD}, {WITHHELD}"),
        ("teodorvarga@ship", f"{WITHHELD}@ship"),
        ("varga_teodor-2.txt", f"{WITHHELD}_{WITHHELD}-2.txt"),
        ("Mr Varga's sister", f"Mr {WITHHELD}'s sister"),
        ("Várga and V\u200barga and Va\u0301rga", f"{WITHHELD} and {WITHHELD} and {WITHHELD}"),
        ("Lena Ozturk; Öztürk", f"{WITHHELD}; {WITHHELD}"),
        ("Marshal Ney had any money", f"Marshal {WITHHELD} had any money"),
        ("Abu Omar fell, Abu Bakr did not", f"Abu {WITHHELD} fell, Abu Bakr did not"),
        ("AbuOmar al Kestani", WITHHELD),
        ("Drobyshev and Дробышев", f"{WITHHELD} and {WITHHELD}"),
        ("Varga's brigade lost 40", f"{WITHHELD}'s brigade lost 40"),
        ("in Jordan the Pell house", f"in Jordan the {WITHHELD} house"),
        ("Jordan Pell", WITHHELD),
        ("at Port Halvard, General Orlo", "at Port Halvard, General Orlo"),
        ("Halvard Moss", WITHHELD.replace("[", "Halvard [")),
        ("a mossy bank, the vargas", "a mossy bank, the vargas"),
    ],
)
def test_what_is_withheld(text: str, plain: str) -> None:
    assert redact_text(text, NAMES) == plain


def test_a_name_of_nothing_but_titles_withholds_nothing() -> None:
    assert redact_text("The general said so", know_names(["The General", "  ", "Unknown"], ORDINARY)) == "The general said so"


def test_a_full_name_is_withheld_even_where_it_is_a_place() -> None:
    assert redact_text("Kestan fell silent", know_names(["Kestan"], ORDINARY)) == f"{WITHHELD} fell silent"


def test_many_names_over_a_long_text_are_quick() -> None:
    from time import perf_counter

    names = know_names([f"Person Number{number} Surname{number}" for number in range(3000)], ORDINARY)
    began = perf_counter()
    assert redact_text("word " * 200_000 + "Surname77", names).endswith(WITHHELD)
    assert perf_counter() - began < 3

"""Names in typed parts, whatever the spelling and the script."""

from __future__ import annotations

import pytest

from unaccounted.link.spelling import compare_words, skeleton_of, sound_word
from unaccounted.link.typed_names import type_name


@pytest.mark.parametrize(
    ("printed", "words", "kunyas"),
    [
        ("Abd al-Rahman bin Umar", ("abdrahman", "umar"), ()),
        ("Abdurrahman Umar", ("abdrahman", "umar"), ()),
        ("Haji Nur al-Din", ("nurdin",), ()),
        ("Nuruddin", ("nurdin",), ()),
        ("Abu Anisa ad-Dagestani", ("dagestani",), ("anisa",)),
        ("Abu Abd al-Rahman", (), ("abdrahman",)),
        ("Umm Khalid", (), ("khalid",)),
        ("Sheikh Omar Saheb", ("omar",), ()),
        ("Haji", ("haji",), ()),
        ("Иван Петров", ("ivan", "petrov"), ()),
        ("", (), ()),
    ],
)
def test_parts(printed: str, words: tuple[str, ...], kunyas: tuple[str, ...]) -> None:
    typed = type_name(printed)
    assert (typed.words, typed.kunyas) == (words, kunyas)
    assert typed.is_kunya == (not words and bool(kunyas))


def test_names_in_arabic_letters_have_the_parts_that_they_have_in_latin_ones() -> None:
    for arabic, latin in (("أبو محمد الجولاني", "Abu Muhammad al-Julani"), ("عبدالرحمن بن عمر", "Abd al-Rahman bin Umar")):
        one, two = type_name(arabic), type_name(latin)
        assert one.consonantal and not two.consonantal
        assert [skeleton_of(word) for word in one.words] == [skeleton_of(word) for word in two.words]
        assert [skeleton_of(word) for word in one.kunyas] == [skeleton_of(word) for word in two.kunyas]


@pytest.mark.parametrize(("left", "right"), [("mukhammad", "muhammad"), ("yussef", "iusef"), ("qadhafi", "kadafi"), ("zhang", "jang")])
def test_spellings_of_one_sound_are_one(left: str, right: str) -> None:
    assert sound_word(left) == sound_word(right)
    assert compare_words(left, right, False) == compare_words(right, left, False) > 0.9


def test_a_word_is_most_like_itself_and_an_initial_is_a_little_like_its_word() -> None:
    assert compare_words("omar", "omar", False) == 1
    assert 0 < compare_words("o", "omar", False) < compare_words("omer", "omar", False) <= 1
    assert compare_words("o", "karim", False) == 0

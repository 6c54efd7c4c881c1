"""What the reader passes by for speed holds nothing: with each shortcut taken away, the same is read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extract.conftest import make_document
from tests.extract.test_laws import LONGER_NOISE, NOISE
from unaccounted.extract import extract_claims, words
from unaccounted.extract.aliases import find_mentions
from unaccounted.extract.calendars import Anchor, load_calendar
from unaccounted.extract.counts import CountReader
from unaccounted.extract.dates import find_dates, may_date
from unaccounted.extract.group_names import GroupFinder
from unaccounted.extract.groups import GroupReader, mark_tokens
from unaccounted.extract.lexicons import Phrases, load_lexicon
from unaccounted.extract.name_signs import may_name_person
from unaccounted.extract.names import NameFinder
from unaccounted.extract.phrases import PhraseReader
from unaccounted.extract.quantities import find_quantities
from unaccounted.extract.sentences import read_sentence
from unaccounted.extract.settings import PLACING, country_signs, find_country, find_group, find_place, group_signs
from unaccounted.extract.tokens import find_tokens, tokens_of
from unaccounted.extract.triggers import find_triggers, may_have_triggers

LEXICON = load_lexicon("en")
DATED = ["two", "days", "ago", "of", "5", "2015", "the", "last", "next", "since", "in"]
PIECES = ["cannot", "didn't", "U.S.", "no.", "5", "Gen.", "...", "(", "-"]


@settings(max_examples=150, deadline=None)
@given(text=NOISE)
@example(text="the dead and those rescued, 12 of the missing")
@example(text="sent 208 of them home")
def test_people_are_found_as_when_every_word_is_tried(text: str) -> None:
    sentence = read_sentence(text, 0, len(text), 0)
    quantities = find_quantities(sentence, LEXICON)
    found = PhraseReader(sentence, text, LEXICON).find(quantities)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PhraseReader, "_heads", lambda self: list(range(len(self.words))))
        patch.setattr(PhraseReader, "_reach", lambda self, at, head: at)
        assert PhraseReader(sentence, text, LEXICON).find(quantities) == found


@settings(max_examples=150, deadline=None)
@given(text=NOISE)
@example(text="sent 208 of them home")
@example(text="they sit in the jails of the north")
def test_a_sentence_passed_by_has_no_fate_word(text: str) -> None:
    sentence = read_sentence(text, 0, len(text), 0)
    phrases = PhraseReader(sentence, text, LEXICON).find(find_quantities(sentence, LEXICON))
    assert may_have_triggers(sentence.words, LEXICON) or not find_triggers(sentence, phrases, LEXICON)


@settings(max_examples=150, deadline=None)
@given(text=NOISE, loud=st.booleans())
@example(text="Gen. Omar Hadid, known only as Wolf, and Abu Walid", loud=True)
def test_no_name_begins_at_a_word_passed_by(text: str, loud: bool) -> None:
    text = text.upper() if loud else text
    sentence = read_sentence(text, 0, len(text), 0)
    finder = NameFinder(sentence, text, LEXICON, {"hadid": "Omar Hadid"})
    for at in range(len(sentence.words)):
        assert not finder.passes(at) or not finder.may_begin(at) or finder.name(at) is None


@settings(max_examples=200, deadline=None)
@given(text=NOISE | LONGER_NOISE, loud=st.booleans())
@example(text="Omar Hadid, the nurse Vane and Hadid, Karim Aziz, 34, and a boy (Ali Hadi, 12) met Gen. Omar. Smith.", loud=True)
@example(text="Ali Hassan al-Majid, known as Chemical Ali, met J. Cole, who wept, and Jean-Luc Marchand", loud=False)
def test_names_are_found_as_when_every_word_is_tried(text: str, loud: bool) -> None:
    text = text.upper() if loud else text
    sentence, known = read_sentence(text, 0, len(text), 0), {"hadid": "Omar Hadid"}
    found = find_mentions(sentence, text, LEXICON, known)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NameFinder, "places", lambda self: list(range(len(self.words))))
        assert find_mentions(sentence, text, LEXICON, known) == found
    assert not any(each.sure for each in found) or may_name_person(find_tokens(text), text, known)


@settings(max_examples=200, deadline=None)
@given(text=NOISE | LONGER_NOISE, loud=st.booleans())
@example(text="The Hittin Battalion (HB) of the Free Army fought near Mosul; the German government and ISIS did n't.", loud=False)
def test_a_sentence_that_is_not_looked_back_to_tells_nothing_that_lasts(text: str, loud: bool) -> None:
    text = text.upper() if loud else text
    sentence, tokens = read_sentence(text, 0, len(text), 0), find_tokens(text)
    assert find_group(sentence) is None or not group_signs().isdisjoint(tokens)
    assert find_country(sentence) is None or not country_signs().isdisjoint(tokens)
    assert find_place(sentence) is None or not PLACING.isdisjoint(tokens)
    assert not GroupFinder(sentence, text, LEXICON).find() or not mark_tokens().isdisjoint(tokens)


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(
        st.sampled_from([*sorted(load_calendar().starts)[::3], "two", "days", "ago", "of", "5", "2015", "the", "last"]), min_size=1
    )
)
def test_a_sentence_passed_by_has_no_date(words: list[str]) -> None:
    text = " ".join(words)
    sentence = read_sentence(text, 0, len(text), 0)
    assert may_date(sentence.words) or not find_dates(sentence, LEXICON, Anchor(date(2016, 5, 4)))


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60) | st.lists(st.sampled_from([*PIECES, "12soldiers", "kil\u00adled", "did n’t", "A_b", "İ"])).map(" ".join))
def test_where_a_word_stands_its_tokens_stand_in_the_same_order(text: str) -> None:
    tokens = iter(find_tokens(text))
    listed = [token for word in read_sentence(text, 0, len(text), 0).words if word.isascii() for token in tokens_of((word,))]
    assert all(token in tokens for token in listed)


def test_words_are_apart_where_a_text_parts_them() -> None:
    text = "They cannot; 12soldiers were kil\u00adled, he didn’t say."
    assert find_tokens(text) == ["they", "can", "not", "12", "soldiers", "were", "killed", "he", "did", "nt", "say"]


@pytest.mark.parametrize(("owner", "gate"), [(CountReader, "_may_count"), (GroupReader, "_may_speak_of_groups")])
@settings(max_examples=100, deadline=None)
@given(text=NOISE)
@example(text="The Free Front (FF) fought on. FF was disbanded. 12 were killed. Others put the number at 15.")
def test_a_reader_without_its_gate_reads_the_same(owner: type, gate: str, text: str) -> None:
    gated = extract_claims(make_document(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, gate, lambda self: True)
        assert extract_claims(make_document(text)) == gated


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.characters(max_codepoint=127), max_size=80) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_text_in_ascii_is_cut_as_any_other(text: str) -> None:
    plain = [match.span(1) for match in words._PLAIN_WORD.finditer(text)]
    assert plain == [match.span(1) for match in words.WORD.finditer(text)]
    assert plain == [(start, start + len(form)) for form, start in zip(*words.find_words(text), strict=True)]


def test_the_longest_phrase_wins_whichever_came_first() -> None:
    phrases: Phrases[str] = Phrases()
    for phrase in ("in", "in camp", "in camp no", "in custody"):
        phrases.add(phrase, phrase)
    said = "in camp nine, in camp no, in custody, in".replace(",", " ,").split()
    assert [meaning for _, _, meaning in phrases.find(said)] == ["in camp", "in camp no", "in custody", "in"]
    assert phrases.occurs(["x", "in"]) and not phrases.occurs(["custody", "camp"])

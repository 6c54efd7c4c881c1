"""Where: the place that a clause names, as printed, with its country where the words themselves tell it.

A place is a country or region of the lexicon, or a capitalised name after "in", "at", "near". Coordinates and places
that need a gazetteer are for link.
"""

from __future__ import annotations

from unaccounted.base.records import Where
from unaccounted.extract.lexicons import Lexicon, PlaceName
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Memory
from unaccounted.extract.sentences import Sentence

_BEFORE = frozenset(
    ["in", "at", "near", "outside", "around", "from", "to", "of", "on", "inside", "into", "through", "neighboring", "neighbouring"]
)
_LOCAL = frozenset(["in", "at", "near", "outside", "around", "inside"])


def place_at(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[int, str, PlaceName | None] | None:
    """The place name that begins at a word: (one past it, the name as printed, what the lexicon knows of it)."""
    words, forms = sentence.words, sentence.forms
    if at >= len(words):
        return None
    if words[at] in ("the", "neighboring", "neighbouring", "northern", "southern", "eastern", "western", "central"):
        at += 1
    known = lexicon.demonyms.match(words, at) if at < len(words) else None
    if known and words[known[0] - 1 : known[0]] and " ".join(words[at : known[0]]) == known[1].name.lower():
        return known[0], known[1].name, known[1]
    if sentence.shouts:
        return None
    end = at
    while (
        end < len(words)
        and end - at < 4
        and forms[end][:1].isupper()
        and forms[end][:1].isalpha()
        and words[end] not in lexicon.dates["months"]
        and words[end] not in lexicon.dates["weekdays"]
    ):
        if lexicon.groups.match(words, end) or lexicon.people.match(words, end) or words[end] in lexicon.group_suffixes:
            return None
        end += 1
    if end == at or lexicon.demonyms.match(words, at):
        return None
    return end, " ".join(forms[at:end]).replace(" - ", "-"), None


def find_where(passage: Passage, first: int, last: int, memory: Memory) -> Where | None:
    """The place of a clause: one named inside it after "in", "at", "near", else one that opens the sentence.

    Args:
        passage: the sentence.
        first, last: the clause's words, `last` exclusive.
        memory: takes note of the place.
    """
    sentence, lexicon = passage.sentence, passage.lexicon
    inside = [at for at in range(first, last) if sentence.words[at] in _LOCAL]
    opening = [0] if sentence.words[0] in _LOCAL else []
    for at in [*inside, *opening]:
        found = place_at(sentence, at + 1, lexicon)
        if found is not None:
            memory.place = found[1]
            return to_where(found, sentence, lexicon)
    return None


def to_where(found: tuple[int, str, PlaceName | None], sentence: Sentence, lexicon: Lexicon) -> Where:
    """A place as a record, with the country that follows its name after a comma ("Rawa, Iraq")."""
    end, name, known = found
    if known is not None:
        return Where(name, known.code, None, None, "region" if known.region else "country")
    if end + 1 < len(sentence.words) and sentence.words[end] == ",":
        country = place_at(sentence, end + 1, lexicon)
        if country is not None and country[2] is not None:
            return Where(name, country[2].code, None, None, None)
    return Where(name, None, None, None, None)

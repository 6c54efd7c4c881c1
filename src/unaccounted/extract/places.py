"""Where: the place that a clause names, as printed, with its country where the words themselves tell it.

A place is a country or region of the lexicon, a capitalised name after "in", "at", "near", or a name beside a noun for a place
("the village of X", "X province"). Coordinates and places that need a gazetteer are for link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from unaccounted.base.records import Where
from unaccounted.extract.clauses import clause_start
from unaccounted.extract.lexicons import Lexicon, Phrases, PlaceName
from unaccounted.extract.passage import Passage
from unaccounted.extract.place_names import PlaceFound, load_place_words, read_place
from unaccounted.extract.references import Memory
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.words import split_phrase

_REACH = 60
"""Words from a clause within which the rest of its sentence may tell its place."""

_SEARCHED, _OCCURRENCES = 100_000, 6
"""Characters of a text, and places in it, in which a place's country is looked for."""

_SAYING = frozenset(["say", "alleging", "denying"])


def place_at(sentence: Sentence, at: int, lexicon: Lexicon) -> PlaceFound | None:
    """The place name that begins at a word: (one past it, the name as printed, what the lexicon knows of it)."""
    return read_place(sentence, at, lexicon)


def find_where(passage: Passage, first: int, last: int, memory: Memory) -> Where | None:
    """The place of a clause.

    One named inside it after "in", "at", "near" or beside a noun for a place; else one that people leave or reach there; else one
    that opens the sentence; else the only one that the rest of the sentence tells, or that heads its line.

    Args:
        passage: the sentence.
        first, last: the clause's words, `last` exclusive.
        memory: takes note of the place.
    """
    sentence, lexicon = passage.sentence, passage.lexicon
    start = min(clause_start(sentence, first), first)
    found = (
        next(_standing(sentence, first, last, lexicon), None)
        or _of_dateline(passage, first, last)
        or next(_standing(sentence, start, first, lexicon), None)
        or next(_moved(sentence, first, last, lexicon), None)
        or next(_standing(sentence, 0, min(2, start), lexicon), None)
        or _only(sentence, last, start, lexicon)
        or _labelled(sentence, lexicon)
    )
    if found is None:
        return None
    memory.place = found[1]
    return _with_country(to_where(found, sentence, lexicon), passage)


def _standing(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Iterator[PlaceFound]:
    """Places after "in", "at" or "near", or beside a noun for a place, that begin between two words."""
    words, known = sentence.words, load_place_words()
    for at in range(first, min(last, len(words) - 1)):
        if words[at] in known.local and not _is_of_saying(sentence, at, lexicon):
            found = read_place(sentence, at + 1, lexicon)
        elif words[at] == "on":
            found = read_place(sentence, at + 1, lexicon)
            if found is not None and (sentence.shouts or not _is_stood_on(sentence, at, found)):
                continue
        elif words[at + 1] == "of" and (words[at] in known.nouns or words[at] in known.compass or words[at] in known.events):
            found = read_place(sentence, at + 2, lexicon)
        elif words[at + 1] in known.nouns and sentence.forms[at][:1].isupper() and not sentence.shouts:
            found = _before_noun(sentence, at, lexicon)
        else:
            continue
        if found is not None:
            yield found


def _is_stood_on(sentence: Sentence, at: int, found: PlaceFound) -> bool:
    """Whether a name after "on" is of a place: an island, a mountain, or what is attacked; of others only one before a stop."""
    known = load_place_words()
    name = found[1].lower().split()
    if not known.openers.isdisjoint(name) or name[-1] in known.nouns or (at > 0 and sentence.words[at - 1] in known.events):
        return True
    after = sentence.words[found[0]] if found[0] < len(sentence.words) else "."
    return found[2] is None and after in (",", ".", ";", "when", "where") and sentence.words[at + 1] != "the"


def _labelled(sentence: Sentence, lexicon: Lexicon) -> PlaceFound | None:
    """The place that heads a line: "Oruna: 12 dead", "Oruna | 12 | 3"."""
    mark = next((at for at in range(1, min(6, len(sentence.words))) if sentence.words[at] in (":", "|")), None)
    if mark is None:
        return None
    first = 1 if not sentence.words[0][0].isalnum() else 0
    if not all(form[:1].isupper() or not form[:1].isalpha() for form in sentence.forms[first:mark]) or sentence.shouts:
        return None
    if lexicon.demonyms.match(sentence.words, first) and _country_code(" ".join(sentence.words[first:mark]), lexicon.demonyms) is None:
        return None
    if any(lexicon.fates.begins(word) or word in lexicon.source_roles for word in sentence.words[first:mark]):
        return None
    found = read_place(sentence, first, lexicon) if first < mark else None
    return found if found is not None and found[0] == mark else None


def _of_dateline(passage: Passage, first: int, last: int) -> PlaceFound | None:
    """The place of the dateline where a clause in capitals names it again after "in", "at" or "near"."""
    sentence, place = passage.sentence, passage.timeline.head.place
    if place is None or not sentence.shouts:
        return None
    name = tuple(place.lower().split())
    for at in range(first, last):
        end = at + 1 + len(name)
        if sentence.words[at] in load_place_words().local and sentence.words[at + 1 : end] == name:
            return end, place, None
    return None


def _before_noun(sentence: Sentence, at: int, lexicon: Lexicon) -> PlaceFound | None:
    """ "the Chincara jail": a name that stands right before a noun for a place."""
    first = at
    while (
        first > 0
        and at - first < 4
        and sentence.forms[first - 1][:1].isupper()
        and sentence.words[first - 1] not in load_place_words().local
    ):
        first -= 1
    if first == 0:
        return None
    found = read_place(sentence, first, lexicon, True)
    return found if found is not None and found[0] > at else None


def _moved(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Iterator[PlaceFound]:
    """Places that people leave or reach: "sailed from X", "led off to X", "reached X"."""
    words, known = sentence.words, load_place_words()
    start = clause_start(sentence, first)
    if known.moving.isdisjoint(words[start:last]) and known.reaching.isdisjoint(words[start:last]):
        return
    for at in range(start, min(last, len(words) - 1)):
        by_verb = words[at] in known.reaching or (words[at] == "of" and words[max(at - 1, 0)] == "out")
        if not by_verb and (words[at] not in known.moving_from or lexicon.people.match(words, max(at - 1, 0)) is not None):
            continue
        found = read_place(sentence, at + 1, lexicon)
        if found is not None and not (by_verb and found[0] < len(words) and words[found[0]][:1].isalpha() and found[2] is not None):
            yield found


def _only(sentence: Sentence, last: int, start: int, lexicon: Lexicon) -> PlaceFound | None:
    """The only place that the rest of the sentence tells, up to a semicolon."""
    words = sentence.words
    first, end = max(start - _REACH, 0), min(last + _REACH, len(words))
    left = next((at + 1 for at in range(start - 1, first - 1, -1) if words[at] == ";"), first)
    right = next((at for at in range(last, end) if words[at] == ";"), end)
    known = load_place_words()
    before = [*_standing(sentence, left, start, lexicon)] or [*_moved(sentence, left, start, lexicon)]
    if not before:
        before = [
            found
            for at in range(left, min(start, len(words) - 1))
            if words[at] in known.reaching and (found := read_place(sentence, at + 1, lexicon)) is not None and found[2] is None
        ]
    return _one_chain(before) or _one_chain([*_standing(sentence, last, right, lexicon)])


def _one_chain(found: list[PlaceFound]) -> PlaceFound | None:
    """The first place where those after it only tell what it lies in ("in A, in B province"); None where places stand apart."""
    for left, right in pairwise(found):
        if right[1] != left[1] and right[0] - left[0] > len(right[1].split()) + 3:
            return None
    return found[0] if found else None


def _is_of_saying(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a place is the one where it was said: "told reporters in Geneva"."""
    before = at - 1
    if before >= 0 and sentence.words[before] in ("reporters", "journalists", "here"):
        before -= 1
    if before < 0:
        return False
    cue = lexicon.cues.match(sentence.words, before)
    return cue is not None and cue[0] == before + 1 and cue[1] in _SAYING and sentence.words[before] != "found"


def to_where(found: PlaceFound, sentence: Sentence, lexicon: Lexicon) -> Where:
    """A place as a record, with the country that follows its name ("Rawa, Iraq", "Rawa district in western Iraq")."""
    end, name, known = found
    if known is not None:
        whole = known.name == name or name.lower().startswith("the ")
        return Where(name, known.code, None, None, ("region" if known.region else "country") if whole else "region")
    words, nouns = sentence.words, load_place_words().nouns
    at = end
    while at < len(words) and at - end < 4 and (words[at] in (",", "(", "in", "of", "the") or words[at] in nouns):
        at += 1
    country = read_place(sentence, at, lexicon) if end < at < len(words) else None
    return Where(name, country[2].code if country is not None and country[2] is not None else None, None, None, None)


def _with_country(where: Where, passage: Passage) -> Where:
    """A place with the country that the dateline or another sentence gives it ("Rawa, Iraq"), where its own does not."""
    if where.country is not None or where.precision is not None:
        return where
    head, text, demonyms = passage.timeline.head, passage.document.text, passage.lexicon.demonyms
    at, tried = text.find(where.name, 0, _SEARCHED), 0
    while at >= 0 and tried < _OCCURRENCES:
        end = at + len(where.name)
        if text[end : end + 2] in (", ", " ("):
            code = _country_code(text[end + 2 : end + 42], demonyms)
            if code is not None:
                return replace(where, country=code)
        at, tried = text.find(where.name, end, _SEARCHED), tried + 1
    if head.place is not None and head.more is not None and head.place.casefold() == where.name.casefold():
        return replace(where, country=_country_code(head.more, demonyms))
    return where


def _country_code(text: str, demonyms: Phrases[PlaceName]) -> str | None:
    """The code of the country with whose own name a text begins."""
    words = split_phrase(text)
    match = demonyms.match(words, 0) if words else None
    return match[1].code if match is not None and " ".join(words[: match[0]]) == match[1].name.lower() else None

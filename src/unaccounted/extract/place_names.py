"""Names of places in a sentence: where one begins and ends, and what is none (months, persons, organisations, ships).

In: a sentence and the word at which a place may begin. Out: one past it, the name as printed, and what the lexicon knows of it.
Which place goes with which statement is for `places`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.calendars import load_calendar
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon, PlaceName, read_list
from unaccounted.extract.sentences import Sentence

PlaceFound = tuple[int, str, PlaceName | None]
"""A place in a sentence: one past its last word, its name as printed, the country or region that the lexicon knows it as."""

_LONGEST = 7


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words by which places are told, in lower case."""

    local: frozenset[str]
    moving_from: frozenset[str]
    moving: frozenset[str]
    reaching: frozenset[str]
    directions: frozenset[str]
    compass: frozenset[str]
    nouns: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    name_openings: frozenset[str]
    not_places: frozenset[str]
    titles: frozenset[str]
    vessels: frozenset[str]
    belonging: frozenset[str]
    events: frozenset[str]
    common: frozenset[str]
    endings: tuple[str, ...]


@cache
def load_place_words(language: str = "en") -> PlaceWords:
    """The place words of a language."""
    lists = read_list(language, "places")
    return PlaceWords(
        **{name: frozenset(lists[name]) for name in PlaceWords.__slots__ if name != "endings"}, endings=tuple(lists["endings"])
    )


def read_place(sentence: Sentence, at: int, lexicon: Lexicon, beside_noun: bool = False) -> PlaceFound | None:
    """The place that begins at a word, articles, directions and "the village of" before its name skipped.

    Args:
        sentence: its words.
        at: the word after "in", "from", ...
        lexicon: countries, peoples, groups and people.
        beside_noun: whether a noun for a place is known to follow.
    """
    words, known = sentence.words, load_place_words()
    begin = at
    at, article, told = _skip(sentence, at, known)
    if at >= len(words):
        return None
    compass = _compass(sentence, begin, at, known)
    country = _country(sentence, at, lexicon) or _of_people(sentence, at, lexicon)
    if country is not None:
        end, place = country
        inner = _inside(sentence, end, lexicon, place)
        if inner is not None:
            return inner
        if not (end < len(words) and words[end] in known.nouns and sentence.forms[end][:1].isupper() and not sentence.shouts):
            name = f"{compass} {place.name}" if compass else place.name
            return end, name, PlaceName(place.name, place.code, place.region or bool(compass))
    if sentence.shouts:
        return _shouted(sentence, at, lexicon, told, article)
    end = _name_end(sentence, at, lexicon)
    if end == at or (country is None and lexicon.demonyms.match(words, at) is not None and not _noun_after(sentence, end, known)):
        return None
    if not _is_place(sentence, at, end, article and not told, known, lexicon, beside_noun):
        return None
    name = " ".join(sentence.forms[at:end]).replace(" - ", "-").replace("- ", "-")
    return end, name, None


def _skip(sentence: Sentence, at: int, known: PlaceWords) -> tuple[int, bool, bool]:
    """Past "the", "northern", "the small town of": (where the name begins, whether an article stood there, whether a noun did)."""
    words = sentence.words
    article = False
    first = at
    while at < len(words) and at - first < 3:
        if words[at] in ("the", "a", "an", "its", "this"):
            article = article or at == 0 or not sentence.forms[at][:1].isupper() or sentence.shouts  # not "The Hague"
        elif not (words[at] in known.directions and (sentence.forms[at][:1].islower() or sentence.shouts)):
            break
        at += 1
        if at < len(words) and words[at] == "-" and at + 1 < len(words) and words[at + 1] in known.directions:
            at += 1
    for ahead in range(at, min(at + 4, len(words) - 2)):
        if words[ahead] in known.nouns and words[ahead + 1] == "of":
            stop = ahead + 2
            while stop < len(words) and words[stop] in ("the", *known.compass):
                stop += 1
            capital = stop < len(words) and (sentence.forms[stop][:1].isupper() or sentence.shouts)
            lower = sentence.forms[ahead][:1].islower() or sentence.shouts
            return (stop, article, True) if capital and lower else (at, article, False)
        if not sentence.forms[ahead][:1].islower() or words[ahead] in load_closed().prepositions:
            break
    return at, article, False


def _compass(sentence: Sentence, begin: int, at: int, known: PlaceWords) -> str:
    """The direction right before a name, which is a part of it: "northern" in "northern Mali"."""
    first = at
    while first > begin and (sentence.words[first - 1] in known.compass or sentence.words[first - 1] == "-"):
        first -= 1
    return "-".join(" ".join(sentence.forms[first:at]).split(" - ")) if first < at else ""


def _country(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[int, PlaceName] | None:
    """A country or region by its own name, not by its people's."""
    match = lexicon.demonyms.match(sentence.words, at)
    if match is None or " ".join(sentence.words[at : match[0]]) != match[1].name.lower():
        return None
    return match


def _of_people(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[int, PlaceName] | None:
    """A country by its people's name before a noun for a place: "off the Libyan coast"."""
    match = lexicon.demonyms.match(sentence.words, at)
    known = load_place_words()
    if match is None or match[0] >= len(sentence.words) or sentence.words[match[0]] not in known.belonging:
        return None
    return match[0] + 1, match[1]


def _inside(sentence: Sentence, end: int, lexicon: Lexicon, country: PlaceName) -> PlaceFound | None:
    """ "Colombia's Meta province": a place within a country that is named as its owner."""
    if not (end + 1 < len(sentence.words) and sentence.words[end] == "'s") or sentence.shouts:
        return None
    found = read_place(sentence, end + 1, lexicon)
    if found is None or found[2] is not None:
        return None
    return found[0], found[1], PlaceName(country.name, country.code, True)


def _name_end(sentence: Sentence, at: int, lexicon: Lexicon) -> int:
    """One past the capitalised name that begins at a word, its particles and hyphens included."""
    words, forms, known, calendar = sentence.words, sentence.forms, load_place_words(), load_calendar()
    end = at
    if words[at] in known.particles and words[at + 1 : at + 2] == ("-",) and _capital_soon(sentence, at):
        end = at + 2  # "al-Hol"
    while end < len(words) and end - at < _LONGEST:
        form, word = forms[end], words[end]
        if form[:1].isupper() and form[:1].isalpha():
            titled = word in known.titles and (end == at or words[end - 1] != "-")
            if word in calendar.months or word in calendar.weekdays or titled:
                break
            if lexicon.groups.match(words, end) or (lexicon.people.match(words, end) and word not in known.nouns):
                return at
            end += 1
            continue
        if end == at:
            return at
        if word.isdigit() and len(word) < 4 and words[end - 1] in known.nouns:
            end += 1  # "Camp 4"
            break
        if word in ("no", "no.") and words[end - 1] in known.nouns and words[end + 1 : end + 2] and words[end + 1].isdigit():
            end += 2  # "Pit No. 3"
            break
        follows = end + 1 < len(words) and forms[end + 1][:1].isupper() and forms[end + 1][:1].isalpha()
        touching = (
            end + 1 < len(words) and sentence.ends[end - 1] == sentence.starts[end] and sentence.ends[end] == sentence.starts[end + 1]
        )
        if (word == "-" and touching and (follows or words[end + 1] in known.particles)) or (
            word in known.particles and _capital_soon(sentence, end)
        ):
            end += 1
            continue
        if word == "of" and words[end - 1] in known.openers and (follows or words[end + 1 : end + 2] == ("the",)):
            end += 1 + (not follows)
            continue
        break
    while end > at and (words[end - 1] in ("-", "of") or (words[end - 1] in known.particles and forms[end - 1].islower())):
        end -= 1
    return end


def _capital_soon(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised word follows a particle within two words: "de la Frontera", "ez-Zor"."""
    for ahead in range(at + 1, min(at + 3, len(sentence.words))):
        if sentence.forms[ahead][:1].isupper():
            return True
        if sentence.words[ahead] != "-" and sentence.words[ahead] not in load_place_words().particles:
            return False
    return False


def _noun_after(sentence: Sentence, end: int, known: PlaceWords) -> bool:
    return end < len(sentence.words) and sentence.words[end] in known.nouns


def _is_place(sentence: Sentence, at: int, end: int, article: bool, known: PlaceWords, lexicon: Lexicon, beside_noun: bool) -> bool:
    """Whether a capitalised name is one of a place, and not of an organisation, a person or (after "the") a ship or an army."""
    words = sentence.words
    inside = words[at:end]
    noun = _noun_after(sentence, end, known) or beside_noun
    ends_as_place = inside[-1] in known.nouns or (len(inside) > 1 and (inside[0] in known.openers or inside[0] in known.nouns))
    if inside[0] in known.vessels or (at > 0 and words[at - 1] in known.titles | known.vessels):
        return False
    if not ends_as_place and (inside[-1] in known.not_places or inside[0] in known.not_places or inside[-1] in lexicon.group_suffixes):
        return False
    if inside[-1] in lexicon.group_organs or (len(inside) == 1 and inside[0] in known.nouns and not article):
        return False
    if any(word in lexicon.group_prefixes for word in inside) or (not ends_as_place and inside[-1] in lexicon.source_roles):
        return False
    if article and not (noun or ends_as_place or inside[-1] in known.compass):
        return False
    if end < len(words) and words[end] in ("'s", "'"):
        return any(word in known.nouns for word in words[end + 1 : end + 4])
    return True


def _shouted(sentence: Sentence, at: int, lexicon: Lexicon, told: bool, article: bool) -> PlaceFound | None:
    """A place in a text in capitals: after "THE VILLAGE OF", before a noun for a place, by its first word, or before ", COUNTRY"."""
    words, known, closed, calendar = sentence.words, load_place_words(), load_closed(), load_calendar()
    end = at
    while end < len(words) and end - at < 5:
        word = words[end]
        stops = (
            closed.stops(word)
            and not (end == at and word in known.name_openings)
            and not (word in known.particles and end + 1 < len(words) and words[end + 1][:1].isalpha() and word not in ("at", "as", "an"))
        )
        timed = word in calendar.starts or word in load_closed().determiners or word in load_closed().adverbs
        if (
            stops
            or (timed and word not in known.name_openings)
            or not word[:1].isalpha()
            or word in calendar.months
            or word in calendar.weekdays
            or (word in known.nouns and end > at)
        ):
            break
        if lexicon.people.match(words, end) or lexicon.groups.match(words, end) or lexicon.fates.begins(word):
            return None
        if end > at and _is_common(word, known):
            break
        end += 1
    if end == at or (words[at] in known.nouns and end == at + 1):
        return None
    after = words[end] if end < len(words) else ""
    country = _country(sentence, end + 1, lexicon) if after == "," and end + 1 < len(words) else None
    noun = after in known.nouns and words[at] not in known.directions
    opened = (words[at] in known.name_openings or words[at] in known.openers) and end - at > 1
    named = not article and end - at <= 3 and _ends_shouted(sentence, end, end - at)
    if not (told or noun or opened or named or country is not None) or words[end - 1] in known.not_places:
        return None
    if any(word in known.titles for word in words[at:end]) or lexicon.demonyms.match(words, at) is not None:
        return None
    if not opened and any(_is_common(word, known) for word in words[at:end]):
        return None
    return end, " ".join(sentence.forms[at:end]).replace(" - ", "-"), None


def _ends_shouted(sentence: Sentence, end: int, size: int) -> bool:
    """Whether a name in capitals may end before a word: of one word at a stop or where a clause goes on, a longer one only at a comma."""
    after = sentence.words[end] if end < len(sentence.words) else "."
    if size > 1:
        return after == ","
    return (after in (",", ".", ";", ")", ":") or load_closed().stops(after)) and not sentence.words[end - 1].endswith("s")


def _is_common(word: str, known: PlaceWords) -> bool:
    """Whether a word in capitals is a common one that stands after "in" or "at": "AT DAWN", "IN RETALIATION"."""
    return word in known.common or word in known.directions or (len(word) > 5 and word.removesuffix("s").endswith(known.endings))

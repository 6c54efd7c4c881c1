"""The word lists of a language, loaded once and laid out for quick look-up.

In: `languages/<code>/*.yaml`. Out: phrase tables from lower-case words to what they mean. It holds no words of its
own and decides nothing about a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from unaccounted.extract.words import split_phrase

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases of one or more words, found longest first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._alone: dict[str, Meaning] = {}
        # Phrases of several words by their first and second: "in" begins dozens of them, and each would be compared in turn.
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Meaning]]]] = {}

    def add(self, phrase: str | tuple[str, ...], meaning: Meaning) -> None:
        """Add a phrase; one that is there already keeps its first meaning."""
        words = split_phrase(phrase) if isinstance(phrase, str) else phrase
        entries = self._by_first.setdefault(words[0], [])
        if any(known == words for known, _ in entries):
            return
        entries.append((words, meaning))
        entries.sort(key=lambda entry: -len(entry[0]))
        if len(words) == 1:
            self._alone[words[0]] = meaning
        else:
            seconds = self._longer.setdefault(words[0], {}).setdefault(words[1], [])
            seconds.append((words, meaning))
            seconds.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """The longest phrase that starts at a word: (index after it, its meaning), or None."""
        word = words[at]
        seconds = self._longer.get(word)
        if seconds is not None and at + 1 < len(words):
            for phrase, meaning in seconds.get(words[at + 1], ()):
                size = len(phrase)
                if size == 2 or tuple(words[at : at + size]) == phrase:
                    return at + size, meaning
        return (at + 1, self._alone[word]) if word in self._alone else None

    def occurs(self, words: Sequence[str]) -> bool:
        """Whether any phrase stands among some words."""
        by_first = self._by_first
        if by_first.keys().isdisjoint(words):
            return False
        if not self._alone.keys().isdisjoint(words):
            return True
        return any(self.match(words, at) is not None for at, word in enumerate(words) if word in by_first)

    def begins_any(self, words: Iterable[str]) -> bool:
        """Whether a phrase begins with any of some words."""
        return not self._by_first.keys().isdisjoint(words)

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with a word."""
        return word in self._by_first

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[tuple[int, int, Meaning]]:
        """Every phrase between two words, without overlaps: (first, one past the last, its meaning)."""
        found, free, stop = [], start, len(words) if end is None else end
        by_first = self._by_first
        stretch = words if start == 0 and stop == len(words) else words[start:stop]
        if by_first.keys().isdisjoint(stretch):
            return []  # most sentences hold none: told without a step of ours
        for at in [at for at, word in enumerate(stretch, start) if word in by_first]:
            match = self.match(words, at) if at >= free else None
            if match is not None and match[0] <= stop:
                free = match[0]
                found.append((at, free, match[1]))
        return found

    def firsts(self) -> Iterable[str]:
        """The first words of all phrases."""
        return self._by_first.keys()

    def entries(self) -> Iterable[tuple[tuple[str, ...], Meaning]]:
        """All phrases with what they mean."""
        for entries in self._by_first.values():
            yield from entries

    def phrases(self) -> Iterable[tuple[str, ...]]:
        """All phrases."""
        for entries in self._by_first.values():
            for words, _ in entries:
                yield words


@dataclass(frozen=True, slots=True)
class FateWord:
    """What a fate word sets up.

    Args:
        fate: a name of the vocabulary.
        frame: patient, agent, state, event, people or toll; "idiom" where the words tell no fate.
        form: base, ing, preterite, participle, or "past" where these two are one, for verbs; "of" for nouns that speak of
            people only after "of"; None elsewhere.
    """

    fate: str
    frame: str
    form: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleWord:
    """What a noun for people tells of them; None where it tells nothing."""

    role: str | None = None
    sex: str | None = None
    age: str | None = None
    kin: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A country, people or region: its name, its ISO code (None where it is none of today's), whether it is a region."""

    name: str
    code: str | None
    region: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of a language. Keys are lower case.

    `parted` has, by its first word, each verb of several words that may stand around its object ("led 20 men away").
    """

    fates: Phrases[FateWord]
    parted: dict[str, list[tuple[tuple[str, ...], FateWord]]]
    located: Phrases[FateWord]
    residing: frozenset[str]
    people: Phrases[PeopleWord]
    collective: frozenset[str]
    demonyms: Phrases[PlaceName]
    groups: Phrases[str]
    cues: Phrases[str]
    bounds: Phrases[str]
    bounds_after: Phrases[str]
    units: dict[str, str]
    labels: frozenset[str]
    numbers: dict[str, dict[str, float]]
    dates: dict[str, dict[str, Any]]
    beside: dict[str, frozenset[str]]
    source_roles: dict[str, str]
    group_prefixes: frozenset[str]
    group_suffixes: frozenset[str]
    group_organs: frozenset[str]
    group_plain: frozenset[str]


def read_list(language: str, name: str) -> dict[str, Any]:
    """One list file of a language, as it stands."""
    import yaml

    text = (files("unaccounted.languages") / language / f"{name}.yaml").read_text(encoding="utf-8")
    loader = (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(text)  # the one in C is ten times as fast
    try:
        lists: dict[str, Any] = loader.get_single_data()
    finally:
        loader.dispose()
    return lists


def phrases_by_meaning(lists: dict[str, list[str]]) -> Phrases[str]:
    """Lists of phrases, each under what its phrases mean, as one table."""
    found: Phrases[str] = Phrases()
    for meaning, phrases in lists.items():
        for phrase in phrases:
            found.add(phrase, meaning)
    return found


def _regular(verb: str) -> tuple[str, str]:
    """The -ed and -ing forms of a regular verb."""
    if verb.endswith("e"):
        return verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied", verb + "ing"
    short = re.search(r"[^aeiou][aeiou][bdgmnpt]$", verb) is not None and len(re.findall(r"[aeiou]+", verb)) == 1
    stem = verb + verb[-1] if short else verb
    return stem + "ed", stem + "ing"


def verb_forms(entry: str) -> list[tuple[str, str]]:
    """The forms of a lexicon verb as (words, form): "shoot dead/shot dead/shot dead", "round up", "~free" (without its
    base form, which is another word too), "=carrying" (that form alone)."""
    if entry.startswith("="):
        return [(entry[1:], "ing")]
    whole = not entry.startswith("~")
    parts = entry.removeprefix("~").split("/")
    verb, _, rest = parts[0].partition(" ")
    tail = f" {rest}" if rest else ""
    past, ing = _regular(verb)
    past, participle = (parts[1], parts[2]) if len(parts) == 3 else (past + tail, past + tail)
    if len(parts) == 3 and verb[-1] not in "ey" and past.split(" ")[0].startswith(verb + verb[-1]):
        ing = verb + verb[-1] + "ing"
    if verb in ("lie", "die"):
        ing = "dying" if verb == "die" else "lying"
    third = (
        "has"
        if verb == "have"
        else verb[:-1] + "ies"
        if verb.endswith("y") and verb[-2] not in "aeiou"
        else verb + ("es" if re.search(r"(s|sh|ch|x|o)$", verb) else "s")
    )
    # "come home" is both "to come home" and "have come home".
    base = "past" if participle == parts[0] else "base"
    finite = "past" if participle == past else "preterite"
    forms = [*([(parts[0], base)] if whole else []), (third + tail, "base"), (ing + tail, "ing"), (past, finite)]
    return [*forms, (participle, "participle")] if participle != past else forms


def _fates(lists: dict[str, Any]) -> Phrases[FateWord]:
    found: Phrases[FateWord] = Phrases()
    for phrase in lists["idioms"]:
        found.add(phrase, FateWord("", "idiom"))
    for phrase in lists["toll"]:
        found.add(phrase, FateWord("died", "toll"))
    for frame in ("patient", "agent"):
        for fate, verbs in lists[frame].items():
            for entry in verbs:
                for words, form in verb_forms(entry):
                    found.add(words, FateWord(fate, frame, form))
    for verb in lists["groups_destroyed"]:
        for words, form in verb_forms(verb):
            found.add(words, FateWord("destroyed", "patient", form))
    for frame in ("people", "state", "event"):  # "30 dead" are people before they are in a state
        for fate, words_of in lists[frame].items():
            for words in words_of:
                found.add(words, FateWord(fate, frame))
    for fate, words_of in lists["event_of"].items():
        for words in words_of:
            found.add(words, FateWord(fate, "event", "of"))
    return found


def _parted(fates: Phrases[FateWord]) -> dict[str, list[tuple[tuple[str, ...], FateWord]]]:
    found: dict[str, list[tuple[tuple[str, ...], FateWord]]] = {}
    for words, meaning in fates.entries():
        if meaning.frame == "patient" and len(words) > 1:
            found.setdefault(words[0], []).append((words[1:], meaning))
    return found


def _numbers(lists: dict[str, Any]) -> dict[str, dict[str, float]]:
    """The number words by kind; "thirtythree", as telexes write it, is one of the units."""
    numbers = {kind: lists[kind] for kind in ("units", "tens", "scales", "short_scales", "ordinals", "fractions")}
    units = {word: value for word, value in numbers["units"].items() if 1 <= value <= 9}
    joined = {ten + unit: tens + value for ten, tens in numbers["tens"].items() for unit, value in units.items()}
    return {**numbers, "units": {**numbers["units"], **joined}}


def _located(lists: dict[str, list[str]]) -> Phrases[FateWord]:
    found: Phrases[FateWord] = Phrases()
    for fate, places in lists.items():
        for place in places:
            found.add(place, FateWord(fate, "state"))
    return found


def _people(lists: dict[str, Any]) -> Phrases[PeopleWord]:
    known: dict[str, dict[str, str]] = {word: {} for word in lists["plain"]}
    for part in ("sex", "age", "kin", "role"):
        for meaning, words in lists[part].items():
            for word in words:
                known.setdefault(word, {}).setdefault(part, meaning)
    found: Phrases[PeopleWord] = Phrases()
    for word, parts in known.items():
        found.add(word, PeopleWord(**parts))
    for word, parts in known.items():
        if word not in lists["one_number"]:
            found.add(other_number(word), PeopleWord(**parts))
    return found


def other_number(noun: str) -> str:
    """The singular of a plural noun, the plural of a singular one; the noun itself where it has one form."""
    for plural, singular in (("women", "woman"), ("men", "man"), ("people", "person"), ("children", "child"), ("police", "police")):
        for ending, other in ((plural, singular), (singular, plural)):
            if noun.endswith(ending):
                return noun[: -len(ending)] + other
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("ives"):
        return noun[:-3] + "fe"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def transliterations(word: str) -> set[str]:
    """A transliterated word with its letters single and doubled, and without its apostrophe: "jama'at", "jamaat", "jamat", "jammat"."""
    bare = word.replace("'", "").replace("’", "")
    single = re.sub(r"(.)\1", r"\1", bare)
    doubled = {single[:at] + single[at] + single[at:] for at in range(1, len(single) - 1) if single[at] not in "aeiou"}
    return {word, bare, single, *doubled}


def _demonyms(lists: dict[str, Any]) -> Phrases[PlaceName]:
    found: Phrases[PlaceName] = Phrases()
    for kind in ("countries", "regions"):
        for name, (code, *words) in lists[kind].items():
            place = PlaceName(name, code or None, kind == "regions")
            for word in (name, *words):
                if word.lower() != "us":  # the pronoun; "US" is told by its capitals where it is read
                    found.add(word, place)
    return found


def _cues(lists: dict[str, Any]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for kind, words in lists.items():
        if kind not in ("source", "roles"):
            for word in words:
                found.add(word, kind)
    return found


@cache
def load_lexicon(language: str) -> Lexicon:
    """The word lists of a language.

    Args:
        language: a folder's name under `languages`, such as "en".
    """
    fates, people, groups = read_list(language, "fates"), read_list(language, "people"), read_list(language, "groups")
    cues, numbers, units = read_list(language, "cues"), read_list(language, "numbers"), read_list(language, "units")
    names: Phrases[str] = Phrases()
    for name, words in groups["known"].items():
        for word in words:
            names.add(word, name)
    bounds: Phrases[str] = Phrases()
    after: Phrases[str] = Phrases()
    for table, lists in ((bounds, numbers["bounds"]), (after, numbers["after"])):
        for bound, words in lists.items():
            for word in words:
                table.add(word, bound)
    fate_words = _fates(fates)
    return Lexicon(
        fates=fate_words,
        parted=_parted(fate_words),
        located=_located(fates["located"]),
        residing=frozenset(fates["residing"]),
        people=_people(people),
        collective=frozenset(people["collective"]),
        demonyms=_demonyms(read_list(language, "demonyms")),
        groups=names,
        cues=_cues(cues),
        bounds=bounds,
        bounds_after=after,
        units={word: kind for kind, words in units.items() if kind not in ("source", "labels") for word in words},
        labels=frozenset(units["labels"]),
        numbers=_numbers(numbers),
        dates={kind: words for kind, words in read_list(language, "dates").items() if kind != "source"},
        beside={kind: frozenset(word for words in listed for word in split_phrase(words)) for kind, listed in fates["beside"].items()},
        source_roles={word: role for role, words in cues["roles"].items() for word in words},
        group_prefixes=frozenset(form for word in groups["prefixes"] for form in transliterations(word)),
        group_suffixes=frozenset(groups["suffixes"]),
        group_organs=frozenset(groups["organs"]),
        group_plain=frozenset(groups["plain"]),
    )

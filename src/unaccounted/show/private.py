"""Whose names a page that leaves the machine keeps to itself though no claim speaks of them: private persons who are quoted.

In: the claims and documents of some evidence. Out: names. A witness is a private person; so is an expert, a doctor or a nobody
known by a personal name alone, and whoever a text calls a resident, a survivor or somebody's mother, or tells the age of, as
reports do of private persons and children. Organisations, officials and the authors and publishers of the reports are not:
they speak in public. It knows nobody's age or office but as the text has them beside the name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from unaccounted.base.records import Claim, Document
from unaccounted.show.names import read_ordinary, split_words
from unaccounted.show.words import begins_with_given

_ALWAYS = ("witness",)
_BY_NAME_ALONE = ("expert", "medical", "unnamed", None)
_WORD = re.compile(r"[^\W\d_]\.|[^\W\d_][\w’'-]*")
_LONGEST = 5
"""A run of more capitalised words is a heading."""
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2}\b(?=\s*(?:[,;.)]|and\b|who\b|said\b|told\b))|\s+\(\d{1,2}\)")
_APPOSITION = re.compile(
    r",\s+(?:\d{1,2},\s+)?(?:an?|the|whose|who is an?)\s+((?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s*"
    r"(?=[,;.)]|who\b|of\b|from\b|in\b|said\b)"
)
_OFFICE_OF = re.compile(r" of (?:the )?[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,3}, $")
_SOVEREIGN = re.compile(r"\b([A-ZÀ-ÖØ-Þ][^\W\d_]{2,20}) (?:[IVX]{2,5}\b|I(?= (?:of|was|had)\b|[,;]))")
_YEARS_OLD = re.compile(r"\b\d{1,2}-year-old\s*$")


def list_private_names(claims: Iterable[Claim], documents: Iterable[Document], known: Iterable[str]) -> tuple[str, ...]:
    """Names of private persons among the sources and in the texts, as printed, sorted.

    Args:
        claims: with their sources.
        documents: whose authors and publishers speak in public, and whose texts are looked through.
        known: names of groups, places and peoples, which are nobody's.
    """
    documents = tuple(documents)
    public = {_words(name) for each in documents for name in (each.author, each.publisher) if name}
    claims = tuple(claims)
    # A label or a place that begins with a person's given name is a person misread as one: in doubt it does not stand.
    nobody = {_words(name) for name in known if not begins_with_given(name)}
    # Officials whom a text gives a title stand without it too ("Brandt" of General Karl Brandt).
    public |= {_words(name) for each in documents for name in _list_officials(each.text)}
    found = {name for claim in claims for name in _of_source(claim)}
    # In loud text the words behind a name are capitals too: `unknown` finds where it ends.
    found.update(name for each in documents for name in _in_text(each.text) if not name.isupper())
    told = {name: _words(name) for name in found}
    return tuple(sorted(name for name, words in told.items() if words and words not in nobody and not _is_public(words, public)))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in split_words(re.sub(r"['’]s\b", "", name)))


def _is_public(words: tuple[str, ...], public: Iterable[tuple[str, ...]]) -> bool:
    """Whether a name is an author's or publisher's: all its words are, the last among them ("Buturlin" of Dmitri Buturlin)."""
    return any(
        author and words[-1] == author[-1] and (set(words) <= set(author) or (_are_initials(author[:-1], words[:-1]))) for author in public
    )


def _are_initials(initials: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether an author signs with the initials of a name that is printed in full elsewhere."""
    return bool(initials) and all(len(each) == 1 for each in initials) and list(initials) == [word[0] for word in words]


def _of_source(claim: Claim) -> list[str]:
    """The names in what a claim's source is called, where that is a private person."""
    source = claim.source
    if source is None or not source.name:
        return []
    if source.role in _ALWAYS:
        return [name for _, _, name in _find_runs(source.name)]
    return [source.name] if source.role in _BY_NAME_ALONE and _is_name_alone(source.name) else []


def _list_officials(text: str) -> Iterator[str]:
    """Names right behind an office or a public title."""
    offices = (_load_kind("title") | _load("officials")) - _load("persons") - _load("civil")
    for start, _, name in _find_runs(text):
        before = _OFFICE_OF.sub("", text[max(0, start - 80) : start])
        words = re.findall(r"[^\W\d_]+", before)
        if words and words[-1].lower() in offices:
            yield name
    # A sovereign is told by a number ("Otto III").
    yield from (match[1] for match in _SOVEREIGN.finditer(text))


def _is_name_alone(name: str) -> bool:
    """Whether nothing but a personal name is printed: capitals, and particles between them; no title, no acronym."""
    runs = list(_find_runs(name))
    return len(runs) == 1 and runs[0][:2] == (0, len(name.rstrip())) and not all(word.isupper() for word in name.split())


def _in_text(text: str) -> Iterator[str]:
    """Names that a text gives with an age or with a word for a private person before or behind them."""
    for start, end, name in _find_runs(text):
        before = text[max(0, start - 40) : start]
        behind = text[end : end + 80]
        words = [word.strip(",.").lower() for word in before.split()]
        while words and words[-1] in _load("naming"):
            words.pop()
        if words and words[-1] in (_load_kind("title") | _load("officials")) - _load("persons") - _load("civil"):
            continue
        apposition = _APPOSITION.match(behind)
        if (
            (words and words[-1] in _load("persons"))
            or _YEARS_OLD.search(before)
            or _AGE.match(behind)
            or (apposition is not None and _is_private(apposition[1]))
        ):
            yield name


def _is_private(words: str) -> bool:
    return bool({word.lower().split("-")[-1] for word in words.split()} & _load("persons"))


def _find_runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Names: capitalised words in a row, with particles between, but for titles, places that somebody is of, and headings."""
    run: list[re.Match[str]] = []
    last, previous = 0, ""
    for match in [*_WORD.finditer(text), None]:
        joined = match is not None and bool(run) and text[last : match.start()].isspace() and "\n" not in text[last : match.start()]
        if match is not None and match[0][:1].isupper() and (joined or not run):
            run.append(match)
        elif not (match is not None and joined and _is_particle(match[0])):
            yield from _close(text, run, previous)
            previous = text[run[-1].start() : run[-1].end()] if run else previous
            run = [match] if match is not None and match[0][:1].isupper() else []
            previous = "" if run and not text[last : match.start()].isspace() else previous  # type: ignore[union-attr]
        if match is not None:
            if not run:
                previous = match[0].lower()
            last = match.end()


def _close(text: str, run: list[re.Match[str]], previous: str) -> Iterator[tuple[int, int, str]]:
    while run and (len(run[0][0]) == 1 or _is_ordinary(run[0][0]) or run[0][0].lower() in _load("placing")):
        run, previous = run[1:], run[0][0].lower()
    if run and len(run) <= _LONGEST and previous not in _load("placing"):
        start, end = run[0].start(), run[-1].end()
        yield start, end, re.sub(r"['’]s$", "", text[start:end])


def _is_ordinary(word: str) -> bool:
    return all(each in read_ordinary() or each in _load("persons") for each, _, _ in split_words(word))


@cache
def _load_kind(kind: str) -> frozenset[str]:
    text = (files("unaccounted.show") / "ordinary_words.csv").read_text(encoding="utf-8")
    return frozenset(row["word"] for row in csv.DictReader(text.splitlines()) if row["kind"] == kind)


def _is_particle(word: str) -> bool:
    return word.lower() in _load_kind("particle") or word.lower() in _load("particles")


@cache
def _load(name: str) -> frozenset[str]:
    import yaml

    return frozenset(yaml.safe_load((files("unaccounted.show") / "private_words.yaml").read_text(encoding="utf-8"))[name]["words"])

"""Who says it: the speaker of a clause, from "according to X", "X said that", "..., X said".

In: a sentence and a fate word's place. Out: the speaker's name as printed and its role, or None for the report itself.
Nested speakers are read from the innermost; the default is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

_LONGEST = 12
_PRONOUNS = frozenset(["it", "he", "she", "they"])
_QUOTES = frozenset(["\"“”'‘’``''"]) | frozenset(["“", "”", '"'])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a clause: the name as printed, the role, the cue's class, and whether it is a pronoun for the last speaker."""

    name: str
    role: str
    cue: str
    pronoun: bool = False


def role_of_source(name: str, lexicon: Lexicon) -> str:
    """The source role that a name's words tell; unnamed where they tell none and no name is in it, else expert or witness by them."""
    words = name.lower().replace("’s", "").replace("'s", "").split()
    for size in (2, 1):
        for at in range(len(words) - size, -1, -1):
            role = lexicon.source_roles.get(" ".join(words[at : at + size]).strip(".,"))
            if role is not None:
                return role
    named = any(word[:1].isupper() for word in name.split() if word.lower() not in ("the", "a", "an"))
    return "expert" if named else "unnamed"


def find_speaker(sentence: Sentence, text: str, at: int, lexicon: Lexicon) -> Speaker | None:
    """The speaker of the clause that holds the word `at`; None where the report itself speaks."""
    found = _according(sentence, text, at, lexicon)
    if found is not None:
        return found
    closed = load_closed()
    cues = [
        cue
        for cue in lexicon.cues.find(sentence.words)
        if (cue[2] in ("say", "alleging", "denying") and _is_verb(sentence, cue[0]))
        or (cue[2] == "having" and _has_number(sentence, cue[0], lexicon))
    ]
    for first, last, kind in reversed([cue for cue in cues if cue[1] <= at]):
        if kind == "having" or _reports(sentence, last, at):
            start = first
            while (
                start > 0
                and first - start < _LONGEST
                and not _ends_name(sentence.words[start - 1])
                and not _is_date(sentence, start - 1, lexicon)
            ):
                start -= 1
            found = _name(sentence, text, start, first, kind, lexicon, closed.adverbs)
            if found is not None:
                return found
    for first, last, kind in [cue for cue in cues if cue[0] > at]:
        if sentence.words[last : last + 1] == ("that",):
            continue  # it introduces a clause of its own
        comma = max((each for each in range(at, first) if sentence.words[each] in (",", "”", '"', "''")), default=None)
        if comma is None or first - comma > 9:
            continue
        found = _name(sentence, text, comma + 1, first, kind, lexicon, closed.adverbs)
        if found is None and first == comma + 1:
            stop = last
            while (
                stop < len(sentence.words) and stop - last < 9 and sentence.words[stop] not in (",", ".", ";", "that", "in", "on", "after")
            ):
                stop += 1
            found = _name(sentence, text, last, stop, kind, lexicon, closed.adverbs)
        if found is not None:
            return found
    return None


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word of saying is one here, and not part of a name ("United States") or of "claimed responsibility"."""
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    if at > 0 and sentence.words[at - 1] in ("been", "was", "were", "is", "are", "be", "being"):
        return False
    if at > 0 and sentence.words[at - 1] in load_closed().determiners:
        return False  # "by his count", "the report"
    named = sentence.forms[at][:1].isupper() and not sentence.shouts and at > 0
    return (
        not named
        and not (sentence.shouts and at > 0 and sentence.words[at - 1] == "united")
        and after not in ("responsibility", "credit", "victory")
    )


def _has_number(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a person's name has a number for the event: "Rose has 400,000 men cross"; a country or army that has men says nothing."""
    words, forms = sentence.words, sentence.forms
    if at == 0 or at + 1 >= len(words) or not forms[at - 1][:1].isupper() or sentence.shouts:
        return False
    numbered = words[at + 1][:1].isdigit() or lexicon.bounds.match(words, at + 1) is not None or words[at + 1] in lexicon.numbers["units"]
    if words[at - 1] in lexicon.source_roles or words[at - 1] in lexicon.group_suffixes:
        return False
    return numbered and lexicon.demonyms.match(words, at - 1) is None and lexicon.groups.match(words, at - 1) is None


def _reports(sentence: Sentence, last: int, at: int) -> bool:
    """Whether a verb of saying takes the clause at `at` as what is said."""
    words = sentence.words
    after = words[last] if last < len(words) else ""
    if any(words[each] in (";",) for each in range(last, at)):
        return False
    if "that" in words[last : min(last + 4, at + 1)] or after in (":", "“", '"'):
        return True
    verb = words[last - 1]
    if verb in (
        "put",
        "puts",
        "set",
        "hold",
        "held",
        "give",
        "gives",
        "gave",
        "count",
        "counts",
        "counted",
        "find",
        "finds",
        "found",
        "record",
        "records",
        "recorded",
    ):
        return at - last <= 10 and (
            after[:1].isdigit() or after in ("the", "about", "some", "only", "around", "at", "no", "its", "their", "his")
        )
    return after not in ("by", "to", "in", "on", "as", "of", "with", "for", ".", ",", "and") and verb not in ("saying",)


def _is_date(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    word = sentence.words[at]
    return word.isdigit() or (word in lexicon.dates["months"] and sentence.forms[at][:1].isupper()) or word in lexicon.dates["weekdays"]


def _ends_name(word: str) -> bool:
    return word in (
        ",",
        ";",
        ":",
        ".",
        "and",
        "but",
        "that",
        "while",
        "although",
        "as",
        "(",
        ")",
        "which",
        "who",
        "when",
        "then",
        "–",
        "—",
        "if",
        "because",
        "so",
    )


def _according(sentence: Sentence, text: str, at: int, lexicon: Lexicon) -> Speaker | None:
    acknowledged: Speaker | None = None
    for _, last, kind in lexicon.cues.find(sentence.words):
        if kind not in ("according", "acknowledged"):
            continue
        stop = last
        while (
            stop < len(sentence.words)
            and stop - last < _LONGEST
            and sentence.words[stop] not in (",", ";", ".", ")", ":", "that", "who", "–", "—")
        ):
            stop += 1
        found = _name(sentence, text, last, stop, "say", lexicon, frozenset())
        if found is None or any(sentence.words[each] == ";" for each in range(min(at, last), max(at, last))):
            continue
        if kind == "acknowledged":
            acknowledged = found
        else:
            return acknowledged or (_acknowledged_after(sentence, text, at, lexicon) if found.role == "unnamed" else None) or found
    return acknowledged


def _acknowledged_after(sentence: Sentence, text: str, at: int, lexicon: Lexicon) -> Speaker | None:
    """A named authority that the sentence says stands by the number, which tells more than "different sources"."""
    for _, last, kind in lexicon.cues.find(sentence.words, at):
        if kind == "acknowledged":
            stop = last
            while stop < len(sentence.words) and sentence.words[stop] not in (",", ";", ".", ")"):
                stop += 1
            return _name(sentence, text, last, stop, "say", lexicon, frozenset())
    return None


def _name(sentence: Sentence, text: str, first: int, last: int, kind: str, lexicon: Lexicon, adverbs: frozenset[str]) -> Speaker | None:
    cue = "alleging" if kind == "alleging" else "say"
    auxiliaries = load_closed().auxiliaries
    while first < last and (
        sentence.words[first] in adverbs or sentence.words[first] in _QUOTES or sentence.words[first] in ("in", "the same", "for", "'s")
    ):
        first += 1
    while last > first and (
        sentence.words[last - 1] in adverbs or sentence.words[last - 1] in auxiliaries or sentence.words[last - 1] in _QUOTES
    ):
        last -= 1
    if last - first > 1 and sentence.words[last - 1] == "'s":
        last -= 1
    if last <= first or last - first > _LONGEST or sentence.words[first] == "by":
        return None
    brackets = [at for at in range(first, last) if sentence.words[at] in ("]", ")", "--")]
    first = brackets[-1] + 1 if brackets else first
    if last - first == 1 and sentence.words[first] in ("i", "we"):
        return None
    if last - first == 1 and sentence.words[first] in _PRONOUNS:
        return Speaker(sentence.forms[first], "unnamed", cue, True)
    words = sentence.words[first:last]
    if not any(word[:1].isalpha() for word in words) or all(word in auxiliaries or word in load_closed().prepositions for word in words):
        return None
    name = " ".join(text[sentence.starts[first] : sentence.ends[last - 1]].split())
    role = role_of_source(name, lexicon)
    if (
        role == "unnamed"
        and not any(form[:1].isupper() for form in sentence.forms[first:last])
        and not {"source", "sources", "reports", "estimates", "figures", "accounts", "others", "some"} & set(words)
    ):
        return None
    return Speaker(name, role, cue)

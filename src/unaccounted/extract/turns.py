"""Whose turn it is in a transcript, by its heading ("[SPEECH] [MINISTER ANA RUIZ] [TEXT]") and its turn marks ("[RUIZ]", "MAYOR RUIZ:").

In: a document's text. Out: for any place in it, who speaks there, or None where the report itself does. It does not decide who is cited
within a turn. A mark must look like one: a bracket in capitals where a sentence begins, with a title or a name that is marked again; stage
directions ("[applause]") are none, and a row "Police: 12 dead" has no title with a name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.naming import load_naming
from unaccounted.extract.source_roles import load_speaker_words, role_of_source
from unaccounted.extract.speaker_names import Speaker
from unaccounted.extract.words import split_phrase

_BRACKET = re.compile(r"\[([A-Z][^\[\]a-z]{1,120})\]")
_COLON = re.compile(r"^[ \t]{0,6}([A-Z][A-Z.' -]{2,48}): (?=[\"“]?[A-Z])", re.MULTILINE)
_OPENS = re.compile(r"(?:^|[.?!\])][\"”]?|--|—|\n[ \t]*\n)\s*$")
"""What stands before a turn mark in brackets: the end of a sentence, another bracket, a dateline."""
_BEFORE = 12
_LONGEST = 6
"""Words of a name in a turn mark."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a document, in order of their place.

    Args:
        starts, ends: code points into the text; a turn ends where the next begins, or earlier.
        speakers: who speaks in each; None for the reporter.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    speakers: tuple[Speaker | None, ...] = ()

    def speaker(self, at: int) -> Speaker | None:
        """Who speaks at a place of the text by the last mark before it."""
        index = bisect_right(self.starts, at) - 1
        return self.speakers[index] if index >= 0 and at < self.ends[index] else None


def read_turns(text: str) -> Turns:
    """The turns that a text marks; none in most texts."""
    marks = [*_bracketed(text), *_with_colon(text)]
    if not marks:
        return Turns()
    marks.sort(key=lambda mark: mark[0])
    ends = []
    for (start, name, heads), after in zip(marks, [*(mark[0] for mark in marks[1:]), len(text)], strict=True):
        blank = text.find("\n\n", start)
        alone = len(marks) == 1 and not heads and blank >= 0 and name is not None
        ends.append(min(after, blank) if alone else after)  # one mark alone speaks for its paragraph
    return Turns(tuple(mark[0] for mark in marks), tuple(ends), tuple(_speaker(mark[1], text) for mark in marks))


def _speaker(name: str | None, text: str) -> Speaker | None:
    """The speaker of a mark; behind a comma stands his office, which tells his role."""
    if name is None:
        return None
    return Speaker(name.split(",")[0], role_of_source(name, load_lexicon("en"), text, True) or "unnamed", "say")


Mark = tuple[int, str | None, bool]
"""Where a turn begins, whose it is, and whether it is the heading that says so."""


def _bracketed(text: str) -> list[Mark]:
    if "[" not in text:
        return []
    known, titles = load_speaker_words(), load_naming().titles
    found = [(match, " ".join(match[1].split()), split_phrase(match[1])) for match in _BRACKET.finditer(text)]
    last_words = Counter(words[-1] for _, _, words in found if words)
    marks: list[Mark] = []
    spoken = -1  # where the label of a speech ends
    for match, name, words in found:
        opens = _OPENS.search(text[max(match.start() - _BEFORE, 0) : match.start()]) is not None
        if not words or not opens:
            continue
        if spoken >= 0 and not text[spoken : match.start()].strip() and known["stage"].isdisjoint(words):
            marks.append((match.end(), name, True))
        elif (words[-1] in known["reporting"] and len(words) <= 3) or (words[0] == "end" and words[-1] == "recording"):
            marks.append((match.end(), None, False))
        elif len(words) <= _LONGEST and known["stage"].isdisjoint(words) and all(word[0].isalpha() for word in words):
            titled = len(words) > 1 and words[0].rstrip(".") in titles
            if titled or last_words[words[-1]] > 1:
                marks.append((match.end(), name, False))
        spoken = match.end() if words[-1] in known["spoken"] and len(words) <= 3 else -1
    return marks if any(name is not None for _, name, _ in marks) else []


def _with_colon(text: str) -> list[Mark]:
    if ": " not in text:
        return []
    known, titles = load_speaker_words(), load_naming().titles
    marks: list[Mark] = []
    for match in _COLON.finditer(text):
        words = split_phrase(match[1])
        if words and words[-1] in known["reporting"] and len(words) <= 3:
            marks.append((match.end(), None, False))
        elif 1 < len(words) <= _LONGEST and words[0].rstrip(".") in titles:
            marks.append((match.end(), " ".join(match[1].split()), False))
    return marks if any(name is not None for _, name, _ in marks) else []

"""Runs of words that are printed as names: capitals in a row, and in loud text all words that are no English ones.

In: a text. Out: runs of tokens with their offsets. A stretch is loud where nearly all of it is printed in capitals (newswire,
headlines) or where every longer word begins with one (titles), so that capitals tell nothing there. Letters of scripts that know
no capitals are always taken for a name. It does not judge whose name a run is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unaccounted.show.names import MARKS, fold_word
from unaccounted.show.words import load_private, load_public, read_english, read_given, read_vocabulary

# A small word tied to a name by a hyphen stands apart from it ("pro-..."), an article does not ("al-...").
_TOKEN = re.compile(
    rf"[a-zß-öø-ÿ]{{3,}}(?=-?[A-ZÀ-ÖØ-Þ])|(?:[^\W\d_]\.)+(?=[^\W\d_]|\W|$)|[^\W\d_](?:[^\W\d_]|[{MARKS}]|[’'`-](?=[^\W\d_]))*"
)
_SEGMENT = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
_BREAK = re.compile(r"""[.!?:;•*#|>]["'”’)\]*]*\s|\n\s*\n|\n\s*[-*#>•"“]|["“‘(\[*]\s*$""")
_POSSESSIVE = re.compile(r"(?:['’`][sS]|(?<=[sSzZ])['’])$")
_PARTICLES = 3
_LOUD_SHARE, _LOUD_WORDS, _TITLE_SHARE = 0.7, 3, 0.8
_NUMERAL = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|XIX|XX)\.?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Args:
        text: as printed, without a possessive ending.
        start, end: offsets, the possessive left out.
        bare: in lower case, marks and apostrophes of typographers made plain.
        owns: whether a possessive follows.
        loud: whether capitals tell nothing where it stands.
        first: whether a sentence, a line or a quotation begins with it.
        capital: whether it is printed as a name.
    """

    text: str
    start: int
    end: int
    bare: str
    owns: bool
    loud: bool
    first: bool
    capital: bool

    @property
    def folded(self) -> str:
        """In plain letters."""
        return fold_word(self.text)

    @property
    def parts(self) -> list[str]:
        """What hyphens part, in lower case."""
        return [each for each in re.split(r"[-’'`]", self.bare) if each]

    @property
    def shouted(self) -> bool:
        """Whether it is all capitals."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def numeral(self) -> bool:
        """Whether it is a sovereign's number."""
        return _NUMERAL.fullmatch(self.text) is not None


def is_english(token: Token) -> bool:
    """Whether a word is an ordinary one of English, all its hyphened parts among it."""
    known = read_english() | read_vocabulary()
    return token.bare in known or all(each in known or len(each) == 1 for each in token.parts)


def _is_capital(word: str) -> bool:
    return any(each[:1].isupper() or (each[:1].isalpha() and each[0].lower() == each[0].upper()) for each in re.split(r"[-’'`]", word))


def read_tokens(text: str, loud: bool = False) -> list[Token]:
    """The words of a text in order.

    Args:
        text: of any script.
        loud: whether capitals tell nothing anywhere in it, as in names of files.
    """
    stretches = [(each.start(), each.end()) for each in _SEGMENT.finditer(text) if loud or _is_loud(each.group())]
    tokens, place, last = list[Token](), 0, 0
    for match in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match.group())
        while place < len(stretches) and stretches[place][1] <= match.start():
            place += 1
        inside = place < len(stretches) and stretches[place][0] <= match.start()
        between = text[last : match.start()]
        tokens.append(
            Token(
                word,
                match.start(),
                match.start() + len(word),
                word.lower().replace("’", "'"),
                len(word) < len(match.group()) or (text[match.end() : match.end() + 1] in ("'", "’") and word[-1:] in "sS"),
                inside,
                not tokens
                or (_BREAK.search(between) is not None and not (tokens[-1].bare in load_public("abbreviated") and between == ". ")),
                _is_capital(word),
            )
        )
        last = match.end()
    return tokens


def _is_loud(stretch: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{2,}", stretch) if word.lower() != word.upper()]
    if len(words) > 1 and all(word.isupper() for word in words):
        return True
    if len(words) < _LOUD_WORDS:
        return False
    if sum(word.isupper() for word in words) >= _LOUD_SHARE * len(words):
        return True
    long = [word for word in words if len(word) > 3]
    return len(words) > _LOUD_WORDS and len(long) >= _LOUD_WORDS and sum(word[0].isupper() for word in long) >= _TITLE_SHARE * len(long)


def is_candidate(token: Token) -> bool:
    """Whether a word may be of a name, as it is printed."""
    if not token.loud:
        return token.capital
    return not is_english(token) or token.folded in read_given() or token.bare in load_public("word names") or token.bare in _bodily()


def _is_surname(given: Token, token: Token) -> bool:
    """Whether an English word behind a given name in loud text may be a surname: it is no word of reports and has no ending of a verb."""
    usual = token.bare in read_vocabulary() | load_public("acting") or token.bare.endswith(("ed", "ing", "ly"))
    return token.loud and not usual and given.folded in read_given() and given.bare not in read_vocabulary()


def _bodily() -> frozenset[str]:
    return load_public("strong bodies") | load_public("weak bodies") | load_public("offices") | load_public("place openers")


def find_runs(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Runs as the numbers of their first token and of the one behind their last; particles stand between capitals only."""
    particles = load_private("particles") | load_private("kept")
    start = end = -1
    for place, token in enumerate(tokens):
        taken = is_candidate(token) or (start >= 0 and end == place and _is_surname(tokens[place - 1], token))
        if start >= 0:
            between = text[tokens[place - 1].end : token.start]
            apart = tokens[place - 1].owns or between.strip(" \t\n.&/·-_") or between.count("\n") > 1 or token.first
            if not apart and taken:
                end = place + 1
                continue
            if not apart and token.bare in particles and place - end < _PARTICLES:
                continue
            yield start, end
            start = -1
        if taken and start < 0:
            start, end = place, place + 1
    if start >= 0:
        yield start, end

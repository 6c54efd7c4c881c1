"""Names of persons in a sentence, as printed: kunyas, titles, capitalised names, and what brackets after them tell.

In: a sentence. Out: mentions with the name, other names given in brackets or after "also known as", and the words that
they take up. Text in capitals is read only where a title or kunya marks the name. It links nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon, Phrases, read_list
from unaccounted.extract.sentences import Sentence

_SKIP = frozenset(["-", "'", "’"])


@dataclass(frozen=True, slots=True)
class Naming:
    """Words around names, from `naming.yaml`."""

    kunya: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    unknown: frozenset[str]
    alias: Phrases[str]
    self_named: Phrases[str]


@cache
def load_naming(language: str = "en") -> Naming:
    """The naming words of a language."""
    lists = read_list(language, "naming")
    alias: Phrases[str] = Phrases()
    for kind in ("alias", "real"):
        for phrase in lists[kind]:
            alias.add(phrase, kind)
    named: Phrases[str] = Phrases()
    for phrase in lists["self_named"]:
        named.add(phrase, "self")
    kunya, particles, titles, unknown = (frozenset(lists[name]) for name in ("kunya", "particles", "titles", "unknown"))
    return Naming(kunya, particles, titles, unknown, alias, named)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a sentence.

    Args:
        first, last: words, `last` exclusive, with what brackets after the name tell.
        name: as printed, without its title.
        name_last: one past the name itself.
        real: the real name, where it is told; "unknown" where it is told that nobody knows it.
        also: another name, where it is told.
        kunya: whether the name is one ("Abu ..."), by which nobody can be told from another.
        title: the words before it that name an office ("General"), or None.
    """

    first: int
    last: int
    name: str
    name_last: int
    real: str | None = None
    also: str | None = None
    kunya: bool = False
    title: str | None = None

    @property
    def person(self) -> str:
        """The name by which the person is best called: the real one where it is known."""
        return self.name if self.real is None or self.real == "unknown" else self.real


class NameFinder:
    """Finds the persons named in one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.text, self.lexicon, self.naming = sentence, text, lexicon, load_naming()
        self.closed = load_closed()
        self.shouts = sentence.shouts

    def find(self) -> list[Mention]:
        """Every person named outside brackets, in order."""
        found: list[Mention] = []
        at = depth = 0
        while at < len(self.sentence.words):
            word = self.sentence.words[at]
            depth += (word in "([") - (word in ")]")
            mention = self._mention(at) if depth == 0 else None
            if mention is None:
                at += 1
            else:
                found.append(mention)
                at = mention.last
        return found

    def name_at(self, at: int, least: int = 2) -> int | None:
        """One past the person's name that begins at a word, or None; `least` capitalised words unless it is a kunya."""
        words, forms = self.sentence.words, self.sentence.forms
        if at >= len(words):
            return None
        if words[at] in self.naming.kunya and at + 1 < len(words) and forms[at][:1].isupper() and self._capital(at + 1):
            before = words[at - 1] if at else ""
            return None if before in self.lexicon.group_prefixes else self._tail(at + 2)
        if (
            not self._capital(at)
            or self._other(at)
            or words[at] in self.naming.particles
            or (at and words[at - 1] in self.lexicon.group_prefixes)
        ):
            return None
        end, capitals = at + 1, 1
        while end < len(words) and capitals < 5:
            nxt = self._particle(end)
            if nxt is not None:
                end = nxt
            elif self._capital(end) and not self._other(end):
                end += 1
            elif words[end] == "-" and self._capital(end + 1) and self._adjoins(end):
                end += 2
            else:
                break
            capitals += 1
        return end if capitals >= least else None

    def _tail(self, at: int) -> int:
        words = self.sentence.words
        while at < len(words):
            nxt = self._particle(at)
            if nxt is not None:
                at = nxt
            elif self._capital(at) and not self._other(at) and not self.shouts:
                at += 1
            else:
                break
        return at

    def _particle(self, at: int) -> int | None:
        """One past "al-Rusi", "bin Ali", "von Humboldt" at a word, or None."""
        words = self.sentence.words
        if at >= len(words) or words[at] not in self.naming.particles or words[at] == "the":
            return None
        nxt = at + 1
        if nxt < len(words) and words[nxt] == "-":
            nisba = self.lexicon.demonyms.match(words, nxt + 1) if nxt + 1 < len(words) else None
            return nxt + 2 if self._capital(nxt + 1) and (nisba is not None or not self._other(nxt + 1)) else None
        return nxt + 1 if self._capital(nxt) and not self._other(nxt) else None

    def _adjoins(self, at: int) -> bool:
        return self.sentence.starts[at] == self.sentence.ends[at - 1]

    def _capital(self, at: int) -> bool:
        if at >= len(self.sentence.words):
            return False
        form = self.sentence.forms[at]
        return form[:1].isupper() and form[:1].isalpha() and (self.shouts or len(form) == 1 or not form.isupper() or form.endswith("."))

    def _other(self, at: int) -> bool:
        """Whether a capitalised word is plainly no person's name: closed-class, a place, group, month, title or people's noun."""
        words, lexicon = self.sentence.words, self.lexicon
        word = words[at]
        known = lexicon.demonyms.match(words, at)
        return (
            word in self.closed.determiners
            or word in self.closed.prepositions
            or word in self.closed.conjunctions
            or word in self.closed.pronouns
            or word in self.closed.auxiliaries
            or word in self.closed.adverbs
            or (known is not None)
            or lexicon.groups.match(words, at) is not None
            or word in lexicon.dates["months"]
            or word in lexicon.dates["weekdays"]
            or word in lexicon.dates["seasons"]
            or word in lexicon.group_prefixes
            or word in lexicon.group_suffixes
            or word in lexicon.group_organs
            or lexicon.people.match(words, at) is not None
            or word in lexicon.source_roles
            or word in self.naming.titles
            or word in lexicon.numbers["units"]
            or word in lexicon.numbers["scales"]
        )

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())

    def _title_before(self, at: int) -> int:
        first = at
        while first > 0 and at - first < 3 and self.sentence.words[first - 1].rstrip(".") in self.naming.titles:
            first -= 1
        return first

    def _mention(self, at: int) -> Mention | None:
        words = self.sentence.words
        titled = at > 0 and words[at - 1].rstrip(".") in self.naming.titles
        kunya = words[at] in self.naming.kunya
        if self.shouts and not titled and not kunya:
            return None
        end = self.name_at(at, 1 if titled else 2)
        if end is None or (end < len(words) and (words[end] in self.lexicon.group_suffixes or words[end] in self.lexicon.group_organs)):
            return None
        name = self._words(at, end)
        title = self._words(self._title_before(at), at) if titled else None
        real = also = None
        last = end
        if last < len(words) and words[last] in "([":
            close = next((each for each in range(last, min(last + 40, len(words))) if words[each] in ")]"), None)
            if close is not None:
                real, also = self._inside(last + 1, close, kunya, kunya or titled)
                last = close + 1
        elif last + 1 < len(words) and words[last] == ",":
            stop = next(
                (each for each in range(last + 1, min(last + 14, len(words))) if words[each] in (",", ";", ".", "(")),
                min(last + 14, len(words)),
            )
            told = self.naming.alias.find(words, last + 1, min(last + 6, len(words)))
            if told:
                real, also = self._inside(last + 1, stop, False, kunya or titled)
            else:
                also = self._office(last + 1)
        elif self.naming.alias.match(words, last) if last < len(words) else None:
            real, also = self._inside(last, min(last + 8, len(words)), False, kunya or titled)
        return Mention(at, last, name, end, real, also, kunya, title)

    def _office(self, at: int) -> str | None:
        """ "Joachim Murat, King of Naples": an office by which a person goes."""
        words = self.sentence.words
        if words[at] not in ("king", "prince", "duke", "emperor", "count", "queen") or not self.sentence.forms[at][:1].isupper():
            return None
        end = at + 1
        while end < len(words) and (words[end] in ("of", "the") or self._capital(end)):
            end += 1
        return self._words(at, end) if end > at + 2 else None

    def _inside(self, first: int, last: int, bare: bool, sure: bool = True) -> tuple[str | None, str | None]:
        """What brackets or an apposition tell: (real name, another name).

        `bare`: a name alone is the real one. `sure`: the name before is plainly a person's; else "known as" may be of a place.
        """
        words = self.sentence.words
        real = also = None
        cues = [
            cue for cue in self.naming.alias.find(words, first, last) if sure or words[cue[1] - 1] not in ("as", "called", "aka", "a.k.a.")
        ]
        for _, end, kind in cues:
            at = end
            while at < last and words[at] in ("is", "was", "as", "name", "the", ":", "by", "of", "“", '"', "‘", "'", "nom", "de", "guerre"):
                at += 1
            name_end = self.name_at(at, 1)
            if (kind == "real" and at < last and words[at] in self.naming.unknown) or (
                kind == "real" and words[at : at + 2] == ("not", "known")
            ):
                real = "unknown"
            elif name_end is not None and name_end <= last + 1:
                name = self._words(at, name_end)
                if kind == "real":
                    real = name
                elif also is None:
                    also = name
        if not cues and bare:
            whole = self.name_at(first, 2)
            if whole is not None and whole == last:
                real = self._words(first, whole)
        return real, also

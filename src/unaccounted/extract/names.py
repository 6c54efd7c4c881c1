"""Names of persons in a sentence, as printed: kunyas, names after titles, given names with what follows, names in quotes.

In: a sentence, and the names that the document has given before. Out: mentions with the name, its title, other names
told beside it, and the words that they take up. Where letters tell nothing (text in capitals) a name begins at a title,
a kunya, a given name or a name known before, and ends before an everyday word. It links nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon, load_lexicon
from unaccounted.extract.mentions import Mention
from unaccounted.extract.naming import AGENTS, load_naming
from unaccounted.extract.sentences import Sentence

OPEN, CLOSE = frozenset(['"', "“", "'", "‘", "`", "«"]), frozenset(['"', "”", "'", "’", "`", "»"])
_LONGEST = 5
_QUOTED = 5


@cache
def _in_capitals() -> tuple[frozenset[str], frozenset[str]]:
    """Where capitals tell nothing: the words with which a name begins, and those of which one stands before a name."""
    naming = load_naming()
    return naming.given | naming.kunya | OPEN, naming.titles | naming.cue_ends | frozenset(load_lexicon("en").people.firsts())


@cache
def _in_small() -> frozenset[str]:
    """Where capitals tell: the words without one at which a name can begin, and brackets."""
    return load_naming().particles | OPEN | frozenset("()[]")


class NameFinder:
    """Finds the persons named in one sentence.

    Args:
        sentence, text, lexicon: what is read, and with which words.
        known: the last words of names given before, in lower case, with the person's whole name.
    """

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon, known: Mapping[str, str] | None = None) -> None:
        self.sentence, self.text, self.lexicon, self.naming = sentence, text, lexicon, load_naming()
        self.words, self.forms = sentence.words, sentence.forms
        self.closed = load_closed()
        self.shouts = sentence.shouts
        self.known = known or {}
        self.here: dict[str, str] = {}
        self.small = None if self.shouts else _in_small()
        self.listed = -1  # where a name would go on a list of names

    def name_at(self, at: int, least: int = 2) -> int | None:
        """One past the person's name that begins at a word, or None; `least` capitalised words unless it is a kunya."""
        words = self.words
        if at >= len(words) or (at and words[at - 1] in self.lexicon.group_prefixes):
            return None
        if words[at] in self.naming.kunya and self.forms[at][:1].isupper() and self.part(at + 1):
            return self._tail(at + 2, 3)
        if words[at] in self.naming.particles:
            after = self._particle(at) if at and words[at - 1].rstrip(".") in self.naming.titles else None
            return None if after is None else self._tail(after, _LONGEST - 2)
        if not self.part(at):
            return None
        end = self._tail(at + 1, _LONGEST - 1)
        return end if self._parts(at, end) >= least else None

    def part(self, at: int) -> bool:
        """Whether a word can be part of a name."""
        if at >= len(self.words):
            return False
        form = self.forms[at]
        if not (form[:1].isupper() and form[:1].isalpha()):
            return False
        if self.shouts:
            return len(form) > 1 and not self.naming.is_everyday(self.words[at]) and not self._other(at)
        return (len(form) == 1 or not form.isupper() or form.endswith(".")) and not self._other(at)

    def family_from(self, at: int) -> int:
        """One past the parts of a name that go on at a word, after a name in quotes; the word itself where none do."""
        return self._tail(at, 2)

    def _tail(self, at: int, most: int) -> int:
        """One past the parts of a name that follow at a word: "al-Rusi", "von Humboldt", "-Smith", "Orlov"."""
        words, parts = self.words, 0
        while at < len(words) and parts < most:
            nxt = self._particle(at)
            if nxt is not None:
                at = nxt
            elif self.part(at):
                at += 1
            elif words[at] in "-." and at and self._adjoins(at) and self.part(at + 1) and (words[at] == "-" or len(words[at - 1]) == 1):
                at += 2
            else:
                break
            parts += 1
        return at

    def _parts(self, first: int, last: int) -> int:
        return sum(1 for at in range(first, last) if self.words[at] not in self.naming.particles and self.words[at] != "-")

    def _particle(self, at: int) -> int | None:
        """One past "al-Rusi", "bin Ali", "von Humboldt", "de la Cruz" at a word, or None."""
        words, end = self.words, at
        while end < len(words) and end - at < 3 and words[end] in self.naming.particles and words[end] not in ("the", "y"):
            end += 1
        if end == at and words[at] == "y" and self.shouts is False:
            end += 1
        if end == at or end >= len(words):
            return None
        if words[end] == "-":
            nisba = self.lexicon.demonyms.match(words, end + 1) if end + 1 < len(words) else None
            capital = self.forms[end + 1][:1].isupper() if end + 1 < len(words) else False
            return end + 2 if capital and (nisba is not None or self.part(end + 1)) else None
        return end + 1 if self.part(end) else None

    def _adjoins(self, at: int) -> bool:
        return self.sentence.starts[at] == self.sentence.ends[at - 1]

    def people(self, at: int) -> bool:
        """Whether a word is in a noun for people."""
        return any(
            first <= at < last
            for first in range(max(at - 2, 0), at + 1)
            for last in [(self.lexicon.people.match(self.words, first) or (0,))[0]]
        )

    def _other(self, at: int) -> bool:
        """Whether a capitalised word is plainly no person's name: closed-class, a place, group, month, title or people's noun."""
        words, lexicon = self.words, self.lexicon
        word = words[at]
        return (
            word in self.closed.determiners
            or word in self.closed.prepositions
            or word in self.closed.conjunctions
            or word in self.closed.pronouns
            or word in self.closed.auxiliaries
            or word in self.closed.adverbs
            or (lexicon.demonyms.match(words, at) is not None and word not in self.naming.given)
            or lexicon.groups.match(words, at) is not None
            or (word in lexicon.dates["months"] and word not in self.naming.given)
            or word in lexicon.dates["weekdays"]
            or word in lexicon.dates["seasons"]
            or word in lexicon.group_prefixes
            or word in lexicon.group_suffixes
            or word in lexicon.group_organs
            or word in self.naming.not_persons
            or lexicon.people.match(words, at) is not None
            or word in lexicon.source_roles
            or word.rstrip(".") in self.naming.titles
            or word in lexicon.numbers["units"]
            or word in lexicon.numbers["scales"]
        )

    def printed(self, first: int, last: int) -> str:
        """Words as printed, white space made single."""
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())

    def title_before(self, at: int) -> int:
        """The first word of the titles right before a word; the word itself where there are none."""
        first = at
        while first > 0 and at - first < 4 and self.words[first - 1].rstrip(".") in self.naming.titles:
            first -= 1
        return first

    def passes(self, at: int) -> bool:
        """Whether no name begins at a word, by the cheapest look: `may_begin` looks at what is left."""
        word = self.words[at]
        if not self.shouts:
            return not (self.forms[at][0].isupper() or word in self.naming.particles or word in OPEN)
        before = self.words[at - 1] if at else " "
        firsts, leaders = _in_capitals()
        return not (
            word in firsts or before in leaders or before[-1] == "." or word in self.known or word in self.here or at == self.listed
        )

    def places(self) -> list[int]:
        """The words at which a name can begin by the cheapest look, and brackets; a name told before them may add others."""
        words, forms = self.words, self.forms
        if not self.shouts:
            small = _in_small()
            return [at for at, word in enumerate(words) if word in small or forms[at][0].isupper()]
        firsts, leaders = _in_capitals()
        known, before, found = self.known, "", []
        for at, word in enumerate(words):
            if word in firsts or before in leaders or word in known or word in "()[]" or before[-1:] == ".":
                found.append(at)
            before = word
        return found

    def may_begin(self, at: int) -> bool:
        """Whether a name can begin at a word, by a look at it and the word before: most words are passed by so."""
        word = self.words[at]
        if word in OPEN:
            return True
        if not (self.forms[at][0].isupper() or word in self.naming.particles):
            return False
        if not self.shouts or word in self.naming.given or word in self.naming.kunya or word in self.known or word in self.here:
            return True
        before = self.words[at - 1] if at else ""
        if at == self.listed or (before and self._one(at - 1)):
            return True
        return before.rstrip(".") in self.naming.titles or before in self.naming.cue_ends

    def name(self, at: int) -> Mention | None:
        """The person's name that begins at a word, without what is told beside it; None where none does."""
        words = self.words
        if words[at] in OPEN:
            return self._quoted(at)
        if not (self.forms[at][:1].isupper() or words[at] in self.naming.particles):
            return None
        if not (words[at] in self.naming.kunya or words[at] in self.naming.particles or self.part(at)):
            return None  # most words with a capital are everyday words at the head of a sentence, places and titles
        begins = self.title_before(at) if at and words[at - 1].rstrip(".") in self.naming.titles else at
        titled, kunya = begins < at, words[at] in self.naming.kunya
        given = words[at] in self.naming.given and not (self.shouts and words[at] in self.naming.everyday)
        known = words[at] in self.known or words[at] in self.here
        cued = at > 1 and self._cued(at)
        told = self.shouts and (at == self.listed or (at > 0 and self._one(at - 1))) and self.name_at(at, 2) is not None
        if self.shouts and not (titled or kunya or given or known or cued or told):
            return None
        if at == 0 and not given and self.words[at].endswith(AGENTS) and self.words[1:2] != () and self.words[1] in self.naming.given:
            return None  # "Microbiologist Adam Khan" at the head of a sentence
        alone = not self.shouts and (given or cued or self._described(at))
        end = self.name_at(at, 1 if titled or known or alone else 2)
        if end is None or self._goes_on(end):
            return None
        lone = self._parts(at, end) < 2 and not (given or known or kunya or cued)
        nicked = given and end < len(words) and words[end] in OPEN - {"'"}
        first_name = end - at == 1 and given and not (titled or known or cued)
        if first_name and not self._first_name_stands(at):
            return None
        if self.shouts and lone and words[at - 1].rstrip(".") not in self.naming.strong:
            return None
        if at and not self.shouts and not (titled or kunya or given or known or alone):
            before = words[at - 1]
            if before in ("the", "this", "of") or (before in self.closed.prepositions and end - at > 3) or self.forms[at - 1][:1].isupper():
                return None
        initial = any(len(words[each].rstrip(".")) == 1 for each in range(at, end))
        sure = titled or kunya or (given and not first_name) or known or cued or initial or nicked or self._beside_people(at, end)
        name = self.printed(at, end)
        full = self.here.get(words[at], self.known.get(words[at])) if end - at == 1 else None
        title = self.printed(begins, at) if titled else None
        return Mention(at, end, name, end, None, None, kunya, title, sure, full, begins)

    def _described(self, at: int) -> bool:
        """Whether a noun for one person stands before a lone family name: "the gunner Pugh", "his lieutenant, Vane, "."""
        if at == 0 or not self.part(at):
            return False
        if self.words[at - 1] == ",":
            return at > 1 and self._one(at - 2) and self.words[at + 1 : at + 2] == (",",)
        return self._one(at - 1) and not self.forms[at - 1][:1].isupper()

    def _one(self, at: int) -> bool:
        """Whether a word is a noun for one person."""
        return self.lexicon.people.match(self.words, at) is not None and not self.words[at].endswith(
            ("s", "men", "people", "children", "police")
        )

    def _first_name_stands(self, at: int) -> bool:
        """Whether a given name alone is a person's here: with an age, "who", a nickname or a noun for people beside it, or a verb."""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if after in OPEN - {"'"} or self._beside_people(at, at + 1):
            return True
        return self.words[at] not in self.naming.not_alone and (after in self.closed.auxiliaries or self.lexicon.fates.begins(after))

    def _cued(self, at: int) -> bool:
        """Whether words that leave the real name unknown stand right before: "known only as"."""
        if self.words[at - 1] != "as" and self.words[at - 1] not in self.naming.cue_ends:
            return False
        return any(kind == "only" and end == at for _, end, kind in self.naming.alias.find(self.words, max(at - 6, 0), at))

    def _goes_on(self, end: int) -> bool:
        """Whether a name is part of a longer one that is no person's: "Simon Bolivar University", "the Anna Lind Foundation"."""
        if end >= len(self.words):
            return False
        word = self.words[end]
        noun = word in self.lexicon.group_suffixes or word in self.lexicon.group_organs or word in self.naming.not_persons
        return noun and self.forms[end][:1].isupper()

    def _beside_people(self, at: int, end: int) -> bool:
        """Whether words beside a name tell that it is a person's: ", who", ", 34", a noun for people before it."""
        after = self.words[end : end + 3]
        if (
            after[:1] == ("who",)
            or after[:2] == (",", "who")
            or (len(after) == 3 and after[0] == "," and after[2] == "," and after[1].isdigit())
        ):
            return True
        return at > 0 and (self.people(at - 1) or (self.words[at - 1] == "," and at > 1 and self.people(at - 2)))

    def _quoted(self, at: int) -> Mention | None:
        """A nom de guerre in quotes: after or with a title, after "is", or with another name told beside it."""
        last = next((each for each in range(at + 1, min(at + 2 + _QUOTED, len(self.words))) if self.words[each] in CLOSE), None)
        if last is None or last == at + 1 or not all(self.forms[each][:1].isupper() for each in range(at + 1, last)):
            return None
        titled = self.words[at + 1].rstrip(".") in self.naming.titles or (at > 0 and self.words[at - 1].rstrip(".") in self.naming.titles)
        known = self.here.get(self.words[last - 1], self.known.get(self.words[last - 1]))
        told = any(self.naming.alias.match(self.words, each) for each in range(last + 1, min(last + 4, len(self.words))))
        bare = at + 2 == last and self.words[at + 1].rstrip(".") in self.naming.titles
        if bare or not (titled or known or told):
            return None
        begins = self.title_before(at)
        title = self.printed(begins, at) if begins < at else None
        return Mention(
            at, last + 1, self.printed(at + 1, last), last + 1, None, None, False, title, titled or known is not None, known, begins
        )

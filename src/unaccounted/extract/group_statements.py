"""What is said of a group as a group: of whom it is made, and that it came to its end.

In: a passage and the groups named in it. Out: the words of composition, and how far an end is held to be so.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from unaccounted.base.records import Claim
from unaccounted.extract.closed import load_closed
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.mentions import GroupMention
from unaccounted.extract.names import OPEN
from unaccounted.extract.naming import load_naming
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Memory
from unaccounted.extract.triggers import BE

_JOINS = frozenset([",", ";", "and", "or", "the", "&", "both"])
_ASIDE = 24


class GroupStatements:
    """Reads what one passage says of its groups."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.lexicon, self.closed, self.naming, self.group = passage.lexicon, load_closed(), load_naming(), load_group_words()
        self.mentions: list[GroupMention] = []

    def _claim(self, first: int, last: int, factuality: str = "asserted", **fields: object) -> Claim:
        source = self.passage.source(self.passage.speaker(first, self.memory))
        return self.passage.claim("group", first, last, source=source, factuality=factuality, **fields)

    def _composition(self, mention: GroupMention) -> str | None:
        """Of whom a group is made, told right after its name or after "is", "was" and "a unit"."""
        for at in range(mention.end, min(mention.end + 8, len(self.words))):
            made = self._made_of(at)
            if made is not None:
                return made
            word = self.words[at]
            if (
                word in (";", ".", ":")
                or any(each.first == at for each in self.mentions)
                or word in self.closed.relatives - {"which", "that"}
            ):
                return None
        return None

    def _composition_of_list(self) -> str | None:
        """Of whom the groups of a list are made, told before it: "brigades made up of Chechens such as A and B"."""
        first = next((each.first for each in self.mentions if each.kind == "prefix"), None)
        if first is None or self.group.parts.isdisjoint(self.words[:first]):
            return None
        return next((made for made in map(self._made_of, range(first)) if made is not None), None)

    def _made_of(self, at: int) -> str | None:
        """The people after "made up of", "composed mostly of" or their misspelling at a word, with the adverbs that go with them."""
        words = self.words
        match = self.group.made_of.match(words, at)
        of = match[0] if match is not None else None
        adverbs: list[int] = []
        if of is None and (words[at] in self.group.made or self._misspelt(at)):
            end = at + 1 + (words[at + 1 : at + 2] == ("up",))
            inner = end
            while inner < len(words) and self.closed.is_adverb(words[inner]):
                inner += 1
            if inner < len(words) and words[inner] in ("of", "from", "by") and (words[at] != "made" or end > at + 1 or inner > end):
                adverbs, of = list(range(end, inner)), inner + 1
        if of is None or of >= len(words):
            return None
        first = at
        while (
            first > 0
            and (self.closed.is_adverb(words[first - 1]) or words[first - 1] in ("or", "and"))
            and words[first - 1] not in ("and",)
        ):
            first -= 1
        last = of
        while (
            last < len(words)
            and words[last] not in self.group.like | {",", "–", "--", ".", ";", "("}
            and not (words[last] in self.closed.auxiliaries or words[last] in self.closed.relatives)
        ):
            last += 1
        people = self.lexicon.people.find(words, of, last) or self.lexicon.demonyms.find(words, of, last)
        named = not self.passage.sentence.shouts and any(self.forms[at][:1].isupper() and words[at].endswith("s") for at in range(of, last))
        if not (people or named) or last == of:
            return None
        before = self.passage.words(first, at) + " " if first < at else ""
        inside = self.passage.words(adverbs[0], adverbs[-1] + 1) + " " if adverbs else ""
        return before + inside + self.passage.words(of, last)

    def _misspelt(self, at: int) -> bool:
        """Whether a word before "of" is one of those of composition with a slip in its spelling."""
        word = self.words[at]
        if not (word[:3] in ("com", "con") and word.endswith(("ed", "ing")) and len(word) > 7 and self.words[at + 1 : at + 2] == ("of",)):
            return False
        return any(SequenceMatcher(None, word, made).ratio() >= 0.85 for made in self.group.made)

    def _ended(self, index: int) -> str | None:
        """How far it is held that a group came to its end: the factuality of "was wiped out"; None where nothing says so."""
        if not any(self.group.ended.begins(word) for word in self.words):
            return None
        mention = self.mentions[index]
        if mention.kind == "body" and self.words[mention.last - 1] not in self.lexicon.group_suffixes:
            return None  # an office or a university that was destroyed is a building
        for first, last, form in self.group.ended.find(self.words):
            if first >= mention.end:
                if not self._subject_of(index, first, last):
                    continue
            elif not (
                last <= mention.first <= last + 2 and form in ("past", "preterite", "ing") and not self._passive(first)
            ) or mention.kind not in (
                "prefix",
                "unit",
                "quoted",
                "told",
            ):
                continue
            if first >= mention.end or all(
                self.words[at] in ("the", "a", "an") or self.words[at] in OPEN for at in range(last, mention.first)
            ):
                speaker = self.passage.speaker(first, self.memory)
                return read_factuality(self.passage.sentence, first, last, self.lexicon, speaker.cue if speaker else None)
        return None

    def _passive(self, at: int) -> bool:
        at -= 1
        while at >= 0 and (self.closed.is_adverb(self.words[at]) or self.words[at] in self.closed.auxiliaries):
            if self.words[at] in BE:
                return True
            at -= 1
        return False

    def _subject_of(self, index: int, first: int, last: int) -> bool:
        """Whether a group, or the list that it stands in, is the subject of a verb that ends it."""
        itself = self.words[last : last + 1] in (("itself",), ("themselves",))
        if not (self._passive(first) or itself or self.words[first] in self.group.by_itself):
            return False
        at = self.mentions[index].end
        for later in self.mentions[index + 1 :]:
            if later.first >= first or not all(word in _JOINS for word in self.words[at : later.first]):
                break
            at = later.end
        start = first
        while start > at and (
            self.closed.is_adverb(self.words[start - 1])
            or self.words[start - 1] in self.closed.auxiliaries
            or self.words[start - 1] == "and"
        ):
            start -= 1
        gap = self.words[at:start]
        aside = len(gap) > 1 and gap[0] == "," and gap[-1] == "," and len(gap) <= _ASIDE
        return not gap or (len(gap) == 1 and not gap[0].isalnum()) or aside or (gap[0] == "of" and len(gap) <= 8 and "," not in gap)

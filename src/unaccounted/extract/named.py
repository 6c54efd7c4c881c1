"""The persons whom a document has named up to a sentence, noted in order when a reader first asks for them.

In: sentences that went by. Out: in the memory, the persons last named together, their last names and their offices. A sentence without a
title, a given name or another sign of a person is passed over unread.
"""

from __future__ import annotations

import re

from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.mentions import Mention
from unaccounted.extract.name_signs import may_name_person
from unaccounted.extract.particulars import Particulars
from unaccounted.extract.passage import Passage
from unaccounted.extract.personal import load_personal
from unaccounted.extract.references import Memory
from unaccounted.extract.words import plain

_KEPT_KNOWN = 400
"""Names of a document that are kept in mind; a longer list would be a register, where last names meet by chance."""
_PARTY = re.compile(r"\bvs?\.? +([A-Z][\w'-]+(?: +(?:[a-z]{2,3} +)?[A-Z][\w'-]+){1,3})")
"""The second party of "The State v. Anna Petrova, Judgement"."""


class Named:
    """Keeps who was named in a document's memory."""

    def __init__(self, memory: Memory, lexicon: Lexicon) -> None:
        self.memory, self.past, self.lexicon, self.personal = memory, memory.past, lexicon, load_personal()
        title = self.past.document.title
        party = _PARTY.search(title) if title else None
        memory.party = party.group(1) if party else None

    def recall(self) -> None:
        """Note the persons of every sentence before the one that is read that were not noted yet."""
        memory, document = self.memory, self.past.document
        for at in self.past.unseen("persons"):
            start, end, _ = self.past.spans[at]
            tokens = self.past.tokens_at(at)
            party = self._is_told_party(tokens)
            if not party and not may_name_person(tokens, document.text[start:end], memory.known):
                continue
            assert memory.timeline is not None
            passage = Passage(document, self.past.sentence(at), self.lexicon, memory.timeline, lambda: memory.known)
            if party:
                self.note_party(passage)
            self.note(passage, [each for each in passage.mentions if each.sure])

    def _is_told_party(self, tokens: list[str]) -> bool:
        return self.memory.party is not None and not self.personal.parties.isdisjoint(tokens)

    def note_party(self, passage: Passage) -> None:
        """ "The accused" of a judgement is whom its title names."""
        memory, words = self.memory, passage.sentence.words
        if memory.party is not None and any(
            word in self.personal.parties and words[at - 1] == "the" for at, word in enumerate(words) if at
        ):
            memory.persons, memory.spoken = (memory.party,), passage.sentence.end
            for word in self.personal.parties:
                memory.offices[word] = memory.party

    def note(self, passage: Passage, certain: list[Mention]) -> None:
        """Keep the persons named for what the next sentences say of them."""
        if not certain:
            return
        memory = self.memory
        if any(word in ("he", "she") for word in passage.sentence.words[: certain[0].begins]):
            return  # "He married A": the next "he" is the same
        memory.persons = tuple(dict.fromkeys(each.person for each in certain))
        memory.spoken = passage.sentence.end
        particulars = Particulars(passage)
        for each in certain:
            if len(memory.known) >= _KEPT_KNOWN:
                break
            for name in (each.name, each.also):
                parts = (name or "").split()
                word = plain(parts[-1]) if parts else ""
                if len(parts) > 1 and len(word) > 2 and word.isalpha() and not each.kunya:
                    before = memory.known.setdefault(word, each.person)
                    if before not in each.person and each.person not in before and before.split()[-1] == each.person.split()[-1]:
                        memory.known[word] = parts[-1]  # two of one family name: the name alone says which of them no longer
            role = particulars.role(each)
            if role is not None:
                memory.offices[role.lower().split()[-1]] = each.person

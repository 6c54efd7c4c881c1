"""What stands around a run of capitals: the words before and behind it, and whether places or owners stand so.

In: a text's tokens and a run among them. Out: answers. It knows English prepositions and nouns (`public_words.yaml`) and judges nothing.
"""

from __future__ import annotations

import re
from typing import Self

from unaccounted.base.spans import Span
from unaccounted.show.runs import Token
from unaccounted.show.words import is_name_like, load_private, load_public, read_demonyms


class Surroundings:
    """A run of tokens in its text: its first token and the one behind its last by number, and what stands around it."""

    def __init__(self, text: str, tokens: list[Token], start: int, end: int, placed: bool) -> None:
        self.text, self.tokens, self.start, self.end = text, tokens, start, end
        self.of_place = placed
        self.is_place = False
        self.standing: list[Span] = []

    def read_before(self, place: int, how_many: int = 6) -> list[str]:
        """The words before a token in its sentence, in lower case, the nearest last."""
        words: list[str] = []
        for at in range(place - 1, max(-1, place - 1 - how_many), -1):
            if self.tokens[at + 1].first:
                break
            words.append(self.tokens[at].bare)
        return words[::-1]

    def read_behind(self, place: int) -> str:
        """The word right behind a token, in lower case; "" at a stop."""
        if place + 1 >= len(self.tokens):
            return ""
        between = self.text[self.tokens[place].end : self.tokens[place + 1].start]
        return "" if re.search(r"[,.;:!?()\n“”\"]", between) else self.tokens[place + 1].bare

    def follows(self, before: Surroundings | None) -> Self:
        """Note whether this run goes on a list of places ("Homs and Palmyra", "Homs, Syria")."""
        if before is not None and before.is_place:
            between = self.text[before.tokens[before.end - 1].end : self.tokens[self.start].start]
            self.of_place = re.fullmatch(r"\s*(?:,|/|-|–|,?\s+(?:and|or|to|near|in))\s*", between) is not None
        return self

    def is_located(self, place: int) -> bool:
        """Whether a token stands where places do."""
        if self.of_place and place == self.start:
            return True
        before = self.read_before(place, 3)
        if before and before[-1] in load_public("determiners"):
            before.pop()
        if before and before[-1] in load_public("tight"):
            return True
        if before and before[-1] in load_public("loose"):
            return True
        return len(before) > 1 and before[-1] == "of" and before[-2] in load_public("of places")

    def is_owner(self, place: int) -> bool:
        """Whether something is said to be somebody's ("in Kostova's house", "at Amina's")."""
        token, behind = self.tokens[place], self.read_behind(place)
        return token.owns and (not behind or is_name_like(token.text) or behind in load_private("belongings"))

    def has_country_behind(self, place: int) -> bool:
        behind = re.match(r",? \(?([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)", self.text[self.tokens[place].end : self.tokens[place].end + 40])
        return behind is not None and behind[1].lower() in read_demonyms()

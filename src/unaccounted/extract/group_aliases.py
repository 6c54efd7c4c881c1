"""Names that a group gives itself or is given: "the so-called X", "calling itself X", "a militia called X", "the X (Y special services)".

In: a passage. Out: group claims whose quote is the name.
"""

from __future__ import annotations

from unaccounted.base.records import Claim
from unaccounted.extract.group_statements import GroupStatements
from unaccounted.extract.names import CLOSE, OPEN


class GroupAliases(GroupStatements):
    """Makes group claims of the names given in one passage."""

    def _so_called(self) -> list[Claim]:
        """ "The so-called Islamic State": a known group, or a name with a noun for groups in it."""
        claims: list[Claim] = []
        if "so" not in self.words and "so-called" not in self.words:
            return claims
        for at in range(len(self.words) - 2):
            hyphened = self.words[at : at + 3] == ("so", "-", "called")
            start = at + 3 if hyphened else at + 1
            if not (hyphened or self.words[at] == "so-called") or start >= len(self.words):
                continue
            first = start + (self.words[start] in OPEN)
            quoted = first > start
            last = first
            while (
                last < len(self.words)
                and (self.forms[last][:1].isupper() or (quoted and self.words[last] not in CLOSE))
                and last - first < 9
            ):
                if not quoted and self.passage.sentence.shouts and self._closes(last):
                    break
                last += 1
            while last > first + 1 and self.words[last - 1] in ("of", "the", "and", "for") and not quoted:
                last -= 1
            known = self.lexicon.groups.match(self.words, first) if first < len(self.words) else None
            noun = any(
                word in self.group.units or word in self.lexicon.group_suffixes or word in self.group.so_called
                for word in self.words[first:last]
            )
            if last == first or not (known or noun) or self.words[first].rstrip(".") in self.naming.titles:
                continue
            close = last + (last < len(self.words) and self.words[last] in CLOSE and quoted)
            alias = self.passage.words(first, last)
            claims.append(self._claim(at, close, group=known[1] if known else alias, alias=alias))
        return claims

    def _closes(self, at: int) -> bool:
        """Whether a word in capitals ends a name: an auxiliary, a verb of speech, a preposition but "of"."""
        word = self.words[at]
        return (
            (word != "of" and self.closed.stops(word))
            or word.endswith("ed")
            or self.lexicon.cues.match(self.words, at) is not None
            or word in ("today", "yesterday")
        )

    def _called(self) -> list[Claim]:
        """ "A militia called the River Guard", "a group calling itself X": a name after its noun."""
        claims = []
        for first, last, _ in self.group.called.find(self.words):
            if first == 0 or self.words[first - 1] not in self.group.nouns:
                continue
            start, end = self._name_from(last)
            if end > start:
                name = self.passage.words(start, end)
                claims.append(self._claim(start, end, group=name))
                self.memory.groups.add(name)
                self.memory.last_group = (name, self.passage.sentence.end)
        return claims

    def _name_from(self, at: int) -> tuple[int, int]:
        """The words of a name that follows: in quotes whole, else capitalised words with "of" and "the" among them."""
        words = self.words
        while at < len(words) and (words[at] == "the" or words[at] in OPEN):
            at += 1
        if at >= len(words) or not self.forms[at][:1].isupper():
            return at, at
        end = at
        if words[at - 1] in OPEN:
            end = next((each for each in range(at, min(at + 9, len(words))) if words[each] in CLOSE), at)
            return at, end
        while end < len(words) and end - at < 8 and (self.forms[end][:1].isupper() or words[end] in ("of", "the", "and", "-", "'s", "'")):
            if self.passage.sentence.shouts and self._closes(end):
                break
            end += 1
        while end > at and words[end - 1] in ("of", "the", "and", "-", "'"):
            end -= 1
        return at, end

    def _self_named(self) -> list[Claim]:
        """ "It presented itself as X", "a group calling itself X": a name that a group gives itself."""
        claims = []
        for first, last, _ in self.naming.self_named.find(self.words):
            start = last + (last < len(self.words) and self.words[last] in OPEN)
            start += self.words[start : start + 1] == ("the",) and start + 1 < len(self.words)
            start += start < len(self.words) and self.words[start] in OPEN
            if start >= len(self.words):
                continue
            quoted = self.words[start - 1] in OPEN
            end = start
            while (
                end < len(self.words)
                and end - start <= 8
                and self.words[end] not in (",", ".", ";", "(")
                and self.words[end] not in CLOSE - {"'"}
            ):
                lower = not self.forms[end][:1].isupper() and self.words[end] not in self.naming.particles | {
                    "-",
                    "of",
                    "for",
                    "and",
                    "the",
                    "'s",
                    "'",
                }
                if (
                    not quoted
                    and end > start
                    and ((lower and self.words[end - 1] != "-") or (self.passage.sentence.shouts and self._closes(end)))
                ):
                    break
                end += 1
            while end > start + 1 and self.words[end - 1] in ("and", "of", "for", "the", "-", "'"):
                end -= 1
            named = end > start and (self.forms[start][:1].isupper() or self.words[start] in self.naming.particles)
            if not named or end - start > 8:
                continue
            if self.words[first - 1] in self.group.nouns and first:
                continue  # read as a name after its noun
            itself = "itself" in self.words[first:last] or "themselves" in self.words[first:last]
            noun = self.words[first] in self.group.bodies or self.words[first] in self.lexicon.group_suffixes
            if not (itself or noun):
                continue
            subject = [group for _, _, group in self.lexicon.groups.find(self.words, 0, first)]
            pronoun = any(word in ("it", "which", "they") for word in self.words[max(first - 3, 0) : first])
            group = subject[-1] if subject and first - 3 <= 6 else self.memory.group if pronoun else None
            alias = self.passage.words(start, end)
            claims.append(self._claim(start, end, group=group or alias, alias=alias if group else None))
        return claims

    def _organs(self) -> list[Claim]:
        """ "The X (ISIS special services)": an organ of a group, named in another language."""
        claims: list[Claim] = []
        if "(" not in self.words:
            return claims
        for at in range(2, len(self.words)):
            if self.words[at] != "(":
                continue
            close = next((each for each in range(at, min(at + 8, len(self.words))) if self.words[each] == ")"), None)
            if close is None or self.words[close - 1] not in self.lexicon.group_organs:
                continue
            groups = self.lexicon.groups.find(self.words, at, close)
            first = at - 1
            if (
                not groups
                or not self.words[first][:1].isalpha()
                or self.lexicon.people.match(self.words, first)
                or self.lexicon.groups.match(self.words, first)
            ):
                continue
            start = first - (self.words[first - 1] in ("the", "its"))
            claims.append(
                self._claim(start, close + 1, group=self.forms[first], part_of=groups[0][2], alias=self.passage.words(at + 1, close))
            )
        return claims

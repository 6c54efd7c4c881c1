"""Who a named person is: other names, the real name or that it is unknown, origin and role told in an apposition.

In: a passage and the persons named in it. Out: identity claims whose quote holds the name and what is told. An office
or trade alone ("the governor, A") makes no identity: it is the role of the fates told of that person.
"""

from __future__ import annotations

from unaccounted.base.records import Claim, Cohort, Where
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.closed import load_closed
from unaccounted.extract.mentions import Mention
from unaccounted.extract.naming import AGENTS
from unaccounted.extract.particulars import Particulars
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import place_at, to_where
from unaccounted.extract.references import Memory


class IdentityReader:
    """Makes the identity claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory, particulars: Particulars) -> None:
        self.passage, self.memory, self.particulars = passage, memory, particulars
        self.words = passage.sentence.words

    def read(self, mention: Mention) -> list[Claim]:
        """What the passage tells of who a person is."""
        claims = []
        described = self._before(mention) or self._after(mention)
        if mention.real is not None or mention.also is not None:
            claims.append(self._names(mention, described[1] if described is not None else None))
        elif described is not None and (described[1].origin is not None or described[2] is not None):
            first, cohort, where, last = described
            claims.append(
                self._claim(
                    mention,
                    min(first, mention.begins),
                    max(last, mention.name_last),
                    person=mention.person,
                    cohort=cohort,
                    where=where,
                    role=cohort.role or mention.title,
                )
            )
        return claims

    def _claim(self, mention: Mention, first: int, last: int, **fields: object) -> Claim:
        source = self.passage.source(self.passage.speaker(mention.first, self.memory))
        return self.passage.claim("identity", first, last, source=source, factuality="asserted", **fields)

    def _names(self, mention: Mention, cohort: Cohort | None) -> Claim:
        known = mention.real if mention.real not in (None, "unknown") else None
        person = known or (None if mention.real == "unknown" else mention.name)
        return self._claim(
            mention,
            mention.first,
            self._end(mention),
            person=person,
            alias=mention.name if person != mention.name else mention.also,
            also=mention.also if person != mention.name else None,
            real_name=mention.real,
            role=self.particulars.role(mention),
            cohort=cohort,
            name_kind="kunya" if mention.kunya else None,
        )

    def _end(self, mention: Mention) -> int:
        if mention.told_by > mention.name_last:
            return min(mention.told_by, len(self.words))
        if mention.last > mention.name_last:
            return mention.last
        return clause_end(self.passage.sentence, min(mention.last + 1, len(self.words) - 1))

    def _before(self, mention: Mention) -> tuple[int, Cohort, Where | None, int] | None:
        """ "An ethnic Russian from Saratov, A": what an apposition tells right before the name."""
        if mention.begins < 2 or self.words[mention.begins - 1] != "," or (not mention.sure and mention.name_last - mention.first < 2):
            return None
        end = mention.begins - 1
        where, start = None, end
        for at in range(end - 1, max(end - 8, -1), -1):
            if self.words[at] in ("from", "of"):
                found = place_at(self.passage.sentence, at + 1, self.passage.lexicon)
                if found is not None and found[0] == end:
                    where, start = to_where(found, self.passage.sentence, self.passage.lexicon), at
                break
            if self.words[at] in (",", ";", "("):
                break
        first = start
        while first > 0 and start - first < 5 and self.words[first - 1] not in _EDGES:
            first -= 1
        if first == start or self.words[first - 1 : first] not in (("a",), ("an",)):
            return None
        cohort = self._cohort(first, start, end)
        return (first, cohort, where, mention.name_last) if cohort is not None else None

    def _after(self, mention: Mention) -> tuple[int, Cohort, Where | None, int] | None:
        """ "A, a former boxer from Korvat", "A, a Tunisian national", "A, a native of Hama"."""
        at = mention.last
        if self.words[at : at + 1] != (",",) or not mention.sure:
            return None
        at += 1
        if at + 1 < len(self.words) and self.words[at].isdigit() and self.words[at + 1] == ",":
            at += 2
        if self.words[at : at + 1] not in (("a",), ("an",)):
            return None
        first = at + 1
        end = first
        while (
            end < len(self.words)
            and end - first < 6
            and self.words[end] not in _EDGES
            and self.words[end] not in ("from", "who", ".", "in", "at", "by", "with")
        ):
            end += 1
        where, last = None, end
        if end < len(self.words) and self.words[end] in ("from", "of"):
            found = place_at(self.passage.sentence, end + 1, self.passage.lexicon)
            if found is not None:
                where, last = to_where(found, self.passage.sentence, self.passage.lexicon), found[0]
        cohort = self._cohort(first, end, last)
        return (mention.begins, cohort, where, last) if cohort is not None else None

    def _cohort(self, first: int, stop: int, last: int) -> Cohort | None:
        lexicon, closed = self.passage.lexicon, load_closed()
        origins = [place.name for _, _, place in lexicon.demonyms.find(self.words, first, stop)]
        people = lexicon.people.find(self.words, first, stop)
        roles = [word.role for _, _, word in people if word.role]
        ends = [each[1] for each in (*people, *lexicon.demonyms.find(self.words, first, stop))]
        agent = stop > first and self.words[stop - 1].endswith(AGENTS) and len(self.words[stop - 1]) > 4
        plain = not any(
            word in closed.prepositions or word in closed.determiners or word in closed.pronouns or word in ("few", "several")
            for word in self.words[first:stop]
        )
        if stop == first or not plain or not (stop in ends or agent):
            return None
        return Cohort(self.passage.words(first, last), origin=origins[0] if origins else None, role=roles[0] if roles else None)


_EDGES = frozenset(["a", "an", "the", ",", ";", "of", "is", "was", "and", "(", "that", "said", "were"])

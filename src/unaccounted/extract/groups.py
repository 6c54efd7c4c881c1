"""Claims about groups: their names and aliases, whose part they are, of whom they are made, their end.

In: a passage. Out: group claims whose quote is the name. What a sentence says of a list of groups is said of each.
Whether two names are one group is for link.
"""

from __future__ import annotations

from functools import cache

from unaccounted.base.records import Claim
from unaccounted.extract.group_aliases import GroupAliases
from unaccounted.extract.group_names import GroupFinder, group_marks, group_signs
from unaccounted.extract.mentions import GroupMention
from unaccounted.extract.passage import Passage
from unaccounted.extract.tokens import tokens_of

_REACH = 600
"""Characters over which "six brigades of X" tells whose the brigades named next are."""
_PARTS = ("prefix", "unit", "told")
"""Kinds of names of groups that can be part of a whole told before."""


class GroupReader(GroupAliases):
    """Makes group claims of one passage."""

    def read(self) -> list[Claim]:
        """The passage's group claims, in order of their kinds."""
        if not self._may_speak_of_groups():
            return []
        self.mentions = self._find()
        if self.group.ended.begins_any(self.words) or any(each.kind in _PARTS for each in self.mentions):
            self._catch_up()
        claims = [*self._named(), *self._so_called(), *self._called(), *self._self_named(), *self._organs(), *self._again()]
        self._note()
        return claims

    def _may_speak_of_groups(self) -> bool:
        """Whether a word of the sentence can name a group, give it a name, or end one named before by its acronym."""
        words = self.words
        return (
            not group_signs().isdisjoint(words)
            or self.lexicon.groups.occurs(words)
            or (bool(self.memory.acronyms) and self.group.ended.begins_any(words))
        )

    def _find(self) -> list[GroupMention]:
        return GroupFinder(self.passage.sentence, self.passage.document.text, self.lexicon).find()

    def _catch_up(self) -> None:
        """Note the groups named shortly before in sentences that were not read for groups."""
        past, passage = self.memory.past, self.passage
        for at in past.unseen("groups"):
            if passage.sentence.start - past.spans[at][1] <= _REACH and not mark_tokens().isdisjoint(past.tokens_at(at)):
                GroupReader(Passage(passage.document, past.sentence(at), self.lexicon, passage.timeline, dict), self.memory).note()

    def note(self) -> None:
        """Keep the names of a sentence without making claims of them."""
        if self._may_speak_of_groups():
            self.mentions = self._find()
            self._note()

    def _again(self) -> list[Claim]:
        """ "The group was disbanded", "the ABC dissolved itself": the end of a group named before, by its noun or its acronym."""
        if not self.group.ended.begins_any(self.words):
            return []
        claims = []
        for at, word in enumerate(self.words):
            after = at > 0 and self.words[at - 1] == "the"
            name = self.memory.acronyms.get(self.forms[at])
            if name is None and after and word in self.group.nouns and not any(each.first <= at < each.end for each in self.mentions):
                last = self.memory.last_group
                name = last[0] if last is not None and self.passage.sentence.start - last[1] <= _REACH else None
            if name is None or any(each.first <= at < each.end for each in self.mentions):
                continue
            self.mentions = [*self.mentions, GroupMention(at, at + 1, at + 1, name, "again")]
            ended = self._ended(len(self.mentions) - 1)
            if ended is not None:
                claims.append(self._claim(at - after, at + 1, ended, group=name, fate="destroyed"))
        return claims

    def _note(self) -> None:
        """Keep the names for what follows, and the whole of which parts are counted: "the Northern Front had six brigades"."""
        end = self.passage.sentence.end  # what a later sentence told stays, in whichever order they are looked at
        for each in self.mentions:
            if each.acronym and each.alias is not None:
                self.memory.acronyms[each.alias] = each.name
            last = self.memory.last_group
            if each.kind not in ("known", "again") and (last is None or end >= last[1]):
                self.memory.last_group = (each.name, end)
        wholes = [each for each in self.mentions if each.kind in ("body", "known")]
        if len(wholes) != 1 or self.passage.sentence.shouts or self.group.parts.isdisjoint(self.words):
            return
        counted = any(
            quantity.last < len(self.words) and self.words[quantity.last] in self.group.parts
            for quantity in self.passage.quantities
            if quantity.first >= wholes[0].end
        )
        if counted and (self.memory.whole is None or end >= self.memory.whole[1]):
            self.memory.whole = (wholes[0].name, end)

    def _named(self) -> list[Claim]:
        claims = []
        shared = self._composition_of_list()
        for index, mention in enumerate(self.mentions):
            if mention.kind == "known" and mention.alias is None and self._ended(index) is None:
                continue
            part_of = self._part_of(mention) or (self._whole(mention) if mention.kind in _PARTS else None)
            composition = self._composition(mention) or (shared if mention.kind == "prefix" else None)
            ended = self._ended(index)
            told = part_of or composition or ended or mention.alias or mention.kind in ("prefix", "quoted", "told")
            new = mention.name not in self.memory.groups
            if not (part_of or composition or ended or mention.kind == "prefix") and not (new and (told or mention.kind == "unit")):
                continue
            self.memory.groups.add(mention.name)
            claims.append(
                self._claim(
                    mention.first,
                    mention.end if mention.alias else mention.last,
                    ended or "asserted",
                    group=mention.name,
                    alias=mention.alias,
                    name_kind="acronym" if mention.acronym else None,
                    part_of=part_of if part_of != mention.name else None,
                    composition=composition,
                    fate="destroyed" if ended else None,
                )
            )
        return claims

    def _whole(self, mention: GroupMention) -> str | None:
        """Whose the parts named are: "ISIS brigades ... like A and B", or of the whole that the last sentences spoke of."""
        for _, last, group in self.lexicon.groups.find(self.words):
            if (
                last < mention.first
                and self.words[last] in self.group.parts
                and not self.group.like.isdisjoint(self.words[last : mention.first])
            ):
                return group
        if self.memory.whole is not None and self.passage.sentence.start - self.memory.whole[1] <= _REACH:
            return self.memory.whole[0]
        return None

    def _part_of(self, mention: GroupMention) -> str | None:
        """ "The X Column of the Y": the whole after "of the"."""
        at = mention.end
        if self.words[at : at + 1] != ("of",):
            return None
        at += 1 + (self.words[at + 1 : at + 2] in (("the",), ("its",)))
        whole = next((each for each in self.mentions if each.first == at), None)
        if whole is not None:
            return whole.name
        end = at
        while end < len(self.words) and end - at < 8 and self.forms[end][:1].isupper() and len(self.forms[end]) > 1:
            end += 1
        acronym = end - at == 1 and self.forms[at].isupper() and not self.passage.sentence.shouts
        return self.passage.words(at, end) if acronym else None


@cache
def mark_tokens() -> frozenset[str]:
    """Tokens of which one stands in every sentence that names a group."""
    words = group_marks() | group_signs() - {"(", "[", "so"}
    return frozenset(tokens[0] for word in words if (tokens := tokens_of((word,))))

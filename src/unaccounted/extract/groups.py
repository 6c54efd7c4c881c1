"""Claims about groups: their names and aliases, whose part they are, of whom they are made, their end.

In: a passage. Out: group claims whose quote is the name. What a sentence says of a list of groups is said of each.
Whether two names are one group is for link.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from unaccounted.base.records import Claim
from unaccounted.extract.closed import load_closed
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.group_names import GroupFinder, GroupMention
from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.names import CLOSE, OPEN
from unaccounted.extract.naming import load_naming
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Memory
from unaccounted.extract.triggers import BE

_JOINS = frozenset([",", ";", "and", "or", "the", "&", "both"])
_ASIDE = 24
_REACH = 600
"""Characters over which "six brigades of X" tells whose the brigades named next are."""


class GroupReader:
    """Makes group claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.lexicon, self.closed, self.naming, self.group = passage.lexicon, load_closed(), load_naming(), load_group_words()
        self.mentions: list[GroupMention] = []

    def read(self) -> list[Claim]:
        """The passage's group claims, in order of their kinds."""
        self.mentions = GroupFinder(self.passage.sentence, self.passage.document.text, self.lexicon).find()
        claims = [*self._named(), *self._so_called(), *self._called(), *self._self_named(), *self._organs(), *self._again()]
        self._note()
        return claims

    def _claim(self, first: int, last: int, factuality: str = "asserted", **fields: object) -> Claim:
        source = self.passage.source(self.passage.speaker(first, self.memory))
        return self.passage.claim("group", first, last, source=source, factuality=factuality, **fields)

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

    def _again(self) -> list[Claim]:
        """ "The group was disbanded", "the ABC dissolved itself": the end of a group named before, by its noun or its acronym."""
        if not any(self.group.ended.begins(word) for word in self.words):
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
        for each in self.mentions:
            if each.acronym and each.alias is not None:
                self.memory.acronyms[each.alias] = each.name
            if each.kind not in ("known", "again"):
                self.memory.last_group = (each.name, self.passage.sentence.end)
        wholes = [each for each in self.mentions if each.kind in ("body", "known")]
        counted = any(
            quantity.last < len(self.words) and self.words[quantity.last] in self.group.parts
            for quantity in self.passage.quantities
            if wholes and quantity.first >= wholes[0].end
        )
        if counted and len(wholes) == 1 and not self.passage.sentence.shouts:
            self.memory.whole = (wholes[0].name, self.passage.sentence.end)

    def _named(self) -> list[Claim]:
        claims = []
        shared = self._composition_of_list()
        for index, mention in enumerate(self.mentions):
            if mention.kind == "known" and mention.alias is None and self._ended(index) is None:
                continue
            part_of = self._part_of(mention) or (self._whole(mention) if mention.kind in ("prefix", "unit", "told") else None)
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
            elif not (last <= mention.first <= last + 2 and form in ("past", "ing") and not self._passive(first)) or mention.kind not in (
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

    def _so_called(self) -> list[Claim]:
        """ "The so-called Islamic State": a known group, or a name with a noun for groups in it."""
        claims = []
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
                word in self.group.units
                or word in self.lexicon.group_suffixes
                or word
                in (
                    "group",
                    "organization",
                    "organisation",
                    "union",
                    "cell",
                    "squads",
                    "squad",
                    "state",
                    "republic",
                    "caliphate",
                    "brotherhood",
                    "coordinating",
                )
                for word in self.words[first:last]
            )
            if last == first or not (known or noun):
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
        claims = []
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

"""How many: numbers in figures and words, ranges, bounds, shares and vague classes in one sentence.

In: a sentence's words. Out: quantities with their range and words. What is plainly not a count (dates, money, ages,
labels, ordinals) is left out here; whether a quantity counts people is decided by the noun, in `cohorts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.base.ranges import CountRange, list_vague, read_vague
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon, Phrases, load_lexicon
from unaccounted.extract.not_people import is_other_number
from unaccounted.extract.numbers import PERCENT, read_number
from unaccounted.extract.sentences import Sentence

_DASH = frozenset("-–—")
_LARGE = 1e9
_ODDS = frozenset([12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000])
"""Whole numbers beyond ten of which "one in ..." is a share."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as said in a sentence.

    Args:
        first, last: words, `last` exclusive, with the words of the bound.
        count: the range, in people or as a share.
        of: the whole that a count is out of ("37 of the 120"), where it is said.
        more: whether it adds to others ("another 12").
    """

    first: int
    last: int
    count: CountRange
    of: float | None = None
    more: bool = False

    @property
    def value(self) -> float:
        """The best number, else the middle of what is known of it."""
        return next((number for number in (self.count.best, self.count.low, self.count.high) if number is not None), 0.0)


@cache
def _vague_phrases() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for unit in ("people", "share"):
        for words in list_vague(unit):
            phrases.add(words, unit)
    return phrases


@cache
def _quantity_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words with which a quantity begins, and those of them with which one begins only as a bound ("in excess of")."""
    lexicon = load_lexicon(language)
    listed = {*_vague_phrases().firsts(), *lexicon.numbers["units"], *lexicon.numbers["tens"]}
    listed |= {"a", "an", "one", "half", "between", "from", "every", "both", "not", "no", "nobody", "none"}
    return frozenset(listed | set(lexicon.bounds.firsts())), frozenset(set(lexicon.bounds.firsts()) - listed)


def find_quantities(sentence: Sentence, lexicon: Lexicon) -> list[Quantity]:
    """Every quantity of a sentence that may be a count or a share, in order, without overlaps."""
    found: list[Quantity] = []
    at = 0
    first_words, bounds = _quantity_words("en")
    words = sentence.words
    while at < len(words):
        word = words[at]
        if (word not in first_words and not word[0].isdigit()) or (word in bounds and lexicon.bounds.match(words, at) is None):
            at += 1
            continue
        quantity = _read_quantity(sentence, at, lexicon)
        if quantity is None:
            at += 1
            continue
        at = quantity.last
        if not is_other_number(sentence, quantity, lexicon):
            found.append(quantity)
    return found


def _read_quantity(sentence: Sentence, at: int, lexicon: Lexicon) -> Quantity | None:
    words = sentence.words
    bound, start = None, at
    match = lexicon.bounds.match(words, at)
    if match and words[at] == "over" and at > 0 and words[at - 1] in load_closed().handing:
        match = None  # "handed over 1,000 bodies"
    if match and match[0] < len(words):
        at, bound = match
        if at + 1 < len(words) and words[at] in ("a", "the", "another") and not _begins_amount(sentence, at, lexicon):
            at += 1
    if words[at] == "from" and start > 0 and words[start - 1] in load_closed().moves:
        return None
    between = words[at] in ("between", "from") and at + 1 < len(words)
    first = read_number(sentence, at + 1 if between else at, lexicon)
    if first is None:
        return _read_other(sentence, start, at, bound, lexicon)
    end, low = first
    high = None
    moved = start > 1 and words[start - 1] == "from" and words[start - 2] in load_closed().moves
    if not moved and end + 1 < len(words) and (words[end] in ("to", "or") or words[end] in _DASH or (between and words[end] == "and")):
        second = read_number(sentence, end + 1, lexicon)
        if second and second[1] < _LARGE and (words[end] != "or" or second[1] <= low * 3):
            scale = next((factor for factor in (1e6, 1e3, 100.0) if low < 100 and second[1] >= factor and second[1] / factor < 100), 1.0)
            upper = second[1]
            if scale == 1.0 and low < 100 and upper >= 1000 and upper % 1000 == 0 and low < upper / 1000:
                low *= 1000  # "3 to 4,000"
            if low * scale <= upper and low < 100 <= upper and scale > 1 and words[second[0] - 1] in lexicon.numbers["scales"]:
                low *= scale
            if low < upper:
                end, high = second[0], upper
    if high is None and bound == "at least":
        ceiling = _read_ceiling(sentence, end, low, lexicon)
        if ceiling is not None:
            end, high = ceiling
    if between and high is None:
        if words[at] == "between":
            return None
        start = at + 1
    return _finish(sentence, start, end, low, high, bound, lexicon)


def _begins_amount(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether an article begins a number ("a hundred"), a fraction ("a quarter") or a vague class ("a dozen")."""
    words = sentence.words
    return (
        read_number(sentence, at, lexicon) is not None
        or words[at + 1] in lexicon.numbers["fractions"]
        or _vague_phrases().match(words, at) is not None
    )


def _read_one(sentence: Sentence, at: int, lexicon: Lexicon) -> Quantity | None:
    """ "A nurse", "an army officer": one person, by the article before a noun in the singular."""
    words = sentence.words
    for ahead in range(at + 1, min(at + 4, len(words))):
        person = lexicon.people.match(words, ahead)
        while person is not None and person[0] < len(words) and (further := lexicon.people.match(words, person[0])) is not None:
            person = further  # "a police captain", "a peasant woman"
        if person is not None:
            noun = words[person[0] - 1]
            many = noun.endswith("s") or noun in ("people", "men", "women", "children", "police", "crew", "staff", "family", "troop")
            beyond = person[0] < len(words) and words[person[0]] in ("-", "'s", "'")
            return None if many or beyond else Quantity(at, at + 1, CountRange(None, 1, None, "exact"))
        if not words[ahead][0].isalpha() or load_closed().stops(words[ahead]) or words[ahead] in lexicon.units:
            return None
    return None


def _finish(
    sentence: Sentence, start: int, end: int, low: float, high: float | None, bound: str | None, lexicon: Lexicon
) -> Quantity | None:
    words = sentence.words
    if low >= _LARGE * 10:
        return None
    share = end < len(words) and (words[end] in PERCENT or words[end : end + 2] == ("per", "cent"))
    if end + 1 < len(words) and words[end] in _DASH and words[end + 1] in lexicon.numbers["fractions"] and low < 20:
        end += 1  # "two-thirds"
    out_of = None
    if share:
        end += 1 if words[end] in PERCENT else 2
        low, high = low / 100, high / 100 if high is not None else None
    elif (
        end < len(words) and words[end] in lexicon.numbers["fractions"] and words[end] != "half" and (low == 1 or low < 20) and high is None
    ):
        if low >= lexicon.numbers["fractions"][words[end]] or words[end] in ("second",):
            return None
        low, share, end = low / lexicon.numbers["fractions"][words[end]], True, end + 1
    elif high is None and (odds := _read_odds(sentence, end, low, lexicon)) is not None:
        end, low = odds
        share = True
    if words[end : end + 1] == ("odd",) or words[end : end + 2] == ("-", "odd"):
        end, bound = end + 1 + (words[end] == "-"), bound or "about"
    after = lexicon.bounds_after.match(words, end) if end < len(words) else None
    if after and bound is None and (after[0] >= len(words) or read_number(sentence, after[0], lexicon) is None):
        end, bound = after  # "40 at least"; but "in May 2015 at least 40" bounds the number that follows
    if share and max(low, high or 0) > 1:
        return None
    unit = "share" if share else "people"
    more = (start > 0 and words[start - 1] in ("another", "further", "additional")) or (start < end and words[start] == "another")
    if high is not None:
        return Quantity(start, end, CountRange(low, None, high, "between", unit), out_of, more)
    if bound == "at least":
        return Quantity(start, end, CountRange(low, None, None, bound, unit), out_of, more)
    if bound == "at most":
        return Quantity(start, end, CountRange(None, None, low, bound, unit), out_of, more)
    return Quantity(start, end, CountRange(None, low, None, bound or "exact", unit), out_of, more)


def _read_odds(sentence: Sentence, end: int, low: float, lexicon: Lexicon) -> tuple[int, float] | None:
    """ "two out of three", "one in ten", "one man in ten": (one past it, the share), or None.

    The second number is a small round one: "12 in 2015" and "37 out of 120" are counts.
    """
    words = sentence.words
    at = end
    if low == 1 and at < len(words):
        person = lexicon.people.match(words, at)
        at = person[0] if person else at
    if words[at : at + 2] == ("out", "of"):
        at += 2
    elif words[at : at + 1] == ("in",):
        at += 1
    else:
        return None
    at += words[at : at + 1] == ("every",)
    whole = read_number(sentence, at, lexicon) if at < len(words) else None
    if whole is None or not low < whole[1] or not (whole[1] <= 10 or (low == 1 and whole[1] in _ODDS)):
        return None
    nxt = words[whole[0]] if whole[0] < len(words) else "."
    if nxt in lexicon.units or nxt in lexicon.dates["months"] or nxt in lexicon.numbers["scales"] or nxt in PERCENT:
        return None
    return whole[0], low / whole[1]


def _read_ceiling(sentence: Sentence, at: int, low: float, lexicon: Lexicon) -> tuple[int, float] | None:
    """ "but no more than 30" after "at least 20": (one past it, the upper end), or None."""
    words = sentence.words
    if words[at : at + 1] not in (("but",), ("and",), (",",)):
        return None
    at += 1 + (words[at : at + 2] == (",", "but"))
    match = lexicon.bounds.match(words, at) if at < len(words) else None
    if match is None or match[1] != "at most" or match[0] >= len(words):
        return None
    upper = read_number(sentence, match[0], lexicon)
    return (upper[0], upper[1]) if upper is not None and low < upper[1] < _LARGE else None


def _read_other(sentence: Sentence, start: int, at: int, bound: str | None, lexicon: Lexicon) -> Quantity | None:
    """Fractions in words ("half", "a third"), vague classes ("dozens", "the majority"), and none."""
    words = sentence.words
    fractions = lexicon.numbers["fractions"]
    if start < at and words[at - 1] in ("good", "full") and words[at] in fractions:
        return _share(start, at + 1, 1 / fractions[words[at]], bound)  # "a good third"
    if words[at] in ("a", "one") and at + 1 < len(words) and words[at + 1] in fractions and words[at + 1] not in ("second", "half"):
        return _share(start, at + 2, 1 / fractions[words[at + 1]], bound)
    if (
        words[at] == "half"
        and (at == 0 or sentence.words[at - 1] not in ("a", "an", "-"))
        and at + 1 < len(words)
        and words[at + 1] not in ("a", "an", "-", "dozen")
    ):
        return _share(start, at + 1, 0.5, bound)
    ordinal = lexicon.numbers["ordinals"].get(words[at + 1]) if words[at] == "every" and at + 1 < len(words) else None
    if ordinal and at + 2 < len(words) and lexicon.people.match(words, at + 2):
        return _share(start, at + 2, 1 / ordinal, bound)
    if words[at] == "both" and at + 1 < len(words):
        person = next((found for ahead in (at + 1, at + 2) if ahead < len(words) and (found := lexicon.people.match(words, ahead))), None)
        if person is not None and words[person[0] - 1].endswith(("s", "men", "women", "children", "people")):
            return Quantity(start, at + 1, CountRange(None, 2, None, "exact"))
    if words[at : at + 2] == ("not", "a") and at + 2 < len(words) and lexicon.people.match(words, at + 2):
        return Quantity(start, at + 2, CountRange(0, 0, 0, "exact"))
    if words[at : at + 3] == ("not", "a", "single") or words[at : at + 2] == ("not", "one"):
        return Quantity(start, at + (3 if words[at + 1] == "a" else 2), CountRange(0, 0, 0, "exact"))
    if words[at] in ("nobody", "none") or (words[at : at + 2] == ("no", "one")):
        return Quantity(start, at + (2 if words[at] == "no" else 1), CountRange(0, 0, 0, "exact"))
    if (
        words[at] == "no"
        and at + 1 < len(words)
        and any(lexicon.people.match(words, ahead) for ahead in range(at + 1, min(at + 3, len(words))))
    ):
        return Quantity(start, at + 1, CountRange(0, 0, 0, "exact"))
    match = _vague_phrases().match(words, at)
    if match is None and bound is None and words[at] in ("a", "an"):
        return _read_one(sentence, at, lexicon)
    if match is None and bound and words[start] == "some":
        match, at = _vague_phrases().match(words, start), start
    if match is None:
        return None
    end, unit = match
    said = " ".join(words[at:end])
    if unit == "people" and end < len(words) and words[end] == "of" and read_vague(said, "share") and read_vague(said, "people") is None:
        unit = "share"
    if at > 0 and words[at - 1] in ("as", "how") and words[at] in ("many", "few", "much", "numerous"):
        return None
    count = read_vague(said, unit)
    if (
        count is None
        or (said == "most" and at > 0 and words[at - 1] in ("the", "at", "one", "its", "their", "his"))
        or (said == "some" and end < len(words) and words[end] in ("time", "cases", "way"))
    ):
        return None
    return Quantity(start, end, count, None, start > 0 and words[start - 1] == "another")


def _share(start: int, end: int, share: float, bound: str | None) -> Quantity:
    if bound == "at least":
        return Quantity(start, end, CountRange(share, None, None, bound, "share"))
    if bound == "at most":
        return Quantity(start, end, CountRange(None, None, share, bound, "share"))
    return Quantity(start, end, CountRange(None, share, None, bound or "exact", "share"))

"""How many: numbers in figures and words, ranges, bounds, shares and vague classes in one sentence.

In: a sentence's words. Out: quantities with their range and words. What is plainly not a count (dates, money, ages,
labels, ordinals) is left out here; whether a quantity counts people is decided by the noun, in `cohorts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from unaccounted.base.ranges import CountRange, list_vague, read_vague
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon, Phrases
from unaccounted.extract.sentences import Sentence

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_DASH = frozenset("-–—")
_MONEY = frozenset(["$", "us$", "€", "£", "¥", "rs", "usd"])
_PERCENT = frozenset(["%", "percent", "pct"])
_LARGE = 1e9


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


def read_number(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[int, float] | None:
    """A number that begins at a word: (index after it, its value), or None.

    Reads "5,000", "150 000", "2.5 million", "forty-three", "two hundred and six", "a hundred", "half a million",
    "two and a half thousand".
    """
    words, count = sentence.words, len(sentence.words)
    numbers = lexicon.numbers
    scales = numbers["scales"]
    if _DIGITS.fullmatch(words[at]):
        end, total = at + 1, float(words[at].replace(",", ""))
        while (
            end < count
            and len(words[end]) == 3
            and words[end].isdigit()
            and len(words[at]) <= 3
            and "." not in words[at]
            and _adjoins(sentence, end)
        ):
            total, end = total * 1000 + float(words[end]), end + 1
        return _scaled(words, end, total, scales)
    if words[at] in ("a", "an", "half") and at + 1 < count:
        half = 0.5 if words[at] == "half" else 1.0
        scale_at = at + 2 if half == 0.5 and words[at + 1] in ("a", "an") else at + 1
        if scale_at < count and words[scale_at] in scales and (half == 1.0 or scale_at == at + 2):
            return _scaled(words, scale_at, half, scales)
        return None
    total, current, end, seen = 0.0, 0.0, at, False
    while end < count:
        word = words[end]
        if word in numbers["units"] or word in numbers["tens"]:
            if (
                seen
                and words[end - 1] not in ("and", "-", "hundred", "thousand", "million")
                and not (words[end - 1] in numbers["tens"] and word in numbers["units"])
            ):
                break
            current += numbers["units"].get(word, numbers["tens"].get(word, 0))
            seen = True
        elif word in scales and seen:
            if scales[word] >= 1000:
                total, current = total + max(current, 1) * scales[word], 0.0
            else:
                current = max(current, 1) * scales[word]
        elif word in ("and", "-") and seen and end + 1 < count:
            if word == "and" and words[end + 1 : end + 3] in (("a", "half"),) and end + 3 < count and words[end + 3] in scales:
                return end + 4, (total + current + 0.5) * scales[words[end + 3]]
            joined = words[end + 1] in numbers["units"] or words[end + 1] in numbers["tens"]
            if not joined or (word == "and" and words[end - 1] not in scales) or (word == "-" and words[end - 1] not in numbers["tens"]):
                break
        else:
            break
        end += 1
    return (end, total + current) if seen else None


def _scaled(words: tuple[str, ...], end: int, total: float, scales: dict[str, float]) -> tuple[int, float]:
    while end < len(words) and words[end] in scales:
        total, end = total * scales[words[end]], end + 1
    return end, total


def _adjoins(sentence: Sentence, at: int) -> bool:
    return sentence.starts[at] - sentence.ends[at - 1] == 1


def find_quantities(sentence: Sentence, lexicon: Lexicon) -> list[Quantity]:
    """Every quantity of a sentence that may be a count or a share, in order, without overlaps."""
    found: list[Quantity] = []
    at = 0
    while at < len(sentence.words):
        quantity = _read_quantity(sentence, at, lexicon)
        if quantity is None:
            at += 1
            continue
        at = quantity.last
        if not _is_other(sentence, quantity, lexicon):
            found.append(quantity)
    return found


def _read_quantity(sentence: Sentence, at: int, lexicon: Lexicon) -> Quantity | None:
    words = sentence.words
    bound, start = None, at
    match = lexicon.bounds.match(words, at)
    if match and match[0] < len(words):
        at, bound = match
        if at < len(words) and words[at] in ("a", "the", "another") and read_number(sentence, at, lexicon) is None and at + 1 < len(words):
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
            if low * scale <= upper and low < 100 <= upper and scale > 1 and words[second[0] - 1] in lexicon.numbers["scales"]:
                low *= scale
            if low < upper:
                end, high = second[0], upper
    if between and high is None:
        if words[at] == "between":
            return None
        start = at + 1
    return _finish(sentence, start, end, low, high, bound, lexicon)


def _finish(
    sentence: Sentence, start: int, end: int, low: float, high: float | None, bound: str | None, lexicon: Lexicon
) -> Quantity | None:
    words = sentence.words
    if low >= _LARGE * 10:
        return None
    share = end < len(words) and (words[end] in _PERCENT or words[end : end + 2] == ("per", "cent"))
    out_of = None
    if share:
        end += 1 if words[end] in _PERCENT else 2
        low, high = low / 100, high / 100 if high is not None else None
    elif (
        end < len(words) and words[end] in lexicon.numbers["fractions"] and words[end] != "half" and (low == 1 or low < 20) and high is None
    ):
        if low >= lexicon.numbers["fractions"][words[end]] or words[end] in ("second",):
            return None
        low, share, end = low / lexicon.numbers["fractions"][words[end]], True, end + 1
    elif end + 1 < len(words) and words[end] == "in" and low < 10 and high is None:
        whole = read_number(sentence, end + 1, lexicon)
        nxt = whole[0] if whole else 0
        if (
            whole
            and low < whole[1] <= 1000
            and (
                nxt >= len(words)
                or words[nxt] in ("of", ",", ".", "had", "was", "were", "did", "came", "returned", "survived", "men", "soldiers")
            )
        ):
            low, share, end = low / whole[1], True, nxt
    elif end + 2 < len(words) and words[end + 1] == "in" and low == 1 and high is None and lexicon.people.match(words, end):
        whole = read_number(sentence, end + 2, lexicon)
        if (
            whole
            and 1 < whole[1] <= 100
            and (whole[0] >= len(words) or words[whole[0]] in ("of", ",", ".", "had", "was", "came", "returned", "survived", "died", "did"))
        ):
            low, share, end = 1 / whole[1], True, whole[0]
    after = lexicon.bounds_after.match(words, end) if end < len(words) else None
    if after and bound is None:
        end, bound = after
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


def _read_other(sentence: Sentence, start: int, at: int, bound: str | None, lexicon: Lexicon) -> Quantity | None:
    """Fractions in words ("half", "a third"), vague classes ("dozens", "the majority"), and none."""
    words = sentence.words
    fractions = lexicon.numbers["fractions"]
    if words[at] in ("a", "one") and at + 1 < len(words) and words[at + 1] in fractions and words[at + 1] not in ("second", "half"):
        return _share(start, at + 2, 1 / fractions[words[at + 1]], bound)
    if (
        words[at] == "half"
        and (at == 0 or sentence.words[at - 1] not in ("a", "an", "-"))
        and at + 1 < len(words)
        and words[at + 1] not in ("a", "an", "-", "dozen")
    ):
        return _share(start, at + 1, 0.5, bound)
    if words[at] in ("nobody", "none") or (words[at : at + 2] == ("no", "one")):
        return Quantity(start, at + (2 if words[at] == "no" else 1), CountRange(0, 0, 0, "exact"))
    if (
        words[at] == "no"
        and at + 1 < len(words)
        and any(lexicon.people.match(words, ahead) for ahead in range(at + 1, min(at + 3, len(words))))
    ):
        return Quantity(start, at + 1, CountRange(0, 0, 0, "exact"))
    match = _vague_phrases().match(words, at)
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


def _is_other(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number is plainly something else: a date, money, an age, a label, a time, part of a name."""
    words, first, last = sentence.words, quantity.first, quantity.last
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if quantity.count.bound == "vague" or quantity.count.unit == "share":
        return False
    number = sentence.forms[last - 1]
    before, after = before.rstrip(".") or before, after.rstrip(".") or after
    if before == after == "," and last - first == 1 and number.isdigit() and int(number) <= 120 and sentence.forms[first - 2][:1].isupper():
        return True  # an age after a name: "Ali Hassan, 42, of Mosul"
    months = lexicon.dates["months"]
    value = quantity.value
    if (
        before in _MONEY
        or after in _MONEY
        or before in lexicon.labels
        or (before == "." and first > 1 and words[first - 2] in lexicon.labels)
    ):
        return True
    if (
        (
            before in _DASH
            and first > 1
            and sentence.starts[first] == sentence.ends[first - 1]
            and sentence.ends[first - 2] == sentence.starts[first - 1]
        )
        or before == "/"
        or after == "/"
    ):
        return True
    if (
        after in _DASH
        and last + 1 < len(words)
        and sentence.starts[last + 1] == sentence.ends[last] == sentence.starts[last] + 1
        and words[last + 1] not in ("man", "strong")
    ):
        return True
    if (after in months and value <= 31) or (before in months and value <= 31 and after not in lexicon.people.firsts()):
        return after != "may" or (last + 1 < len(words) and (words[last + 1].isdigit() or words[last + 1] in (",", ".")))
    if after == ":" and last + 1 < len(words) and words[last + 1].isdigit():
        return True
    if number.isdigit() and len(number) == 4 and 1500 <= value <= 2100 and quantity.count.bound in ("exact", "between"):
        people = lexicon.people.match(words, last) if last < len(words) else None
        of_people = after == "of"
        if (
            people is None
            and not of_people
            and (
                before in load_closed().before_year
                or before in months
                or before in lexicon.dates["seasons"]
                or first == 0
                or before in "(["
            )
        ):
            return True
    return number.isdigit() and len(number) > 1 and number[0] == "0" and last - first == 1

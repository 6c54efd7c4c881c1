"""Which numbers are plainly no count of people: dates, money, ages, labels, times of day, parts of names.

In: a quantity and its sentence. Out: yes or no. What a noun tells (houses, kilometres) is read in `phrases`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

if TYPE_CHECKING:
    from unaccounted.extract.quantities import Quantity

_DASH = frozenset("-–—")
_AFTER_TIME = frozenset([",", ".", "hours", "hrs", "gmt", "local", "on", "today", "yesterday", "(", "utc", "z"])
_HOURS = frozenset(["gmt", "utc", "hours", "hrs"])
_MONEY = frozenset(["$", "us$", "€", "£", "¥", "rs", "usd", "tk", "ksh", "tsh", "cfa", "eur", "gbp", "chf", "dm", "fr"])


def is_other_number(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number is plainly something else: a date, money, an age, a label, a time, part of a name."""
    words, first, last = sentence.words, quantity.first, quantity.last
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if quantity.count.bound == "vague" or quantity.count.unit == "share":
        return False
    number = sentence.forms[last - 1]
    before, after = before.rstrip(".") or before, after.rstrip(".") or after
    if (
        before == after == ","
        and last - first == 1
        and number.isdecimal()
        and int(number) <= 120
        and sentence.forms[first - 2][:1].isupper()
    ):
        return True  # an age after a name: "Ali Hassan, 42, of Mosul"
    if _is_age(sentence, quantity, lexicon) or words[max(first - 2, 0) : first] == ("all", "but"):
        return True
    name = sentence.forms[first - 1] if first else ""
    if len(name) > 1 and name.isupper() and name.isalpha() and not sentence.shouts and number.isdecimal():
        return True  # "CTF 50", "HMS 12"
    if before in ("and", "or", ",") and first > 2 and words[first - 2].isdecimal() and words[first - 3] in lexicon.labels:
        return True  # "Counts 2 and 3"
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
    if after == "d" and sentence.starts[last] == sentence.ends[last - 1]:
        return True  # "the 3D Brigade"
    fate = lexicon.fates.match(words, last) if before in months and last < len(words) else None
    counted = fate is not None and fate[1].frame == "people" and first > 1 and words[first - 2].isdecimal()  # "23 September 28 bodies"
    if (after in months and value <= 31) or (before in months and value <= 31 and after not in lexicon.people.firsts() and not counted):
        month = sentence.forms[last][:1].isupper() and not sentence.shouts if last < len(words) else False
        return after != "may" or month or (last + 1 < len(words) and (words[last + 1].isdigit() or words[last + 1] in (",", ".")))
    if before == "at" and len(number) == 4 and number.isdecimal() and value < 2400 and value % 100 < 60 and after in _AFTER_TIME:
        return True  # "at 1300, four soldiers": a time of day
    if len(number) == 4 and number.isdecimal() and value < 2400 and value % 100 < 60 and after in _HOURS:
        return True  # "0700 (1300 GMT)"
    if after == ":" and last + 1 < len(words) and words[last + 1].isdigit():
        return True
    if number.isdecimal() and len(number) == 4 and 1500 <= value <= 2100 and quantity.count.bound in ("exact", "between"):
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
    return number.isdecimal() and len(number) > 1 and number[0] == "0" and last - first == 1


def _is_age(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number is how old people are: "a boy of 9", "children under three", "Jonas (15)"."""
    words, first, last, value = sentence.words, quantity.first, quantity.last, quantity.value
    if value > 110 or first == 0:
        return False
    after = words[last] if last < len(words) else "."
    closes = (
        not after[0].isalpha() or load_closed().stops(after) or load_closed().is_adverb(after) or bool(lexicon.fates.match(words, last))
    )
    before = words[first - 1]
    if before == "of" and first > 1 and not words[first - 2].endswith("s") and lexicon.people.match(words, first - 2) and closes:
        return words[first - 2] in ("boy", "girl", "man", "woman", "child", "youth", "infant", "lad", "daughter", "son", "mother", "father")
    if words[first] in ("under", "over", "below", "above") and lexicon.people.match(words, first - 1):
        return closes
    named = (
        first > 1 and sentence.forms[first - 2][:1].isupper() and not sentence.shouts and lexicon.demonyms.match(words, first - 2) is None
    )
    return before == "(" and after == ")" and named and not lexicon.people.match(words, first - 2)

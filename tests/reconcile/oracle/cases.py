"""Claims by hand, each case with something that the model treats in a way of its own."""

from __future__ import annotations

from tests.reconcile.conftest import CREW, row
from tests.reconcile.oracle.worlds import Row
from unaccounted.reconcile.kin import Family

EARLY = {"as_of": "2012-05-09", "published": "2012-05-10"}
MIDDLE = {"as_of": "2013-01-01", "published": "2013-01-02"}
NO_DAY = {"as_of": None, "published": None, "grade": "D4"}
ONE_TALLY = {"source": "a clerk", "origin": "a return"}
STOCK = {"measure": "stock"}


def _share(number: int, fate: str, best: float | None, base: str, **fields: object) -> Row:
    return row(number, fate, best, unit="share", base=base, **fields)


ACCOUNTS: dict[str, list[Row]] = {
    "one date, copies, floors and sums": [
        *CREW,
        row(6, "killed", 300, repeats="c3", grade="D3"),
        row(7, "set out", 1200, origin=None, published="2014-05-12", grade="C3"),
        row(8, "killed", None, low=80, bound="at least", origin="o4", source="source 4"),
        row(9, "detained", None, high=900, bound="at most"),
        row(10, "killed", 700, covers="killed;detained"),
        row(11, "killed", 400, covers="killed;wounded"),
    ],
    "one tally": [row(1, "joined", 405, **ONE_TALLY), row(2, "killed", 104, **ONE_TALLY), row(3, "returned", 44, **ONE_TALLY)],
    "three dates of those who set out": [*CREW, row(6, "killed", 40, **EARLY), row(7, "detained", 300, **MIDDLE)],
    "three dates of those who join": [
        row(1, "joined", 900),
        row(2, "joined", 500, **EARLY),
        row(3, "killed", 90, **MIDDLE),
        row(4, "returned", 60, **EARLY, **STOCK),
        row(5, "remaining", 300, **STOCK),
        row(6, "remaining", 400, **EARLY, **STOCK),
    ],
    "a shipwreck of days, and no day": [
        *CREW,
        row(6, "killed", 40, as_of="2014-05-01", published="2014-05-02"),
        row(7, "returned", 9, **NO_DAY),
    ],
    "shares": [
        *CREW,
        _share(6, "returned", 0.2, "set out"),
        _share(7, "killed", 0.3, "detained", **EARLY),
        _share(8, "detained", 1, "set out"),
        _share(9, "returned", None, "set out", low=0.1, bound="at least"),
    ],
    "vague words, nobody, and figures of a period": [
        *CREW,
        row(6, "killed", None, words="hundreds", bound="vague", grade="F6"),
        row(7, "escaped", 0, **EARLY),
        row(8, "killed", 70, measure="flow"),
        row(9, "deserted", 30, measure="flow", **EARLY),
    ],
    "fates beside, one of them confirmed": [
        *CREW,
        row(6, "wounded", 90),
        row(7, "wounded", 30, **EARLY),
        row(8, "tried", 3, grade="E5"),
        row(9, "wounded", 95, grade="A1"),
    ],
    "parts": [
        *CREW,
        row(6, "imprisoned", 90),
        row(7, "imprisoned", 30, **EARLY),
        row(8, "in camp", 80),
        row(9, "remaining", 150, **STOCK),
        row(10, "detained", 500, covers="detained;imprisoned"),
    ],
    "few people, and one who is far from the rest": [
        row(1, "joined", 3, bound="exact"),
        row(2, "killed", 2, bound="exact", grade="A1"),
        row(3, "joined", 90_000, grade="E5"),
    ],
    "a stock of those in camp": [*CREW, row(6, "in camp", 80, **STOCK)],
    "nobody and all, of one tally with others": [
        *CREW,
        row(6, "escaped", 0, source="source 3", origin="o3"),
        _share(7, "killed", 1, "set out", source="source 4", origin="o4"),
    ],
    "a source that says much": [
        *CREW,
        *(row(20 + n, ("killed", "rescued")[n % 2], 90 + 7 * n, source="source 2", published=f"2014-{1 + n % 12:02}") for n in range(14)),
    ],
}
LINES: dict[str, list[Row]] = {
    "a line that rises": [row(1, "killed", 300), row(2, "killed", 100, **EARLY), row(3, "killed", 210, **MIDDLE), row(4, "killed", 90)],
    "a line that wanders": [
        row(1, "remaining", 300, **STOCK),
        row(2, "remaining", 900, **STOCK, **EARLY),
        row(3, "remaining", 40, **STOCK),
    ],
}
FAMILY = Family(("old men", "young men", "women"), (("army", ("old men", "young men", "women")), ("men", ("old men", "young men"))))
FAMILIES: dict[str, list[Row]] = {
    "parts and their whole": [
        row(1, "joined", 5000, cohort="army"),
        row(2, "joined", 900, cohort="women", source="source 1", origin="o1"),
        row(3, "killed", 700, cohort="men"),
        row(4, "killed", 60, cohort="women", **EARLY),
        _share(5, "returned", 0.3, "joined", cohort="old men"),
        row(6, "remaining", 600, cohort="army", **STOCK),
        row(7, "wounded", 300, cohort="young men"),
    ],
}

"""The account as one self-contained file, in which a number opens its sentences.

In comes evidence, out comes HTML that opens from a disk, needs no script and loads nothing. By default no claim about a
named person is in it and no protected name stands in it (see `redaction`); `internal` keeps them and stamps every page.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

from unaccounted.show.evidence import Evidence
from unaccounted.show.pages import make_environment, read_style
from unaccounted.show.pulls import LISTED
from unaccounted.show.redaction import is_personal, withhold_names
from unaccounted.show.terminal import say_coverage
from unaccounted.show.twins import count_files
from unaccounted.show.views import FULL, view_ledgers, view_notes, view_persons

STAMP = "INTERNAL: names people; not for publication"


def carry_alternatives(evidence: Evidence, shown: Evidence) -> Evidence:
    """The evidence shown with the alternatives of its figures: they hold numbers, ids and a cohort's label, and no other words.

    Args:
        evidence: all of it.
        shown: what is left of it, its figures in the same order, labels perhaps changed.
    """
    if evidence.alternatives is None:
        return shown
    labels = {old.cohort: new.cohort for old, new in zip(evidence.account.figures, shown.account.figures, strict=True)}
    known = {flat.id for flat in shown.flat}
    kept = [each for each in evidence.alternatives if each.cohort in labels and known.issuperset(each.claims)]
    return replace(shown, alternatives=tuple(replace(each, cohort=labels[each.cohort]) for each in kept))


def write_page(evidence: Evidence, internal: bool = False) -> str:
    """The self-contained page.

    Args:
        evidence: the account and all it rests on.
        internal: keep claims about named persons and all names, and stamp every page, printed ones too.

    Returns:
        HTML; write it as UTF-8.
    """
    withheld = sum(is_personal(claim) for claim in evidence.claims)
    shown = evidence if internal else carry_alternatives(evidence, withhold_names(evidence))
    style = read_style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    written = make_environment().get_template("page.html").render(
        evidence=shown,
        ledgers=view_ledgers(shown, with_claims=True),
        full=FULL,
        listed=LISTED,
        everywhere=view_notes(shown, [note for note in shown.account.diagnostics if not note.cohort])[0],
        persons=view_persons(evidence) if internal else (),
        withheld=0 if internal else withheld,
        coverage=say_coverage(shown),
        totals=count_files(shown),
        stamp=STAMP if internal else "",
        style=style,
        digest=digest,
    )  # fmt: skip
    return written.encode("utf-8", "replace").decode("utf-8")

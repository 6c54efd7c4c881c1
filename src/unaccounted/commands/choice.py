"""Which cohort, which figure, which project: what a person's words on the command line pick out.

In: words and what there is. Out: the evidence of the cohorts meant, or the one figure meant. Words that pick nothing are
answered with the list of what could have been said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from unaccounted.base.accounts import Account
from unaccounted.base.dates import last_day
from unaccounted.base.errors import ProjectError, UsageError
from unaccounted.base.project import SETTINGS, Project, open_project
from unaccounted.base.records import Figure
from unaccounted.base.vocabulary import FATES

if TYPE_CHECKING:
    from unaccounted.show import Evidence

_LISTED = 20


def check_dates(as_of: Sequence[str]) -> tuple[str, ...]:
    """The dates as given.

    Raises:
        UsageError: one is not a date.
    """
    for each in as_of:
        last_day(each)
    return tuple(as_of)


def choose_cohort(evidence: Evidence, words: str | None) -> Evidence:
    """The evidence with the account of the cohorts whose label holds some words, in any case; all of it without words.

    Raises:
        UsageError: no label does.
    """
    if not words:
        return evidence
    account = evidence.account
    labels = list_cohorts(account)
    meant = [label for label in labels if words.casefold() == label.casefold()]
    meant = meant or [label for label in labels if words.casefold() in label.casefold()]
    if not meant:
        raise UsageError(f"no cohort's label holds '{words}'", remedy=_say_choice("The cohorts are", labels))
    kept = {*meant, ""}
    narrowed = Account(
        tuple(each for each in account.figures if each.cohort in kept),
        tuple(each for each in account.contradictions if each.cohort in kept),
        tuple(each for each in account.inferences if each.cohort in kept),
        tuple(each for each in account.diagnostics if each.cohort in kept),
    )
    return replace(evidence, account=narrowed)


def list_cohorts(account: Account) -> list[str]:
    """The labels of an account's cohorts, in its order; last those that have no figure."""
    named = [
        each.cohort for several in (account.figures, account.inferences, account.contradictions, account.diagnostics) for each in several
    ]
    return [label for label in dict.fromkeys(named) if label]


def choose_figure(evidence: Evidence, words: str, as_of: str | None = None) -> Figure:
    """The figure meant by "fate" or "cohort/fate": of the first cohort that fits, at the latest date or the one given.

    A line that the account does not have, though something is said of it, is given without numbers, so that what was left
    out can be shown.

    Raises:
        UsageError: the fate is not one, no cohort fits, or nothing is said of it.
    """
    cohort, _, fate = words.rpartition("/")
    fate = fate.strip().lower()
    if fate not in FATES:
        spoken = dict.fromkeys(each.fate for each in evidence.account.figures)
        raise UsageError(f"'{fate}' is not a fate", remedy=_say_choice("Say 'fate' or 'cohort/fate'; the account has", spoken))
    chosen = choose_cohort(evidence, cohort.strip())
    figures = [each for each in chosen.account.figures if each.fate == fate]
    if as_of is not None:
        figures = [each for each in figures if each.as_of == last_day(as_of).isoformat()]
    if figures:
        first = figures[0].cohort
        return max((each for each in figures if each.cohort == first), key=lambda each: each.as_of)
    labels = list_cohorts(chosen.account)
    said = [each for label in labels for each in evidence.flat if each.cohort == label and each.fate == fate]
    if said and as_of is None:
        latest = max((each.as_of for each in chosen.account.figures if each.cohort == said[0].cohort), default="")
        note = "not a line of the account: what is said of it is not evidence, or could not be used"
        return Figure(said[0].cohort, fate, latest, None, None, None, False, 0, (), FATES[fate].role, note)
    there = dict.fromkeys(f"{each.cohort}/{each.fate}" for each in chosen.account.figures)
    where = f" on {as_of}" if as_of else ""
    raise UsageError(f"nothing is said of '{words}'{where}", remedy=_say_choice("The figures are", there))


def choose_project(folder: Path | None) -> Project:
    """The project at a folder, or the only one in the folder where the command runs.

    Raises:
        ProjectError: it is none, or there are none or several.
    """
    if folder is not None:
        return open_project(folder, create=False)
    here = sorted(path.parent for path in Path().glob(f"*/{SETTINGS}"))
    if len(here) != 1:
        found = f"there are {len(here)} projects in this folder" if here else "there is no project in this folder"
        names = ", ".join(str(path) for path in here[:_LISTED])
        raise ProjectError(found, names or None, "Say which with --project DIR, or make one with: unaccounted open PATH --project DIR")
    return open_project(here[0], create=False)


def _say_choice(head: str, labels: Iterable[str]) -> str:
    several = list(labels)
    if not several:
        return f"{head}: none"
    more = f" and {len(several) - _LISTED} more" if len(several) > _LISTED else ""
    return f"{head}: {'; '.join(several[:_LISTED])}{more}"

"""Our density and the oracle, made of the same statements, lines and days."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.reconcile.oracle.lines import Cohort, Line, Parts
from tests.reconcile.oracle.model import Oracle
from tests.reconcile.oracle.told import read_told
from tests.reconcile.oracle.worlds import Row
from unaccounted.base.records import FlatClaim
from unaccounted.reconcile import read_scales
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.grid import make_grid
from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import plan_lines
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.partition import Partition
from unaccounted.reconcile.posterior import Posterior, usable
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import make_statements
from unaccounted.reconcile.states import Compartments


def build_engines(rows: Sequence[Row], family: Family | None = None, scales: Scales | None = None) -> tuple[Posterior, Oracle]:
    """Both engines of one account, of one line where nobody says how many entered, or of a family.

    Args:
        rows: flat claims, all of one cohort or of one family.
        family: which cohorts they are of.
        scales: the table; that which ships with the program where none is given.
    """
    scales = scales or read_scales()
    claims: list[FlatClaim] = read_claims(rows)
    statements, _ = make_statements(claims, scales)
    plan = plan_lines(statements)
    grid = make_grid([], [each.day for each in statements if each.day is not None])
    label = claims[0].cohort
    ours: Compartments | LoneLine
    theirs: Cohort | Line
    if plan.entry is not None:
        ours = Compartments(plan, grid.leaving(scales), grid.arriving(scales), scales)
        theirs = Cohort(label, plan, grid.days, scales)
    else:
        (fate,) = plan.lines
        stock = fate == "remaining"
        ours = LoneLine(fate, stock, grid.leaving(scales), np.diff(np.array(grid.days)) / 365.25, scales)
        theirs = Line(label, fate, stock, grid.days, scales)
    kept = [each for each in statements if usable(each, ours.columns, plan.entry)]
    posterior = Posterior(Partition(ours, family, scales) if family else ours, grid, kept, plan.entry, scales)
    cohorts = family.members if family else (label,)
    lines = {(cohort, fate) for cohort in cohorts for fate in ours.columns}
    told = read_told(kept, lines, grid.days, plan.entry, scales)
    return posterior, Oracle(Parts(theirs, family) if family else theirs, told, scales)

"""Claims in, an account out: the compartment account, its probability model, contradictions and diagnostics.

`reconcile_claims` reckons, `explain_claims` says what every figure hangs on, `flatten_claims` turns linked claims into flat ones,
`read_flat_claims` reads a spreadsheet.
Which claims are about the same people, and which repeat others, is decided in link, or by the person who made the sheet.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unaccounted.reconcile.explain import explain_claims as explain_claims
    from unaccounted.reconcile.flatten import flatten_claims as flatten_claims
    from unaccounted.reconcile.reconcile import reconcile_claims as reconcile_claims
    from unaccounted.reconcile.scales import Scales as Scales
    from unaccounted.reconcile.scales import read_scales as read_scales
    from unaccounted.reconcile.spreadsheet import read_flat_claims as read_flat_claims

_HOMES = {
    "Scales": "scales",
    "explain_claims": "explain",
    "flatten_claims": "flatten",
    "read_flat_claims": "spreadsheet",
    "read_scales": "scales",
    "reconcile_claims": "reconcile",
}
__all__ = [*_HOMES]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"unaccounted.reconcile.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'unaccounted.reconcile' has no attribute '{name}'")

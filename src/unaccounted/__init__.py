"""What became of them, who says so, and how many does nobody account for?

The package's four verbs, imported when first used so that `import unaccounted` stays quick:
`collect_documents`, `extract_claims`, `link_claims`, `reconcile_claims` (and `show` for what people look at).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unaccounted.collect import collect_documents as collect_documents
    from unaccounted.extract import extract_claims as extract_claims
    from unaccounted.link import link_claims as link_claims
    from unaccounted.reconcile import reconcile_claims as reconcile_claims
    from unaccounted.show import show_account as show_account

__version__ = "0.1.0"

_VERBS = {
    "collect_documents": "unaccounted.collect",
    "extract_claims": "unaccounted.extract",
    "link_claims": "unaccounted.link",
    "reconcile_claims": "unaccounted.reconcile",
    "show_account": "unaccounted.show",
}
__all__ = [*_VERBS, "__version__"]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        return getattr(import_module(_VERBS[name]), name)
    raise AttributeError(f"module 'unaccounted' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)

"""Claims to entities: which cohort, who is who, which place, and which claim only repeats another."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unaccounted.link.group_names import compare_groups as compare_groups
    from unaccounted.link.group_names import explain_groups as explain_groups
    from unaccounted.link.link import Linked as Linked
    from unaccounted.link.link import link_claims as link_claims
    from unaccounted.link.names import compare_names as compare_names
    from unaccounted.link.names import explain_names as explain_names

_WHERE = {
    "Linked": "link",
    "link_claims": "link",
    "compare_names": "names",
    "explain_names": "names",
    "compare_groups": "group_names",
    "explain_groups": "group_names",
}
__all__ = ["Linked", "compare_groups", "compare_names", "explain_groups", "explain_names", "link_claims"]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(f"unaccounted.link.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'unaccounted.link' has no attribute '{name}'")

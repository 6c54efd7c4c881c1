"""Accounts to what people look at: the terminal, one self-contained page, pictures, and the local web app."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unaccounted.show.evidence import Evidence as Evidence
    from unaccounted.show.page import write_page as write_page
    from unaccounted.show.picture import draw_account as draw_account
    from unaccounted.show.redaction import withhold_names as withhold_names
    from unaccounted.show.terminal import show_account as show_account
    from unaccounted.show.terminal import show_figure as show_figure

_HOMES = {
    "Evidence": "evidence",
    "draw_account": "picture",
    "show_account": "terminal",
    "show_figure": "terminal",
    "withhold_names": "redaction",
    "write_page": "page",
}
__all__ = [*_HOMES]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"unaccounted.show.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'unaccounted.show' has no attribute '{name}'")

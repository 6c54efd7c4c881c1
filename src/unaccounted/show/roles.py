"""Who speaks, as a mark: each source role has a shape and a colour of its own, and the grade's letter decides how full it is.

In: a role, a letter, a place. Out: SVG shapes. The shape alone tells the role and the filling alone the grade, so that a print in
black and white says the same; colour only helps the eye.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

from unaccounted.base.vocabulary import SOURCE_ROLES
from unaccounted.show.bars import INK
from unaccounted.show.drawing import MARGIN, WIDTH, measure_words, write_text

_COLOURS = {
    "government": "#2f4b6e",
    "armed group": "#7a2e2e",
    "intergovernmental": "#1f6a60",
    "NGO": "#3c6e34",
    "media": "#84661a",
    "witness": "#634680",
    "expert": "#3f3f46",
    "court": "#1d6484",
    "medical": "#954066",
    "unnamed": "#6a6a6a",
}
"""Quiet colours of about one darkness, so that none shouts."""
_UNNAMED = "unnamed"


def _ring(points: int, turn: float, inner: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Corners around the middle, at radius 1, from straight up turned by `turn` of a circle; with `inner`, a star."""
    places = []
    for corner in range(points * (2 if inner else 1)):
        angle = 2 * pi * (corner / (points * (2 if inner else 1)) + turn) - pi / 2
        radius = inner if inner and corner % 2 else 1.0
        places.append((cos(angle) * radius, sin(angle) * radius))
    return tuple(places)


_PLUS = tuple(
    (x / 3, y / 3) for x, y in ((-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1))
)
_SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "government": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "armed group": _ring(3, 0.5),
    "intergovernmental": _ring(4, 0),
    "NGO": (),
    "media": _ring(3, 0),
    "witness": _ring(5, 0, 0.45),
    "expert": _ring(6, 0),
    "court": ((-1, -0.55), (1, -0.55), (1, 0.55), (-1, 0.55)),
    "medical": _PLUS,
    "unnamed": ((-0.8, -0.8), (0, -0.35), (0.8, -0.8), (0.35, 0), (0.8, 0.8), (0, 0.35), (-0.8, 0.8), (-0.35, 0)),
}
"""Corners of each role's shape for radius 1; none for a circle."""


def name_role(role: str | None) -> str:
    """The role that is drawn: unnamed where it is unknown."""
    return role if role in SOURCE_ROLES and role is not None else _UNNAMED


def draw_mark(role: str | None, letter: str, x: float, y: float, radius: float = 6) -> str:
    """One source's mark: full for letters A and B, half full for C, hollow for the others."""
    known = name_role(role)
    colour, corners = _COLOURS[known], _SHAPES[known]
    full = {"A": 1.0, "B": 1.0, "C": 0.35}.get(letter, 0.0)
    # A white ground first: what lies beneath must not look like a filling.
    kind = f"mark {'full' if full == 1 else 'half' if full else 'hollow'}"
    paint = f'fill="{colour}" fill-opacity="{full:g}" stroke="{colour}" stroke-width="1.5" stroke-linejoin="round"'
    if not corners:
        shape = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius * 0.9:.1f}"'
        return f'<circle class="ground" {shape} fill="#ffffff"/><circle class="{kind}" {shape} {paint}/>'
    points = " ".join(f"{x + radius * dx:.1f},{y + radius * dy:.1f}" for dx, dy in corners)
    return f'<polygon class="ground" points="{points}" fill="#ffffff"/><polygon class="{kind}" points="{points}" {paint}/>'


def draw_legend(roles: Iterable[str | None], y: float) -> tuple[str, float]:
    """The marks of the roles that occur, each with its name, and what the filling says.

    Returns:
        What is drawn, and the height that it took.
    """
    known = {name_role(role) for role in roles}
    drawn, x, row = [], float(MARGIN), 0
    for role in (each for each in SOURCE_ROLES if each in known):
        wide = 18 + measure_words(role, 12) + 12
        if x + wide > WIDTH - MARGIN:
            x, row = float(MARGIN), row + 1
        drawn.append(draw_mark(role, "A", x + 6, y + row * 20 - 4))
        drawn.append(write_text(x + 18, y + row * 20, role, 12, fill=INK))
        x += wide
    row += 1
    x = float(MARGIN)
    for letter, said in (("A", "grade A or B"), ("C", "C"), ("F", "D, E, or F (cannot be judged)")):
        drawn.append(draw_mark("NGO", letter, x + 6, y + row * 20 - 4))
        drawn.append(write_text(x + 18, y + row * 20, said, 12))
        x += 18 + measure_words(said, 12) + 12
    return "".join(drawn), (row + 1) * 20

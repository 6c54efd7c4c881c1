"""Measures pictures as they will be seen: boxes of words, places of shapes, widths of streams."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations

from unaccounted.show.drawing import measure_words

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]


def parse(picture: str) -> ET.Element:
    """The picture's root, after checks that hold for every picture."""
    root = ET.fromstring(picture)
    assert root.get("role") == "img"
    assert (root.findtext(f"{SVG}title") or "").strip() and (root.findtext(f"{SVG}desc") or "").strip()
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert set((root.get("aria-labelledby") or "").split()) <= set(ids)
    assert not {"style", "script", "image", "foreignObject"} & {each.tag.removeprefix(SVG) for each in root.iter()}
    assert not any(name == "style" or name.startswith("on") for each in root.iter() for name in each.attrib)
    return root


def box_of(text: ET.Element) -> Box:
    """The box that words take, left, upper, right, lower."""
    x, y, size = (float(text.get(name, "0")) for name in ("x", "y", "font-size"))
    bold = text.get("font-weight") == "700"
    wide = float(text.get("textLength") or measure_words(text.text or "", size, bold))
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "start")]
    return left, y - size * 0.76, left + wide, y + size * 0.22


def check_words(root: ET.Element) -> None:
    """All words stand in the frame, and no two on one another."""
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    boxes = [(each.text, box_of(each)) for each in root.iter(f"{SVG}text")]
    for words, (left, upper, right, lower) in boxes:
        assert left >= -0.5 and right <= width + 0.5 and upper >= 0 and lower <= height, (words, (left, upper, right, lower), width, height)
    for (one, a), (two, b) in combinations(boxes, 2):
        assert a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5, (one, a, two, b)


def check_shapes(root: ET.Element) -> None:
    """No shape leaves the frame."""
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for each in root.iter():
        numbers: list[tuple[float, float]] = []
        if each.tag == f"{SVG}line" and each.get("x1") not in (None, "0"):
            numbers = [(float(each.get(f"x{n}", "0")), float(each.get(f"y{n}", "0"))) for n in (1, 2)]
        elif each.tag == f"{SVG}circle":
            numbers = [(float(each.get("cx", "0")), float(each.get("cy", "0")))]
        elif each.tag in (f"{SVG}polygon", f"{SVG}polyline"):
            numbers = [(float(x), float(y)) for x, y in (pair.split(",") for pair in each.get("points", "").split())]
        elif each.tag == f"{SVG}path":
            numbers = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", each.get("d", ""))]
        for x, y in numbers:
            assert -0.5 <= x <= width + 0.5 and -0.5 <= y <= height + 0.5, ET.tostring(each)


def ends_of(path: ET.Element) -> tuple[float, float, float, float]:
    """Of a stretch of a stream: where it begins and ends, and how wide it is at both, measured upright."""
    points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path.get("d", ""))]
    (x1, top1), (x2, top2), (_, low2), (_, low1) = points[0], points[3], points[4], points[7]
    return x1, x2, low1 - top1, low2 - top2

"""Google-style docstrings and the sources around them, as Markdown.

In: a function, class or module of the package. Out: Markdown with a signature, the prose, and a list for each section. It
reads what stands in the sources and adds no words of its own; whether all is documented is for tests/test_docs.py.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from dataclasses import MISSING, Field, fields, is_dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any

SECTIONS = ("Args", "Returns", "Yields", "Raises", "Source", "Sources", "Example", "Examples")
_SECTION = re.compile(rf"^({'|'.join(SECTIONS)}):[ ]*(.*)$")
_ENTRY = re.compile(r"^([\w*][\w*, .]*?):\s+(.*)$")
_LONGEST = 110


def split_sections(doc: str) -> tuple[str, dict[str, str]]:
    """The prose of a docstring, and its sections by name, each without its indent."""
    prose: list[str] = []
    sections: dict[str, list[str]] = {}
    lines = prose
    for line in inspect.cleandoc(doc).splitlines():
        if match := _SECTION.match(line):
            lines = sections.setdefault(match[1], [match[2]] if match[2] else [])
        elif lines is not prose and line and not line.startswith(" "):
            lines = prose
            prose += ["", line]
        else:
            lines.append(line)
    return "\n".join(prose).strip(), {name: textwrap.dedent("\n".join(body)).strip() for name, body in sections.items()}


def split_entries(section: str) -> list[tuple[str, str]]:
    """The entries of an `Args` section: names as written ("low, best, high"), and what is said of them on one line."""
    entries: list[tuple[str, str]] = []
    for line in section.splitlines():
        match = None if line.startswith(" ") else _ENTRY.match(line)
        if match:
            # "sex: women, men. age: children" is two entries on one line.
            first, *more = re.split(r"(?<=\.) (?=\w+: )", match[2])
            entries.append((match[1], first))
            entries += [(name, said.strip()) for name, _, said in (each.partition(":") for each in more)]
        elif entries and line.strip():
            entries[-1] = (entries[-1][0], f"{entries[-1][1]} {line.strip()}")
        elif line.strip():
            entries.append(("", line.strip()))
    return entries


def explain_fields(doc: str) -> dict[str, str]:
    """What a docstring's `Args` say of each name."""
    entries = split_entries(split_sections(doc)[1].get("Args", ""))
    return {name.strip(): said for names, said in entries for name in names.split(",")}


def write_docstring(doc: str, without: tuple[str, ...] = ()) -> str:
    """A docstring as Markdown: its prose, then a list for each section but those left out."""
    prose, sections = split_sections(doc)
    parts = [prose]
    for name, body in sections.items():
        if name in without:
            continue
        if name in ("Args", "Raises"):
            rows = [f"- `{names}`: {said}" if names else f"- {said}" for names, said in split_entries(body)]
            parts.append(f"{name}:\n\n" + "\n".join(rows))
        elif name.startswith("Example"):
            parts.append(f"{name}:\n\n{textwrap.indent(body, '    ')}")
        else:
            parts.append(f"{name}: {' '.join(body.split())}")
    return "\n\n".join(parts)


class _Bare(str):
    """An annotation or default that is shown as it stands in the source, without quotation marks."""

    def __repr__(self) -> str:
        return str(self)


def _bare(annotation: Any) -> Any:
    return _Bare(annotation) if isinstance(annotation, str) else annotation


def _read_defaults(function: Any) -> dict[str, _Bare]:
    """The defaults as written: what they evaluate to may show an address in memory."""
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    placed = [*node.args.posonlyargs, *node.args.args]
    pairs = [
        *zip(reversed(placed), reversed(node.args.defaults), strict=False),
        *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
    ]
    return {argument.arg: _Bare(ast.unparse(default)) for argument, default in pairs if default is not None}


def write_signature(function: Any) -> str:
    """`name(arguments) -> returned`, as in the source; one argument a line where it is long."""
    told, defaults = inspect.signature(function), _read_defaults(function)
    arguments = [
        each.replace(annotation=_bare(each.annotation), default=defaults.get(each.name, each.empty))
        for each in told.parameters.values()
        if each.name != "self"
    ]
    shown = str(told.replace(parameters=arguments, return_annotation=_bare(told.return_annotation)))
    if len(function.__name__ + shown) <= _LONGEST:
        return f"{function.__name__}{shown}"
    rows = []
    for before, each in zip([None, *arguments], arguments, strict=False):
        named_only = each.kind is each.KEYWORD_ONLY and (before is None or before.kind not in (each.KEYWORD_ONLY, each.VAR_POSITIONAL))
        rows += [*(["    *,"] if named_only else []), f"    {each},"]
    returned = f" -> {told.return_annotation}" if told.return_annotation is not told.empty else ""
    return f"{function.__name__}(\n" + "\n".join(rows) + f"\n){returned}"


def write_default(field: Field[Any]) -> str:
    """A field's default as it would be written; nothing where it has none."""
    if field.default is not MISSING:
        return f"`{field.default!r}`"
    return "empty" if field.default_factory is not MISSING else ""


def write_fields(record: type) -> str:
    """A table of a dataclass's fields: name, type, default, and what its `Args` say."""
    told = explain_fields(record.__doc__ or "")
    rows = ["| field | type | default | what |", "|---|---|---|---|"]
    for each in fields(record):
        if not each.name.startswith("_"):
            kind = str(each.type).replace(" | ", " or ")
            rows.append(f"| `{each.name}` | {kind} | {write_default(each)} | {told.get(each.name, '').replace('|', '&#124;')} |")
    return "\n".join(rows)


def write_class(kind: type) -> str:
    """A class: its prose, its fields where it is a record, its members where it is an enum, its public methods."""
    parts = [write_docstring(kind.__doc__ or "", without=("Args",) if is_dataclass(kind) else ())]
    if is_dataclass(kind):
        parts.append(write_fields(kind))
    for name, member in vars(kind).items():
        if name.startswith("_") or not getattr(member, "__doc__", None):
            continue
        if isinstance(member, property):
            parts.append(f"**`.{name}`** {write_docstring(member.__doc__ or '')}")
        elif inspect.isfunction(member):
            parts.append(f"**`.{write_signature(member)}`**\n\n{write_docstring(member.__doc__ or '')}")
    return "\n\n".join(parts)


def describe_constants(module: ModuleType) -> dict[str, str]:
    """The module's documented constants: a string that follows an assignment is what is said of it."""
    told: dict[str, str] = {}
    body = ast.parse(inspect.getsource(module)).body
    for node, after in pairwise(body):
        said = after.value if isinstance(after, ast.Expr) else None
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            told |= {each.id: said.value for each in targets if isinstance(each, ast.Name) and not each.id.startswith("_")}
    return told


def list_public(module: ModuleType) -> list[str]:
    """The public names that a module itself defines, in the order of the source."""
    nodes = ast.parse(inspect.getsource(module)).body
    defined = [each.name for each in nodes if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    return [name for name in defined if not name.startswith("_")]

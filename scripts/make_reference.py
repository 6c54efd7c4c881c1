"""Writes docs/reference from the sources: a page for each package, and pages for the records, the vocabulary and the commands.

In: the installed package. Out: Markdown files, the same for the same sources; pages that no source makes any more are
removed. It decides nothing about what is public: a package's `__all__` does, and in `base` a name without an underscore.
"""

from __future__ import annotations

import argparse
import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from docstrings import describe_constants, list_public, split_sections, write_class, write_docstring, write_signature

HOUSE = Path(__file__).resolve().parent.parent
STAGES = ("collect", "extract", "link", "reconcile", "show", "work")
APART = ("unaccounted.show.app", "unaccounted.flow")
"""Modules with public functions that their package does not hand out: importing them costs too much, or they are no package."""
_WIDTH = 110
MADE = "*Made by `make docs` from the sources. Change those, not this page.*"


def first_line(module: ModuleType) -> str:
    """The first paragraph of a module's docstring, on one line."""
    return " ".join(split_sections(module.__doc__ or "")[0].split("\n\n")[0].split())


def write_name(name: str, meant: Any, constants: dict[str, str]) -> str:
    """A heading and what is said of a public name; nothing where nothing is."""
    if inspect.isclass(meant):
        return f"### {name}\n\n{write_class(meant)}\n"
    if inspect.isroutine(meant):
        return f"### {name}\n\n```python\n{write_signature(meant)}\n```\n\n{write_docstring(meant.__doc__ or '')}\n"
    return f"### {name}\n\n{constants[name]}\n" if name in constants else ""


def find_modules(package: ModuleType) -> list[ModuleType]:
    """The modules of a package, by name."""
    return [
        import_module(f"{package.__name__}.{each.name}")
        for each in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name)
    ]


def write_package(package: ModuleType) -> str:
    """A package's page: what it is, what it hands out, and the map of its files."""
    modules = find_modules(package)
    constants = {name: said for module in modules for name, said in describe_constants(module).items()}
    parts = [f"# {package.__name__}", MADE, write_docstring(package.__doc__ or ""), "## What it hands out", ""]
    parts += [write_name(name, getattr(package, name), constants) for name in sorted(package.__all__)]
    for module in modules:
        if module.__name__ in APART:
            parts += [f"## {module.__name__}", write_docstring(module.__doc__ or "")]
            parts += [write_name(name, getattr(module, name), {}) for name in list_public(module)]
    parts += ["## Its files", "| file | what |\n|---|---|"]
    parts[-1] += "".join(f"\n| `{module.__name__.rpartition('.')[2]}.py` | {first_line(module)} |" for module in modules)
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def write_modules(title: str, about: str, modules: list[ModuleType]) -> str:
    """A page of whole modules: all that is public in each."""
    parts = [f"# {title}", MADE, about]
    for module in modules:
        constants = describe_constants(module)
        parts += [f"## {module.__name__}", write_docstring(module.__doc__ or "")]
        parts += [write_name(name, getattr(module, name), constants) for name in [*list_public(module), *sorted(constants)]]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def write_records() -> str:
    """The records' page, in the order of the source, which is the order of the flow."""
    from unaccounted.base import records

    return write_modules(
        "Records",
        "What stages hand to one another: one table each, with an Arrow schema that comes from these fields. "
        f"This is version {records.RECORDS_VERSION}; tables of a newer version are refused. A field that is `None` is unknown.",
        [records],
    )


def write_vocabulary() -> str:
    """The vocabulary's page: the fates with their roles, then every closed list."""
    from unaccounted.base import vocabulary

    parts = ["# Vocabulary", MADE, write_docstring(vocabulary.__doc__ or ""), "## Fates"]
    rows = [
        "| fate | role in an account | what it covers | part of | makes a cohort | may be shown as left otherwise | source |",
        "|" + "---|" * 7,
    ]
    for fate in vocabulary.FATES.values():
        ways = ("yes" if fate.enters else "", "yes" if fate.otherwise else "")
        rows.append(f"| {fate.name} | {fate.role} | {fate.definition} | {fate.whole or ''} | {ways[0]} | {ways[1]} | {fate.source} |")
    parts += ["\n".join(rows), write_name("role_of", vocabulary.role_of, {})]
    told = describe_constants(vocabulary)
    for name, table in vars(vocabulary).items():
        if isinstance(table, dict) and all(isinstance(each, vocabulary.Term) for each in table.values()):
            rows = ["| word | what it means | source |", "|---|---|---|"]
            rows += [f"| {term.name} | {term.definition} | {term.source} |" for term in table.values()]
            parts += [f"## {name.replace('_', ' ').capitalize()}", told.get(name, ""), "\n".join(rows)]
    rows = ["| role of the source | grade |", "|---|---|", *(f"| {role} | {grade} |" for role, grade in vocabulary.DEFAULT_GRADES.items())]
    parts += ["## Default grades", told["DEFAULT_GRADES"], "\n".join(rows)]
    parts += ["## What counts as evidence", f"{told['EVIDENCE']} These are: {', '.join(vocabulary.EVIDENCE)}."]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def write_commands() -> str:
    """The commands' page: the help of each, as it prints it."""
    import typer

    from unaccounted import cli

    app = next(each for each in vars(cli).values() if isinstance(each, typer.Typer))

    def help_of(command: Any, name: str, above: Any = None) -> list[str]:
        command.rich_markup_mode = None
        settings = command.context_settings | {"terminal_width": _WIDTH, "max_content_width": _WIDTH}
        context = command.context_class(command, info_name=name, parent=above, **settings)
        lines = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        shown = [f"## {context.command_path}", f"```text\n{lines}\n```"]
        for below in sorted(getattr(command, "commands", {})):
            shown += help_of(command.commands[below], below, context)
        return shown

    return "\n\n".join(["# Commands", MADE, *help_of(typer.main.get_command(app), "unaccounted")]) + "\n"


def write_index(pages: dict[str, str]) -> str:
    """The list of pages, each with its title."""
    rows = [f"- [{text.splitlines()[0].removeprefix('# ')}]({name})" for name, text in pages.items()]
    return "\n\n".join(["# Reference", MADE, "\n".join(rows)]) + "\n"


def write_pages() -> dict[str, str]:
    """Every page by its file's name."""
    pages = {"commands.md": write_commands(), "records.md": write_records(), "vocabulary.md": write_vocabulary()}
    base = import_module("unaccounted.base")
    apart = ("unaccounted.base.records", "unaccounted.base.vocabulary")
    pages["base.md"] = write_modules(
        "unaccounted.base",
        f"{write_docstring(base.__doc__ or '')}\n\nThe [records](records.md) and the [vocabulary](vocabulary.md) have pages of their own.",
        [module for module in find_modules(base) if module.__name__ not in apart],
    )
    pages |= {f"{name}.md": write_package(import_module(f"unaccounted.{name}")) for name in STAGES}
    pages["flow.md"] = write_modules("unaccounted.flow", "The only file that knows all stages.", [import_module("unaccounted.flow")])
    return {"index.md": write_index(pages), **pages}


def main() -> None:
    """Write the pages, and remove those that are no longer made."""
    parser = argparse.ArgumentParser(description="Write docs/reference from the sources.")
    parser.add_argument("--to", type=Path, default=HOUSE / "docs" / "reference", help="the folder to write into")
    folder = parser.parse_args().to
    pages = write_pages()
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.md"):
        if stale.name not in pages:
            stale.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(pages)} pages in {folder}")


if __name__ == "__main__":
    main()

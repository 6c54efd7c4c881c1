"""The arguments and options that commands share, each said once.

In: words of the command line. Out: their types, for typer. What they do is decided by the command that takes them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# `readable=False` leaves it to collect to say which file may not be read, and to read the others.
Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", readable=False, help="Reports, or folders that hold reports: .txt .md .html .jsonl")
]
ProjectAt = Annotated[
    Path | None,
    typer.Option("--project", metavar="DIR", help="The project's folder, made where there is none; else nothing is kept."),
]
OpenAt = Annotated[
    Path | None,
    typer.Option("--project", metavar="DIR", help="The project's folder; else NAME.unaccounted here, or none with --no-serve or --json."),
]
ProjectThere = Annotated[
    Path | None,
    typer.Option("--project", metavar="DIR", help="The project's folder; else the only project in the folder where you are."),
]
ClaimsInPlace = Annotated[
    Path | None, typer.Option("--claims", metavar="FILE", help="A CSV or JSONL of claims, in place of a project.", readable=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]
AsOf = Annotated[
    list[str] | None, typer.Option("--as-of", metavar="DATE", help="A date of the account, 2019-07-01 or 2019; can be said again.")
]
Inferences = Annotated[bool, typer.Option("--with-inferences", help="Let the writers' own conclusions count as evidence.")]
Seed = Annotated[int, typer.Option("--seed", help="Of the draws: the same claims and seed give the same account.")]
CohortLabel = Annotated[str | None, typer.Option("--cohort", metavar="LABEL", help="Only cohorts whose label holds these words.")]
NoServe = Annotated[bool, typer.Option("--no-serve", help="Print the account and end; serve no pages.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Where to serve on 127.0.0.1; 0 takes a free one.")]
Workers = Annotated[int, typer.Option("--workers", min=0, metavar="N", help="Processes that read; 0 takes one for each processor.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]

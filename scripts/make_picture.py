"""Write the demonstration's account into the README, as text and as a picture: what `unaccounted demo` shows.

In: the reports that ship. Out: `docs/pictures/grande-armee.svg`, and the lines of README.md between its two marks.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from rich.console import Console

from unaccounted import flow
from unaccounted.base.project import open_project
from unaccounted.commands.choice import choose_cohort
from unaccounted.commands.demo import find_demo
from unaccounted.show import draw_account, show_account
from unaccounted.work import run_step

HOUSE = Path(__file__).resolve().parent.parent
COHORT = "men of the Grande Armée"
FIRST, LAST = "<!-- demo account -->", "<!-- end of demo account -->"


def make_picture() -> None:
    """Reckon the demonstration and write text and picture."""
    with tempfile.TemporaryDirectory() as passing:
        project = open_project(Path(passing) / "grande-armee")
        evidence = flow.open_reports(flow.find_reports(find_demo()), project, run_step, flow.Asked())
    chosen = choose_cohort(evidence, COHORT)
    console = Console(file=io.StringIO(), width=80, highlight=False, markup=False, emoji=False, force_terminal=False)
    console.print(show_account(chosen))
    written = console.file.getvalue().split("Contradictions")[0]  # type: ignore[attr-defined]
    account = "\n".join(f"    {line.rstrip()}".rstrip() for line in written.strip().splitlines())
    readme = HOUSE / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(FIRST)
    _, _, after = rest.partition(LAST)
    readme.write_text(f"{before}{FIRST}\n\n{account}\n\n{LAST}{after}", encoding="utf-8")
    as_of = next(figure.as_of for figure in chosen.account.figures if figure.cohort == COHORT)
    picture = HOUSE / "docs" / "pictures" / "grande-armee.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(draw_account(chosen, COHORT, as_of), encoding="utf-8")


if __name__ == "__main__":
    make_picture()

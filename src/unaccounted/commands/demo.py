"""Where the demonstration's reports are: inside the installed package, or beside it in its repository.

In: nothing. Out: paths of the reports alone, in order; what explains them is left out.
"""

from __future__ import annotations

from pathlib import Path

from unaccounted.base.errors import UsageError

_PLACE = Path("examples") / "grande-armee"


def find_demo() -> list[Path]:
    """The reports that ship with the program.

    Raises:
        UsageError: they are not there.
    """
    package = Path(__file__).parents[1]
    for folder in (package / _PLACE, package.parents[1] / _PLACE):
        reports = sorted(path for path in folder.glob("[0-9][0-9]-*") if path.is_file())
        if reports:
            return reports
    raise UsageError("the reports of the demonstration are not there", str(package / _PLACE), "Install unaccounted again")

"""What the commands do that no stage does: choosing, checking, and saying how it ended. `cli` puts them together.

In: evidence, projects, files of claims. Out: records and plain dicts that `cli` prints, and exit codes. Nothing here knows
how a step is run or what the web app is: both are handed in.
"""

__all__: list[str] = []

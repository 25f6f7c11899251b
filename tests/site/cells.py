"""Run the cells of a notebook in one process, as its kernel does, without a kernel.

This is forked from a process that has imported the backend (`tests.site.launcher`). It
reads `notebook.ipynb` in the folder above, and writes `printed.json` beside it: what
each code cell put out to the standard output, up to a cell that fails.
"""

import json
import sys
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

FAILS = "raises-exception"  # the tag of a cell that is to fail


class Shell(InteractiveShell):
    """A shell whose tracebacks are no output; a kernel reports them apart, too."""

    def _showtraceback(self, *_: object) -> None:
        pass


folder = Path("..").resolve()
cells = nbformat.read(folder / "notebook.ipynb", as_version=4).cells
shell = Shell.instance()
printed = []
for cell in cells:
    if cell.cell_type != "code":
        continue
    with capture_output() as captured:
        result = shell.run_cell(cell.source, silent=True)
    if result.success == (FAILS in cell.metadata.get("tags", ())):
        sys.exit(f"not as declared: {result.error_in_exec!r}\n\n{cell.source}")
    printed.append(captured.stdout)
(folder / "printed.json").write_text(json.dumps(printed))

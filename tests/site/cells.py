"""Run the cells of a notebook in one process, as its kernel does, without a kernel.

This is forked from a process that has imported the backend (`tests.runs.launcher`). It
reads `notebook.ipynb` in the folder above, and writes `printed.json` beside it: what
each code cell put out to the standard output. Where one does not end as it declares,
nothing is written.
"""

import json
import sys
import traceback
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
        error = result.error_before_exec or result.error_in_exec
        said = traceback.format_exception(error) if error else ["it succeeds"]
        sys.exit(f"not as declared: {''.join(said)}\n\n{cell.source}")
    printed.append(captured.stdout)
(folder / "printed.json").write_text(json.dumps(printed))

"""The built pages show what the records say, on each backend.

That a program prints so where a reader runs it, is tested in `make test-runs`.
"""

from execdocs.model.backend import installed
from execdocs.records.output import Error, Text
from tests.current import current

KINDS = {"stdout", "stderr", "error", "figure"}


def recorded(outputs):
    """Return the kinds and texts of what a cell put out, by its record."""
    for output in outputs:
        if isinstance(output, Text):
            yield output.stream, output.text.rstrip("\n")
        elif isinstance(output, Error):
            yield "error", output.traceback
        else:
            yield "figure", ""


def shown(element):
    """Return what an element of a page shows of a cell, in the same form."""
    for each in element.select("pre, img"):
        (kind,) = {name.removeprefix("output-") for name in each["class"]} & KINDS
        yield kind, each.text


def test_the_pages_show_what_the_records_say(outputs):
    seen = 0
    for name, program in current().programs.items():
        for backend in installed(program.backends):
            record = current().records[name, backend]
            for cell in program.cells:
                expected = [*recorded(record.outputs[cell.name])]
                elements = [
                    element
                    for element in outputs.get(name, ())
                    if element["data-cell"] == cell.name
                    and backend in element["data-backend"].split()
                ]
                where = f"{name}:{cell.name} [{backend}]"
                assert elements or cell.hidden or not expected, where
                for element in elements:
                    assert [*shown(element)] == expected, where
                    seen += 1
    assert seen > len(current().programs)

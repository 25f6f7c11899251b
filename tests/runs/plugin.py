"""A pytest plugin: pytest-codeblocks runs each program once, and more is demanded.

pytest-codeblocks collects the fences of the editions, runs each, and compares what it
prints. It would do so in the process of pytest. Here, what it runs a fence with is one
observed run in a fork (`tests.runs.observed`), as a reader would run the program. What
is known already is left out (`tests.ledger`).

    python -m pytest --codeblocks -p tests.runs.plugin .execdocs/editions tests/runs
"""

import sys
import tempfile
from pathlib import Path

import pytest
import pytest_codeblocks

from execdocs.model.project import Project
from execdocs.records.record import record_path
from tests.runs.launcher import LIMIT
from tests.runs.observed import Observation, Promise
from tests.runs.reader import Reader

pytest_plugins = ["tests.ledger"]

HERE = Path(__file__).parent
CODE = tuple(path for path in sorted(HERE.glob("*.py")) if path.stem[:5] != "test_")
MARKERS = (
    "program(name, separator, chooses): what the fence is; see execdocs.editions",
    "raises(name, last_line): the exception that ends the program",
    "warns(text): what is shown of a cell's warnings",
)
READERS = pytest.StashKey[dict[Path, Reader]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[READERS] = {}
    for marker in MARKERS:
        config.addinivalue_line("markers", marker)


def pytest_unconfigure(config: pytest.Config) -> None:
    for reader in config.stash.get(READERS, {}).values():
        reader.close()


def reader_of(config: pytest.Config, project: Project) -> Reader:
    """Return what runs the programs of a project in this session."""
    readers = config.stash[READERS]
    if project.root not in readers:
        readers[project.root] = Reader(project)
    return readers[project.root]


def place_of(item: pytest.Item) -> tuple[Project, str]:
    """Return the project and the backend of an edition."""
    work = next(path for path in item.path.parents if path.name == ".execdocs")
    project = Project(work.parent)
    return project, item.path.relative_to(project.editions).parts[0]


def promise_of(item: pytest.Item) -> Promise | None:
    """Return what an edition says of a program; None for an item that is none."""
    mark = item.get_closest_marker("program")
    if mark is None:
        return None
    raises = item.get_closest_marker("raises")
    return Promise(
        *mark.args,
        **mark.kwargs,
        raises=raises and raises.args,
        warns=tuple(mark.args[0] for mark in item.iter_markers("warns")),
    )


def pytest_itemcollected(item: pytest.Item) -> None:
    """Say by what a program's verdict is known."""
    from tests.ledger import digest  # pytest has to import plugins first

    if promise := promise_of(item):
        project, backend = place_of(item)
        record = record_path(project, promise.program, backend)
        said = repr((backend, promise, item.obj.code, item.obj.expected_output))
        item.add_marker(pytest.mark.verdict(digest(record, said, *CODE)))
        item.add_marker(pytest.mark.timeout(2 * LIMIT + 60))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the programs together that fork from the same process."""
    items.sort(key=_launcher)


def _launcher(item: pytest.Item) -> tuple[str, bool]:
    if promise := promise_of(item):
        return place_of(item)[1], promise.chooses
    params = item.callspec.params if hasattr(item, "callspec") else {}
    return params.get("backend", ""), True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item):
    """Have pytest-codeblocks run a program in a fork, and judge it further."""
    promise = promise_of(item)
    if promise is None:
        return (yield)
    project, backend = place_of(item)
    reader = reader_of(item.config, project)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        observation = Observation(reader, backend, promise, Path(folder))
        patch.setattr(
            pytest_codeblocks.plugin,
            "exec",  # else it is that of Python
            lambda code, _: sys.stdout.write(observation.run(code)),
            raising=False,
        )
        yield
        observation.judge()

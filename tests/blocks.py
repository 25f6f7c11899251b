"""A pytest plugin: run the blocks of the editions isolated, as fast as the engine does.

pytest-codeblocks runs all blocks in the process of pytest. pytest-forked gives each a
process of its own, forked here from one that has only imported the backend.
"""

import os
import tempfile

import pytest

from execdocs.run.inside.traceback import without_paths

pytest_plugins = ["tests.backend"]


def pytest_configure(config):
    config.addinivalue_line(
        "markers", "raises(message): the block ends with an exception that says so"
    )


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker("forked")


@pytest.hookimpl(trylast=True)  # an item takes finalizers once it is set up
def pytest_runtest_setup(item):
    """Leave the files of a block behind nowhere; this runs in the fork."""
    folder = tempfile.TemporaryDirectory()
    item.addfinalizer(lambda: (os.chdir("/"), folder.cleanup()))
    os.chdir(folder.name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Demand the exception that a block declares."""
    raises = item.get_closest_marker("raises")
    if raises is None:
        return (yield)
    try:
        yield
    except RuntimeError as error:
        # pytest-codeblocks keeps nothing but the text of what was raised.
        if raises.args[0].strip() not in without_paths(str(error)):
            raise
    else:
        pytest.fail(f"the block ends without an exception: {raises.args[0]}")

"""Run programs as `python FILE` does, without importing the backend anew for each.

This is run as a process of its own, in the environment that a reader has: it imports
the modules that its arguments name, and forks for each job. Where Keras is none of
them, TensorFlow is imported without it. It never runs an operation itself, because a
fork of a process that did would hang.

A job is a line of JSON: what to do (a name in `ACTIONS`), with which program, in which
folder. The fork starts in an empty folder, and puts out to the files `stdout` and
`stderr`; all that is in the job's folder. The reply names the folder, the exit status,
or null if the job ran too long, and the processes that it left behind, which are ended.
"""

import contextlib
import ctypes
import gc
import importlib.util
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator

import psutil

from tests.runs import contract, program

ACTIONS = {
    "run": program.run,
    "observe": contract.observe,
    "load": contract.load_saved,
}
LIMIT = 240  # seconds
GRACE = 3  # seconds in which what a job has started may end by itself


def main() -> None:
    """Import, then do jobs until there are no more."""
    jobs, replies = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # an import may print
    names = sys.argv[1:]
    with contextlib.nullcontext() if "keras" in names else hidden("keras"):
        for name in names:
            importlib.import_module(name)
    gc.freeze()  # a collection in a fork would copy all that is shared
    with contextlib.suppress(OSError, AttributeError):
        # On Linux, orphans become children of this process, which can find them.
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    for line in jobs:
        print(json.dumps(do(**json.loads(line))), file=replies, flush=True)
    os._exit(0)  # nothing here needs the slow end of what was imported


@contextlib.contextmanager
def hidden(package: str) -> Iterator[None]:
    """Let a package be found, and not imported."""

    class Finder:
        def find_spec(self, name, path=None, target=None):
            if name != package:
                return None
            sys.meta_path.remove(self)
            spec = importlib.util.find_spec(name)
            sys.meta_path.insert(0, self)
            spec.loader.exec_module = refuse
            return spec

    def refuse(module):
        raise ImportError(f"{module.__name__} is not to be imported yet")

    finder = Finder()
    sys.meta_path.insert(0, finder)
    yield
    sys.meta_path.remove(finder)


def do(action: str, path: str, folder: str, environment: dict) -> dict:
    """Do a job in a fork, and end all that it has started."""
    child = os.fork()
    if not child:
        _become(action, path, folder, environment)
    deadline = time.monotonic() + LIMIT
    ended = 0
    while not ended and time.monotonic() < deadline:
        ended, code = os.waitpid(child, os.WNOHANG)
        time.sleep(0.005)
    left = _end_rest(child, GRACE if ended else 0)
    if not ended:
        with contextlib.suppress(ChildProcessError):  # psutil has waited for it
            os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(code) if ended else None
    return {"folder": folder, "status": status, "left": left}


def _end_rest(group: int, grace: float) -> list[str]:
    """End what still runs of a job; return what would not have ended by itself."""
    started = psutil.Process().children(recursive=True)
    _, alive = psutil.wait_procs(started, timeout=grace)
    left = []
    for process in alive:
        with contextlib.suppress(psutil.Error):
            left.append(" ".join(process.cmdline()))
            process.kill()
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)  # where orphans cannot be found
    psutil.wait_procs(alive, timeout=GRACE)
    return left


def _become(action: str, path: str, folder: str, environment: dict) -> None:
    """Give this fork the place of a fresh process, do what is asked for, and end."""
    status = 1
    try:
        os.setsid()
        work = os.path.join(folder, "work")
        os.makedirs(work)
        os.makedirs(os.path.join(folder, "tmp"))
        os.chdir(work)
        os.environ |= {
            "HOME": work,
            "TMPDIR": os.path.join(folder, "tmp"),
            **environment,
        }
        tempfile.tempdir = None  # so that it looks again
        program.put_out(os.path.join(folder, "stdout"), os.path.join(folder, "stderr"))
        status = ACTIONS[action](path, folder)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        # Not `sys.exit`: the end of the interpreter is that of the parent's libraries.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()

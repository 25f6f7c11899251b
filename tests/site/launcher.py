"""Run programs as `python FILE` does, without importing TensorFlow anew for each.

This is run as a process of its own, in the environment that a reader has: it imports
the modules that its arguments name, and forks for each program. It never runs an
operation itself, because a fork of a process that did would hang.

A request is a line of JSON, [program, folder]. The program starts in an empty folder
and puts out to the files `stdout` and `stderr`, all in that folder. The reply is
[folder, status]: its exit status, or null if it ran too long.
"""

import contextlib
import gc
import importlib
import json
import os
import runpy
import signal
import sys
import time

LIMIT = 240  # seconds


def run(program: str, folder: str) -> int | None:
    """Run a program in a fork and return its exit status."""
    child = os.fork()
    if not child:
        _become(program, folder)
    deadline = time.monotonic() + LIMIT
    ended = 0
    while not ended and time.monotonic() < deadline:
        ended, code = os.waitpid(child, os.WNOHANG)
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # and all that it started
    if not ended:
        os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(code) if ended else None


def _become(program: str, folder: str) -> None:
    """Make this fork do what `python FILE` does, and end it."""
    status = 1
    try:
        os.setsid()
        work = os.path.join(folder, "work")
        os.mkdir(work)
        os.chdir(work)
        os.environ["HOME"] = work
        for descriptor, name in enumerate((os.devnull, "../stdout", "../stderr")):
            os.dup2(os.open(name, os.O_RDWR | os.O_CREAT, 0o600), descriptor)
        sys.path[0] = os.path.dirname(program)
        runpy.run_path(program, run_name="__main__")
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        # Not `sys.exit`: the end of the interpreter is that of the parent's libraries.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def main() -> None:
    """Import, then answer requests until there are no more."""
    for name in sys.argv[1:]:
        importlib.import_module(name)
    gc.freeze()  # a collection in a fork would copy all that is shared
    for line in sys.stdin:
        program, folder = json.loads(line)
        print(json.dumps([folder, run(program, folder)]), flush=True)


if __name__ == "__main__":
    main()

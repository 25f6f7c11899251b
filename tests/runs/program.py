"""What a fork does to be a program: become `python FILE`."""

import json
import os
import sys
import types
from pathlib import Path


def run(path: str, folder: str) -> int:
    """Run a program as the main module, and return its exit status.

    Where it ends with an exception, the file `raised` in the folder names its class.
    """
    # As in a fresh interpreter; what is there now belongs to the process that forks.
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=path, __builtins__=__builtins__, __cached__=None)
    sys.modules["__main__"] = main
    sys.argv = [path]
    sys.path[0] = os.path.dirname(path)
    status = 0
    try:
        exec(
            compile(Path(path).read_bytes(), path, "exec", dont_inherit=True),
            vars(main),
        )
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next  # without this function
        sys.excepthook(type(error), error, error.__traceback__)
        Path(folder, "raised").write_text(json.dumps(type(error).__name__))
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def put_out(stdout: str, stderr: str) -> None:
    """Have all that this process puts out written to files, also by C code."""
    for descriptor, path in ((1, stdout), (2, stderr)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(file, descriptor)
        os.close(file)

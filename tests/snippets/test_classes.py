"""Every layer and model of the programs survives what its copiers will do with it.

Configuration, saving, symbolic calls, mixed precision, unknown batch size: see
`tests.snippets.contract`. A class that breaks one of these on purpose says so in a
comment above it, `# breaks saving: …`, and then it has to break it.
"""

import ast
import multiprocessing

from tests.backend import programs
from tests.snippets import contract

CHECKS = {"config", "symbolic", "precision", "batch", "saving", "call"}
SECONDS = 150


def pytest_generate_tests(metafunc):
    """Take each program of the backend that defines a class."""
    defining = [
        program
        for program in programs(metafunc.config.getoption("backend"))
        if any(isinstance(node, ast.ClassDef) for node in ast.parse(program.text).body)
    ]
    metafunc.parametrize("program", defining, ids=lambda program: program.name)


def in_fresh_process(function, *arguments):
    """Call a function in a process that knows nothing but the backend."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(
        target=lambda: sender.send(function(*arguments)), daemon=True
    )
    process.start()
    sender.close()
    try:
        assert receiver.poll(SECONDS), f"no answer in {SECONDS} s"
        return receiver.recv()
    finally:
        process.kill()
        process.join()


def test_classes_survive_what_their_copiers_do(program, backend, tmp_path, monkeypatch):
    saved = tmp_path / "saved"
    saved.mkdir()
    monkeypatch.chdir(tmp_path)  # where the program may save files of its own
    found = in_fresh_process(contract.check_program, program, saved)
    loaded = in_fresh_process(contract.check_loading, program, saved)
    for name, error in loaded.items():
        found[name]["saving"] = error
    excepted = contract.exceptions(program, backend)
    assert excepted.keys() <= found.keys()
    wrong = []
    for name, checks in found.items():
        allowed = excepted.get(name, set())
        assert allowed <= CHECKS, f"{name}: {allowed}"
        wrong += [
            f"{name}, {check}: {error}"
            for check, error in checks.items()
            if error and check not in allowed
        ]
        wrong += [
            f"{name} says that it breaks {check}, and does not"
            for check in allowed
            if not checks.get(check)
        ]
    assert not wrong, "\n".join(["", *wrong])

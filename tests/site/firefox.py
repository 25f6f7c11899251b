"""Firefox, steered by its own protocol: Marionette, messages of JSON on a socket."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 30  # seconds, for a page or a condition
SETTINGS = """\
user_pref("marionette.port", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
"""


class Firefox:
    """A window of Firefox without a screen.

    Args:
        path: The program.
        profile: An empty folder, which it may fill.
    """

    def __init__(self, path: str, profile: Path) -> None:
        (profile / "user.js").write_text(SETTINGS)
        command = [path, "--headless", "--marionette", "--profile", profile]
        self._profile = profile
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        port = profile / "MarionetteActivePort"  # which it writes once it listens
        try:
            self.until(lambda: port.exists() and port.read_text())
            address = ("127.0.0.1", int(port.read_text()))
            self._socket = socket.create_connection(address, PATIENCE)
        except OSError:  # a TimeoutError is one
            self._process.kill()
            raise
        self._answers = self._socket.makefile("rb")
        self._read()  # who it is
        self._ask("WebDriver:NewSession")

    def goto(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._ask("WebDriver:Navigate", url=address)

    def run(self, script: str, *args: object) -> Any:
        """Return what a script returns."""
        answer = self._ask("WebDriver:ExecuteScript", script=script, args=args)
        return answer["value"]

    def click(self, selector: str) -> None:
        """Click what a selector finds."""
        self._ask("WebDriver:ElementClick", id=self._find(selector))

    def type(self, selector: str, keys: str) -> None:
        """Press keys in what a selector finds."""
        self._ask("WebDriver:ElementSendKeys", id=self._find(selector), text=keys)

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until a condition holds.

        Raises:
            TimeoutError: It does not hold in time.
        """
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(0.05)

    def close(self) -> None:
        """End it, and delete what it left."""
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._answers.close()
        self._socket.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _find(self, selector: str) -> str:
        found = self._ask("WebDriver:FindElement", using="css selector", value=selector)
        return next(iter(found["value"].values()))

    def _ask(self, name: str, **parameters: object) -> Any:
        message = json.dumps([0, 1, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            if not (digit := self._answers.read(1)):
                raise EOFError("Firefox has ended")
            length += digit
        return json.loads(self._answers.read(int(length[:-1])))

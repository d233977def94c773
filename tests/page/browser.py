"""Chromium, asked from a test: `chromium_driver.py` in a process and an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.peers.environment import peer_environment
from tests.wire import eventually

PLAYWRIGHT = "playwright>=1.55,<2"
_DRIVER = Path(__file__).with_name("chromium_driver.py")
PATIENCE_S = 60.0
"""A browser is a heavy guest on a busy machine."""
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The browser of this machine; a test without one is skipped. `.ci/run` installs one."""
    for name in _NAMES:
        found = shutil.which(name)
        if found is not None:
            return found
    pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")


class BrowserError(Exception):
    """What the driver could not do."""


class Browser:
    """One Chromium; `open` gives it a page, everything else is about that page."""

    def __init__(self) -> None:
        executable = chromium()
        python = peer_environment(PLAYWRIGHT).python
        self._process = subprocess.Popen(
            [str(python), str(_DRIVER), executable],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def open(
        self, url: str, *, width: int = 1280, height: int = 900, scheme: str = "light"
    ) -> None:
        """A fresh page in a fresh profile."""
        self._do("open", url, width, height, scheme)

    def js(self, expression: str) -> Any:
        """What an expression gives in the page."""
        return self._do("js", expression)

    def text(self, selector: str) -> str:
        """What a reader sees of the first element, the empty text where there is none."""
        return str(self.js(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    def texts(self, selector: str) -> list[str]:
        """What a reader sees of every element."""
        every = f"[...document.querySelectorAll({json.dumps(selector)})]"
        return list(self.js(f"{every}.map((each) => each.innerText)"))

    def go(self, route: str) -> None:
        """Follow a route of the page (`#/block/1`)."""
        self.js(f"location.hash = {json.dumps(route)}")

    def click(self, selector: str) -> None:
        self._do("click", selector)

    def hover(self, selector: str, x: float, y: float) -> None:
        """Point at a place within an element."""
        self._do("hover", selector, x, y)

    def type(self, selector: str, text: str) -> None:
        self._do("type", selector, text)

    def press(self, *keys: str) -> None:
        self._do("press", *keys)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        self._do("picture", str(path), whole)

    @property
    def noise(self) -> list[str]:
        """Errors and warnings that the page logged, and what its policy refused."""
        return list(self._do("noise"))

    @property
    def requests(self) -> list[str]:
        """Every address that the page asked for."""
        return list(self._do("requests"))

    def until(self, ask: Callable[[Browser], Any]) -> Any:
        """The first true answer about the page."""
        return eventually(lambda: ask(self), PATIENCE_S)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()

    def _do(self, verb: str, *given: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([verb, *given]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the browser's driver ended with {self._process.wait(timeout=30)}"
        answer = json.loads(line)
        if "error" in answer:
            raise BrowserError(answer["error"])
        return answer["value"]

"""Drives Chromium by Playwright, for whoever writes a line of JSON and reads one back.

It runs in an environment of its own, which has Playwright. A line is `{"do": verb, …}`; the answer
is `{"value": …}` or `{"error": …}`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Sites of other people, on this machine.
    "--host-resolver-rules=MAP *.example 127.0.0.1",
]
PATIENCE_MS = 60_000


class Driver:
    """One page at a time, and what it logged and asked for."""

    def __init__(self, playwright: Playwright, executable: str) -> None:
        self._browser = playwright.chromium.launch(
            executable_path=executable, headless=True, args=ARGUMENTS
        )
        self._page: Page | None = None
        self._noise: list[str] = []
        self._requests: list[str] = []

    def do(self, verb: str, *given: Any) -> Any:
        """Carry out one request."""
        return getattr(self, f"do_{verb}")(*given)

    def do_open(self, url: str, width: int, height: int, scheme: str) -> None:
        """A fresh page of that size, in a fresh profile."""
        if self._page is not None:
            self._page.context.close()
        self._noise, self._requests = [], []
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            has_touch=width < 600,
        )
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self._noise.append(str(error)))
        page.on("request", lambda request: self._requests.append(request.url))
        page.on("websocket", lambda socket: self._requests.append(socket.url))
        self._page = page
        page.goto(url)

    def do_js(self, expression: str) -> Any:
        return self._open.evaluate(expression)

    def do_click(self, selector: str) -> None:
        self._open.click(selector)

    def do_hover(self, selector: str, x: float, y: float) -> None:
        self._open.hover(selector, position={"x": x, "y": y})

    def do_type(self, selector: str, text: str) -> None:
        self._open.fill(selector, text)

    def do_press(self, *keys: str) -> None:
        for key in keys:
            self._open.keyboard.press(key)

    def do_picture(self, path: str, whole: bool) -> None:
        self._open.screenshot(path=path, full_page=whole)

    def do_noise(self) -> list[str]:
        """Errors and warnings of the page, and what its policy refused."""
        return self._noise

    def do_requests(self) -> list[str]:
        return self._requests

    def do_version(self) -> str:
        return self._browser.version

    @property
    def _open(self) -> Page:
        assert self._page is not None
        return self._page

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._noise.append(text)


def main() -> None:
    """Answer until there is nothing more to read."""
    with sync_playwright() as playwright:
        driver = Driver(playwright, sys.argv[1])
        for line in sys.stdin:
            verb, *given = json.loads(line)
            try:
                answer = {"value": driver.do(verb, *given)}
            except Exception as error:  # noqa: BLE001 - whoever asked shall see it
                answer = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(answer), flush=True)


main()

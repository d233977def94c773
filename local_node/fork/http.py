"""JSON-RPC over HTTP as a connection: each text is a request of its own, and its answer waits."""

from __future__ import annotations

import queue
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from btsdk.errors import ConnectError, ConnectionLost

SCHEMES = ("http://", "https://")
ANSWERED_WITHIN_S = 30.0
"""A page of proofs is some megabytes."""


class HttpConnection:
    """A `Transport` to one url; there is nothing to connect, and nothing can be pushed."""

    def __init__(self, endpoint: str, timeout: float) -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def send(self, text: str) -> None:
        """Ask, and wait for the answer; raises `ConnectionLost`."""
        request = Request(self.endpoint, text.encode(), {"Content-Type": "application/json"})
        try:
            with urlopen(request, timeout=self._timeout) as answer:
                self._answers.put(answer.read().decode("utf-8", "replace"))
        except HTTPError as error:
            error.close()
            raise ConnectionLost(self.endpoint, f"it answers HTTP {error.code}") from error
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise ConnectionLost(self.endpoint, str(reason) or type(error).__name__) from error

    def receive(self, timeout: float | None) -> str:
        """The next answer."""
        try:
            found = self._answers.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        if found is None:
            raise ConnectionLost(self.endpoint, "it was closed")
        return found

    def close(self) -> None:
        """End a `receive` under way."""
        self._answers.put(None)


def reached(endpoint: str, timeout: float) -> HttpConnection:
    """A connection whose other side answers; raises `ConnectError`."""
    http = HttpConnection(endpoint, max(timeout, ANSWERED_WITHIN_S))
    try:
        http.send('{"jsonrpc":"2.0","id":0,"method":"system_chain","params":[]}')
        http.receive(0)
    except ConnectionLost as error:
        raise ConnectError(endpoint, error.reason) from error
    return http

"""JSON-RPC over HTTP as a connection: each text is one request, whose answer is queued."""

from __future__ import annotations

import queue
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from btsdk.drivers.proxies import Proxy, proxy_for
from btsdk.errors import ConnectError, ConnectionLost, NetworkProxyError

SCHEMES = ("http://", "https://")
ANSWERED_WITHIN_S = 30.0
"""Large enough for a page of proofs of some megabytes."""


class HttpConnection:
    """A `Transport` to one url, without a persistent connection or notifications.

    `proxy` is as in `btsdk.drivers.proxies.proxy_for`.
    """

    def __init__(self, endpoint: str, timeout: float, *, proxy: str | None = "environment") -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._proxy = _supported(proxy_for(endpoint, proxy))
        # An empty handler, since without one urllib reads the environment.
        named = {} if self._proxy is None else dict.fromkeys(("http", "https"), self._proxy.url)
        self._opener = build_opener(ProxyHandler(named))
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def send(self, text: str) -> None:
        """Send a request and wait for the answer; raises `ConnectionLost`."""
        request = Request(self.endpoint, text.encode(), {"Content-Type": "application/json"})
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                self._answers.put(answer.read().decode("utf-8", "replace"))
        except HTTPError as error:
            error.close()
            raise ConnectionLost(
                self.endpoint, self._said(f"it answers HTTP {error.code}")
            ) from error
        except (OSError, HTTPException) as error:
            reason = str(getattr(error, "reason", None) or error) or type(error).__name__
            raise ConnectionLost(self.endpoint, self._said(reason)) from error

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
        """End a running `receive`."""
        self._answers.put(None)

    def _said(self, reason: str) -> str:
        return reason if self._proxy is None else self._proxy.named(reason)


def _supported(proxy: Proxy | None) -> Proxy | None:
    if proxy is not None and proxy.scheme != "http":
        raise NetworkProxyError(proxy.source, f"names {proxy}, and HTTP needs an http:// proxy")
    return proxy


def reached(endpoint: str, timeout: float, *, proxy: str | None = "environment") -> HttpConnection:
    """A connection to a server that answers; raises `ConnectError`."""
    http = HttpConnection(endpoint, max(timeout, ANSWERED_WITHIN_S), proxy=proxy)
    try:
        http.send('{"jsonrpc":"2.0","id":0,"method":"system_chain","params":[]}')
        http.receive(0)
    except ConnectionLost as error:
        raise ConnectError(endpoint, error.reason) from error
    return http

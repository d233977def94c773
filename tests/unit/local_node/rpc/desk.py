"""Asks a dispatcher over texts, no sockets."""

from __future__ import annotations

import json
from typing import Any

from local_node.embedded.open_chain import OpenChain
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request


class Desk:
    """Asks a dispatcher, and holds what it sends by itself."""

    def __init__(self, hosted: OpenChain) -> None:
        self.chain = hosted.chain
        self._dispatcher = hosted.dispatcher
        self.sent: list[Any] = []
        self.peer = Peer(lambda text: self.sent.append(json.loads(text)))

    def post(self, text: str | bytes) -> Any:
        """The answer over a connection that cannot be pushed to; None for none."""
        answer = self._dispatcher.handle(Request(text), Peer(None))
        return None if answer is None else json.loads(answer)

    def ask(self, method: str, *params: Any) -> Any:
        """A result; an `AssertionError` with the error object otherwise."""
        answer = self.request(method, list(params))
        assert "error" not in answer, answer["error"]
        return answer["result"]

    call = ask  # what a wire has, so that a `Composer` can ask here

    def error(self, method: str, *params: Any) -> tuple[int, str, Any]:
        """Code, message and data of the error that a request is answered with."""
        error = self.request(method, list(params))["error"]
        return error["code"], error["message"], error.get("data")

    def over_socket(self, text: str) -> None:
        """Ask over a connection that can be pushed to; the answer is in `sent`."""
        self._dispatcher.handle(Request(text), self.peer)

    def request(self, method: str, params: Any) -> Any:
        return self.post(
            json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
        )

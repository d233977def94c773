"""A client that is pushed to: what it asks is answered, what comes by itself is kept in order."""

from __future__ import annotations

import json
from typing import Any

from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from tests.wire import Composer


class Line:
    """One connection to a dispatcher, without a socket."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self.chain = dispatcher.rpc.chain
        self.dispatcher = dispatcher
        self._got: list[Any] = []
        self.peer = Peer(lambda text: self._got.append(json.loads(text)))

    def call(self, method: str, *params: Any) -> Any:
        """A result; an `AssertionError` with the error object otherwise."""
        answer = self._ask(method, list(params))
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def named(self, method: str, **params: Any) -> Any:
        """As `call`, with the parameters by name."""
        answer = self._ask(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def code(self, method: str, *params: Any) -> int:
        """The code of the error that the request is answered with."""
        code: int = self._ask(method, list(params))["error"]["code"]
        return code

    def batch(self, *requests: tuple[Any, ...]) -> list[Any]:
        """The results of several requests in one text, in their order."""
        texts = [_request(at, name, list(params)) for at, (name, *params) in enumerate(requests)]
        self.dispatcher.handle(Request(json.dumps(texts)), self.peer)
        return [answer["result"] for answer in self._take(lambda it: isinstance(it, list))[0]]

    def events(self, subscription: str) -> list[Any]:
        """What came for a subscription since it was last asked for."""
        mine = self._take(
            lambda it: (
                isinstance(it, dict) and it.get("params", {}).get("subscription") == subscription
            )
        )
        return [message["params"]["result"] for message in mine]

    def order(self) -> list[str]:
        """What came since it was last asked for: `reply`, or the event's name."""
        got, self._got[:] = list(self._got), []
        return [it["params"]["result"]["event"] if "params" in it else "reply" for it in got]

    def send(self, method: str, *params: Any) -> None:
        """Ask, and leave the answer where `order` finds it."""
        self.dispatcher.handle(Request(json.dumps(_request(1, method, list(params)))), self.peer)

    def _ask(self, method: str, params: Any) -> Any:
        self.dispatcher.handle(Request(json.dumps(_request(7, method, params))), self.peer)
        return self._take(lambda it: isinstance(it, dict) and it.get("id") == 7)[0]

    def _take(self, wanted: Any) -> list[Any]:
        taken = [it for it in self._got if wanted(it)]
        self._got[:] = [it for it in self._got if not wanted(it)]
        return taken


def composer(line: Line) -> Composer:
    """Makes signed extrinsics for the chain behind a line."""
    return Composer(line)  # type: ignore[arg-type]


def _request(identifier: int, method: str, params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "method": method, "params": params}

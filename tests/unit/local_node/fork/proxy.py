"""A real node whose answers to some methods are others, as public endpoints have it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.sync.server import ServerConnection, serve

Answer = Callable[[list[Any], Any], Any]
"""Makes the answer to a method of the parameters and of what the node answers; an error object as
`Refused`."""

LARGEST = 64 * 1024 * 1024


class Refused(Exception):
    """An error object of JSON-RPC."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def not_served(params: list[Any], answer: Any) -> Any:
    raise Refused(-32601, "Method not found")


class Proxy(AbstractContextManager["Proxy"]):
    """Serves on a port of its own; `messages` counts what it was asked."""

    def __init__(self, upstream: str, *, takes_batches: bool = True, **answers: Answer) -> None:
        self._upstream = upstream
        self._takes_batches = takes_batches
        self._answers = answers
        self.messages = 0
        self._server = serve(self._converse, "127.0.0.1", 0, max_size=LARGEST)
        self.endpoint = f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join(10)

    def _converse(self, client: ServerConnection) -> None:
        with connect(self._upstream, max_size=LARGEST) as node:
            try:
                for text in client:
                    self.messages += 1
                    node.send(text)
                    client.send(self._answered(json.loads(text), json.loads(node.recv())))
            except ConnectionClosed:
                return

    def _answered(self, request: Any, answer: Any) -> str:
        if isinstance(request, list) and not self._takes_batches:
            refused = {"code": -32005, "message": "Batched requests are not supported"}
            return json.dumps({"jsonrpc": "2.0", "id": None, "error": refused})
        if isinstance(request, list):
            by_id = {each["id"]: each for each in answer}
            return json.dumps([self._one(each, by_id[each["id"]]) for each in request])
        return json.dumps(self._one(request, answer))

    def _one(self, request: Any, answer: Any) -> Any:
        method = request["method"]
        change = self._answers.get(method)
        if change is None:
            return answer
        try:
            result = change(request.get("params", []), answer.get("result"))
            return {"jsonrpc": "2.0", "id": request["id"], "result": result}
        except Refused as refused:
            error = {"code": refused.code, "message": refused.message}
            return {"jsonrpc": "2.0", "id": request["id"], "error": error}

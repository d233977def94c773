"""A small WebSocket JSON-RPC server that a test may make misbehave."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

GENESIS = "0x" + "11" * 32
HANG = object()
"""A method that returns this is never answered."""


class TinyNode:
    """Answers from `methods`; `methods[name](node, *params)`. Remembers what it was asked."""

    def __init__(self) -> None:
        self.methods: dict[str, Callable[..., Any]] = {
            "chain_getBlockHash": lambda node, *params: GENESIS,
            "system_name": lambda node: "tiny",
            "echo": lambda node, value: value,
            "subscribe": lambda node: f"s{len(node.asked)}",
            "unsubscribe": lambda node, number: True,
        }
        self.asked: list[str] = []
        self.connections: set[ServerConnection] = set()
        self.opened = 0
        self._server: Server | None = None
        self._lock = threading.Lock()

    @property
    def endpoint(self) -> str:
        assert self._server is not None
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}"

    def push(self, subscription: str, value: Any) -> None:
        """A notification to every connection."""
        params = {"subscription": subscription, "result": value}
        text = json.dumps({"jsonrpc": "2.0", "method": "note", "params": params})
        for connection in list(self.connections):
            connection.send(text)

    def drop(self) -> None:
        """Cut every connection without a word."""
        for connection in list(self.connections):
            with contextlib.suppress(OSError):
                connection.socket.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def running(self, port: int = 0) -> Iterator[TinyNode]:
        with serve(self._handle, "127.0.0.1", port, close_timeout=0.2) as server:
            self._server = server
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield self
            finally:
                for connection in list(self.connections):
                    connection.close()
                server.shutdown()
                thread.join()

    def _handle(self, connection: ServerConnection) -> None:
        with self._lock:
            self.connections.add(connection)
            self.opened += 1
        try:
            for text in connection:
                reply = self._answer(json.loads(text))
                if reply is not None:
                    connection.send(json.dumps(reply))
        except (ConnectionClosed, OSError):
            pass
        finally:
            with self._lock:
                self.connections.discard(connection)

    def _answer(self, message: Any) -> Any:
        if isinstance(message, list):
            return [self._answer(item) for item in message]
        method = message["method"]
        self.asked.append(method)
        if method not in self.methods:
            error = {"code": -32601, "message": "Method not found"}
            return {"jsonrpc": "2.0", "id": message["id"], "error": error}
        result = self.methods[method](self, *message["params"])
        return None if result is HANG else {"id": message["id"], "result": result}

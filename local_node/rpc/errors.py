"""Error objects: JSON-RPC's codes, and those of Substrate's node."""

from __future__ import annotations

from typing import Any, Final

PARSE_ERROR: Final = -32700
INVALID_REQUEST: Final = -32600
METHOD_NOT_FOUND: Final = -32601
INVALID_PARAMS: Final = -32602
INTERNAL_ERROR: Final = -32603
UNSAFE_METHOD: Final = -32601
TOO_MANY_SUBSCRIPTIONS: Final = -32006
ANSWER_TOO_LARGE: Final = -32008
BUSY: Final = -32009
BATCH_TOO_LARGE: Final = -32010
BATCH_ANSWER_TOO_LARGE: Final = -32011
SERVER_ERROR: Final = -32000
"""Unknown blocks and other errors of Substrate's client."""
STATE_ERROR: Final = 4003
"""`state_*` methods on an unknown block, or one whose state was pruned."""
AUTHOR_BAD_FORMAT: Final = 1001
AUTHOR_OTHER: Final = 1040
RUNTIME_ERROR: Final = 1
"""The runtime trapped, or the entry point does not exist."""
DECODE_ERROR: Final = 2
"""The bytes are not an extrinsic."""


class RpcFailure(Exception):
    """An error object of JSON-RPC: code, message, data."""

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data

    def to_json(self) -> dict[str, Any]:
        body: dict[str, Any] = {"code": self.code, "message": self.message}
        if self.data is not None:
            body["data"] = self.data
        return body


def unsafe_method() -> RpcFailure:
    """The error for a method that only the node's operator may call."""
    return RpcFailure(UNSAFE_METHOD, "RPC call is unsafe to be called externally")


def needs_websocket() -> RpcFailure:
    """The error for a method that needs a persistent connection."""
    return RpcFailure(
        METHOD_NOT_FOUND, "Method not found", "subscriptions need a WebSocket connection"
    )


def invalid_params(reason: str) -> RpcFailure:
    """The error for parameters that the method does not take."""
    return RpcFailure(INVALID_PARAMS, "Invalid params", reason)

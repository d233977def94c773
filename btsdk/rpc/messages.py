"""JSON-RPC 2.0 messages as text. Invariant: whatever the peer sends, the result is a message or
`ProtocolError`, never another exception."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from btsdk.errors import ProtocolError
from btsdk.integers import index
from btsdk.rpc.effects import Json


class ErrorObject(NamedTuple):
    """The `error` member of a response."""

    code: int
    message: str
    data: Json = None


class Response(NamedTuple):
    """The answer to the request `id`; `id` is None if the peer could not parse the request."""

    id: int | None
    result: Json = None
    error: ErrorObject | None = None


class SubscriptionMessage(NamedTuple):
    """A message of the subscription with the server's id `subscription`, always a string."""

    subscription: str
    result: Json


def request(number: int, method: str, params: tuple[Json, ...]) -> dict[str, Json]:
    """One request object."""
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": list(params)}


def dumps(message: Json) -> str:
    """Compact JSON text; `ProtocolError` for parameters that JSON cannot hold."""
    try:
        return json.dumps(message, separators=(",", ":"), default=_integer)
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"request is not JSON: {error}") from error


def _integer(value: Any) -> int:
    number = index(value)
    if number is None:
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
    return number


def parse(text: str) -> list[Response | SubscriptionMessage]:
    """Parse the messages in one text: one, or a batch in the peer's order."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"the peer's message is not JSON: {_excerpt(text)}") from error
    if isinstance(message, list):
        return [_one(item) for item in message]
    return [_one(message)]


def _one(message: Any) -> Response | SubscriptionMessage:
    if not isinstance(message, dict):
        raise ProtocolError(f"the peer's message is not JSON-RPC: {_excerpt(message)}")
    if "method" in message:
        return _event(message)
    number = message.get("id")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        raise ProtocolError(f"the peer answered an id that was never sent: {_excerpt(number)}")
    if message.get("error") is not None:
        return Response(number, error=_error(message["error"]))
    if "result" not in message:
        raise ProtocolError(f"an answer without result and error: {_excerpt(message)}")
    return Response(number, message["result"])


def _event(message: dict[str, Any]) -> SubscriptionMessage:
    params = message.get("params")
    if not isinstance(params, dict) or not isinstance(params.get("subscription"), (str, int)):
        raise ProtocolError(f"a notification without subscription: {_excerpt(message)}")
    return SubscriptionMessage(str(params["subscription"]), params.get("result"))


def _error(error: Any) -> ErrorObject:
    if not isinstance(error, dict):
        return ErrorObject(-32603, _excerpt(error))
    code = error.get("code")
    if isinstance(code, bool) or not isinstance(code, int):
        code = -32603
    return ErrorObject(code, str(error.get("message", "")), error.get("data"))


def _excerpt(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 120 else text[:117] + "…"

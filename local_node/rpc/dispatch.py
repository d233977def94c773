"""The JSON-RPC 2.0 dispatcher: batches, and subscriptions on connections that can push.

The answer to any input is at worst an error object; an unexpected exception is logged and answered
as an internal error.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from json.encoder import encode_basestring_ascii
from time import perf_counter
from typing import Any

from btsdk.errors import BtError
from local_node.chain.chain import Chain
from local_node.rpc.context import NodeIdentity, Rpc, client_failure
from local_node.rpc.errors import (
    INTERNAL_ERROR,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    PARSE_ERROR,
    RpcFailure,
    needs_websocket,
    unsafe_method,
)
from local_node.rpc.limits import (
    Limits,
    answer_too_large,
    batch_answer_too_large,
    batch_too_large,
)
from local_node.rpc.methods import Method, Namespace, Reply
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.rpc.routing import Route, route_of
from local_node.rpc.table import LISTING, Table

_ENCODE = json.JSONEncoder(separators=(",", ":")).encode

_LARGE = 256 * 1024
"""Longer texts are answered one at a time: parsed, they may take twenty times their size."""
_LONGEST_ID = 1024
"""A longer method name is not repeated in the error for an oversized answer."""

UNKNOWN = "unknown"
"""The label of every unknown method."""

Observer = Callable[[Peer, str, bool, float], None]
"""Called with the client, the method (or `UNKNOWN`), whether it failed, and the seconds it took."""

Afterwards = list[Callable[[], None]]
"""Calls to make once the answer is sent, in order."""


class Dispatcher:
    """Serves one chain to any number of peers. `extra` are namespaces besides the standard ones.

    `observe`, if set, is called for each answered request.
    """

    def __init__(
        self,
        chain: Chain,
        identity: NodeIdentity,
        extra: tuple[Namespace, ...] = (),
        limits: Limits = Limits(),
    ) -> None:
        self._table = Table(extra)
        self.rpc = Rpc(chain, identity, limits)
        self._limits = limits
        self._making = self.rpc.making
        self._large = threading.Lock()
        self.observe: Observer | None = None

    def route_of(self, request: Request) -> Route:
        """Where to call `handle` with this request."""
        return route_of(request, self.rpc.chain)

    def handle(self, request: Request, peer: Peer) -> str | None:
        """The answer to a request or a batch, None if there is none.

        On a connection that can push, the answer is sent to `peer` before this returns None, so
        that no notification overtakes the reply with its subscription id.
        """
        after: Afterwards = []
        try:
            if request.size <= _LARGE:
                answer = self._answer(request, peer, after)
            else:
                with self._large:
                    answer = self._answer(request, peer, after)
        finally:
            self._making.give_back()
        if not peer.can_subscribe:
            return answer
        if answer is not None:
            peer.send(answer)
        for task in after:
            task()
        return None

    def _answer(self, request: Request, peer: Peer, after: Afterwards) -> str | None:
        try:
            message = request.message
        except (ValueError, RecursionError):
            return _failed(None, RpcFailure(PARSE_ERROR, "Parse error"))
        if not isinstance(message, list):
            return self._respond(message, peer, after)
        if not message:
            return _failed(None, RpcFailure(INVALID_REQUEST, "Invalid request"))
        if len(message) > self._limits.batch_request_len:
            return _failed(None, batch_too_large(self._limits))
        before = peer.subscription_ids
        try:
            return self._batch(message, peer, after)
        except RpcFailure as failure:
            peer.forget_all_but(before)
            return _failed(None, failure)

    def _batch(self, requests: list[Any], peer: Peer, after: Afterwards) -> str | None:
        """The answers to a batch. If they become too large, the remaining requests are not
        executed."""
        answers: list[str] = []
        size = len("[]")
        for request in requests:
            answer = self._respond(request, peer, after)
            if answer is None:
                continue
            size += len(answer) + (1 if answers else 0)
            if size > self._limits.response_size:
                raise batch_answer_too_large(self._limits)
            self._making.take(len(answer))
            answers.append(answer)
        return f"[{','.join(answers)}]" if answers else None

    def _respond(self, request: Any, peer: Peer, after: Afterwards) -> str | None:
        """The response to one request; None for a notification."""
        begun = peer.asked_at = perf_counter()
        answer = self._answer_one(request, peer, after)
        text = _encoded(answer)
        if len(text) > self._limits.response_size:
            answer = _error(_short(answer["id"]), answer_too_large(self._limits))
            text = _encoded(answer)
        if self.observe is not None:
            name = self._name(request)
            self.observe(peer, name, "error" in answer, perf_counter() - begun)
        is_notification = isinstance(request, dict) and "method" in request and "id" not in request
        return None if is_notification else text

    def _name(self, request: Any) -> str:
        """The requested method, if it exists."""
        name = request.get("method") if isinstance(request, dict) else None
        return name if isinstance(name, str) and name in self._table else UNKNOWN

    def _answer_one(self, request: Any, peer: Peer, after: Afterwards) -> dict[str, Any]:
        identifier = _identifier(request)
        try:
            result = self._call(request, peer, after)
        except RpcFailure as failure:
            return _error(identifier, failure)
        except BtError as error:
            return _error(identifier, client_failure(error))
        except Exception:  # noqa: BLE001 - the edge: a client never sees a traceback
            _log_failure(request.get("method"))
            return _error(identifier, RpcFailure(INTERNAL_ERROR, "Internal error"))
        return {"jsonrpc": "2.0", "result": result, "id": identifier}

    def _call(self, request: Any, peer: Peer, after: Afterwards) -> Any:
        if not isinstance(request, dict) or not isinstance(request.get("method"), str):
            raise RpcFailure(INVALID_REQUEST, "Invalid request")
        if request.get("id") != _identifier(request):
            raise RpcFailure(INVALID_REQUEST, "Invalid request")
        name, params = request["method"], request.get("params")
        if name == LISTING:
            return {"methods": self._table.names(with_unsafe=peer.serves_unsafe)}
        if self._table.ends(name):
            return peer.end(params[0] if isinstance(params, list) and params else None)
        method = self._table.find(name)
        if method is None:
            raise RpcFailure(METHOD_NOT_FOUND, "Method not found")
        if method.is_unsafe and not peer.serves_unsafe:
            raise unsafe_method()
        arguments = method.arguments(params)
        if method.notification is not None:
            return self._subscribe(method, method.notification, arguments, peer, after)
        if method.wants_peer:
            arguments = [peer, *arguments]
        return _result(method.handler(self.rpc, *arguments), after)

    def _subscribe(
        self,
        method: Method,
        notification: str,
        arguments: list[Any],
        peer: Peer,
        after: Afterwards,
    ) -> str:
        if not peer.can_subscribe:
            raise needs_websocket()
        most = self._limits.subscriptions_per_connection
        subscription = peer.open(notification, most)
        try:
            answer = method.handler(self.rpc, subscription, *arguments)
        except BaseException:
            peer.end(subscription.id)
            raise
        after.append(subscription.release)
        _result(answer, after)
        return subscription.id


def _log_failure(method: str) -> None:
    import logging  # noqa: PLC0415 - slow to load, for what should never happen

    logging.getLogger(__name__).exception("unexpected failure in %s", method)


def _result(answer: Any, after: Afterwards) -> Any:
    """The result of a handler; its follow-up is added to `after`."""
    if not isinstance(answer, Reply):
        return answer
    after.append(answer.then)
    return answer.result


def _identifier(request: Any) -> Any:
    """The id of the answer: a string, a number or null; null for an invalid id."""
    identifier = request.get("id") if isinstance(request, dict) else None
    is_one = isinstance(identifier, (str, int, float)) and not isinstance(identifier, bool)
    return identifier if is_one else None


def _short(identifier: Any) -> Any:
    is_long = isinstance(identifier, str) and len(identifier) > _LONGEST_ID
    return None if is_long else identifier


def _encoded(answer: dict[str, Any]) -> str:
    """The answer as text; the most common ones, a string for a number, without an encoder."""
    result, identifier = answer.get("result"), answer["id"]
    if type(result) is str and type(identifier) is int:
        text = encode_basestring_ascii(result)
        return f'{{"jsonrpc":"2.0","result":{text},"id":{identifier}}}'
    return _ENCODE(answer)


def _failed(identifier: Any, failure: RpcFailure) -> str:
    return _encoded(_error(identifier, failure))


def _error(identifier: Any, failure: RpcFailure) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "error": failure.to_json(), "id": identifier}

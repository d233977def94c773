"""A lying endpoint: a WebSocket proxy before an honest node, which changes what it likes.

A lie is a function of a method, its parameters and the honest result, and gives the result that the
client sees. `refuse` answers a method with an error, and the node never hears of it.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.sync.server import Server, ServerConnection, serve

from btsdk.frozen import replace as changed
from btsdk.metadata import Metadata, decode_metadata, encode_metadata
from btsdk.scale.registry import Registry
from btsdk.scale.types import Case, Type, Variant

Lie = Callable[[str, Any, Any], Any]


@dataclass
class Liar:
    """What the proxy does. `asked` holds the methods that went through it, in order."""

    honest: str
    lies: list[Lie] = field(default_factory=list)
    refuse: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    endpoint: str = ""
    clients: list[ServerConnection] = field(default_factory=list)

    def cut(self) -> None:
        """Break every connection."""
        for client in self.clients:
            client.close()

    def told(self, method: str, params: Any, result: Any) -> Any:
        for lie in self.lies:
            result = lie(method, params, result)
        return result


@contextlib.contextmanager
def lying(honest: str, *lies: Lie, **more: Any) -> Iterator[Liar]:
    """A proxy before the node at `honest`, for as long as the block runs."""
    liar = Liar(honest, list(lies), **more)
    server = serve(lambda client: _converse(liar, client), "127.0.0.1", 0, max_size=None)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    liar.endpoint = f"ws://127.0.0.1:{_port(server)}"
    try:
        yield liar
    finally:
        server.shutdown()
        thread.join()


def always(method: str, answer: Any) -> Lie:
    """The same answer to a method, whatever is true."""
    return lambda asked, params, result: answer if asked == method else result


def metadata_lie(change: Callable[[Metadata], Metadata]) -> Lie:
    """Other metadata, however it is asked for, under the honest hash of the code."""
    made: dict[str, str] = {}

    def lie(method: str, params: Any, result: Any) -> Any:
        asked = method == "state_getMetadata" or (
            method == "state_call" and params[0] == "Metadata_metadata_at_version"
        )
        if not asked:
            return result
        if result not in made:
            honest = decode_metadata(bytes.fromhex(result[2:]))
            version = 15 if method == "state_call" else 14
            made[result] = "0x" + encode_metadata(change(honest), version).hex()
        return made[result]

    return lie


def exchanged_calls(pallet: str, one: str, other: str) -> Lie:
    """Metadata in which two calls of a pallet have each other's index."""

    def change(metadata: Metadata) -> Metadata:
        calls = metadata.pallet(pallet).calls
        swapped = {one: calls[other].index, other: calls[one].index}
        return _recast(
            metadata,
            metadata.pallet(pallet).call_type,
            lambda case: case._replace(index=swapped.get(case.name, case.index)),
        )

    return metadata_lie(change)


def exchanged_fields(pallet: str, call: str, one: str, other: str) -> Lie:
    """Metadata in which two fields of a call, of one type, have each other's name."""
    names = {one: other, other: one}

    def recast(case: Case) -> Case:
        if case.name != call:
            return case
        fields = tuple(f._replace(name=names.get(f.name or "", f.name)) for f in case.fields)
        return case._replace(fields=fields)

    def change(metadata: Metadata) -> Metadata:
        return _recast(metadata, metadata.pallet(pallet).call_type, recast)

    return metadata_lie(change)


def without_check(metadata: Metadata) -> Metadata:
    """Metadata in which the chain cannot verify metadata."""
    extensions = tuple(
        one for one in metadata.extrinsic.extensions if one.identifier != "CheckMetadataHash"
    )
    return changed(metadata, extrinsic=metadata.extrinsic._replace(extensions=extensions))


def _recast(metadata: Metadata, type_id: int | None, recast: Callable[[Case], Case]) -> Metadata:
    """The metadata with the cases of one enum changed."""
    assert type_id is not None
    types = dict(metadata.registry.types)
    entry: Type = types[type_id]
    definition = entry.definition
    assert isinstance(definition, Variant)
    cases = tuple(recast(case) for case in definition.variants)
    types[type_id] = entry._replace(definition=Variant(cases))
    return changed(metadata, registry=Registry(types.values()))


def _converse(liar: Liar, client: ServerConnection) -> None:
    liar.clients.append(client)
    with connect(liar.honest, max_size=None) as node:
        waiting: dict[Any, tuple[str, Any]] = {}
        back = threading.Thread(target=_bring_back, args=(liar, node, client, waiting), daemon=True)
        back.start()
        with contextlib.suppress(ConnectionClosed):
            for text in client:
                _pass_on(liar, str(text), node, client, waiting)
        node.close()
        back.join()


def _pass_on(
    liar: Liar, text: str, node: ClientConnection, client: ServerConnection, waiting: dict[Any, Any]
) -> None:
    message = json.loads(text)
    for request in message if isinstance(message, list) else [message]:
        method = request["method"]
        liar.asked.append(method)
        if method in liar.refuse:
            answer = {"jsonrpc": "2.0", "id": request["id"], "error": liar.refuse[method]}
            client.send(json.dumps(answer))
            return
        waiting[request["id"]] = (method, request.get("params", []))
    node.send(text)


def _bring_back(
    liar: Liar, node: ClientConnection, client: ServerConnection, waiting: dict[Any, Any]
) -> None:
    with contextlib.suppress(ConnectionClosed):
        for text in node:
            message = json.loads(text)
            for answer in message if isinstance(message, list) else [message]:
                if answer.get("id") in waiting and "result" in answer:
                    method, params = waiting.pop(answer["id"])
                    answer["result"] = liar.told(method, params, answer["result"])
            client.send(json.dumps(message))
        client.close()


def _port(server: Server) -> int:
    port: int = server.socket.getsockname()[1]
    return port

"""Calls of Proxy, and what they leave."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import proxy as declared
from tests.unit.local_node.runtime.pallets.acting import events_of
from tests.unit.local_node.runtime.support import Node

errors = declared.errors


ONE_PROXY = 93_000_000  # 0.06 TAO, and 0.033 for each


EACH_PROXY = 33_000_000


def address(who: Keypair | bytes) -> tuple[str, bytes]:
    return ("Id", who if isinstance(who, bytes) else who.public_key)


def call(name: str, **args: Any) -> Any:
    return ("Proxy", (name, args) if args else name)


def add(delegate: Keypair, proxy_type: str = "Any", delay: int = 0) -> Any:
    return call("add_proxy", delegate=address(delegate), proxy_type=proxy_type, delay=delay)


def remove(delegate: Keypair, proxy_type: str = "Any", delay: int = 0) -> Any:
    return call("remove_proxy", delegate=address(delegate), proxy_type=proxy_type, delay=delay)


def proxy(real: Keypair | bytes, inner: Any, forced: str | None = None) -> Any:
    return call("proxy", real=address(real), force_proxy_type=forced, call=inner)


def announced(delegate: Keypair, real: Keypair, inner: Any) -> Any:
    return call(
        "proxy_announced",
        delegate=address(delegate),
        real=address(real),
        force_proxy_type=None,
        call=inner,
    )


def call_hash(node: Node, inner: Any) -> bytes:
    return blake2_256(node.executive.assembly.encode_call(inner))


def executed(node: Node) -> list[Any]:
    return [fields["result"] for name, fields in events_of(node, "Proxy")]


def announce(node: Node, real: Keypair, inner: Any) -> Any:
    return call("announce", real=address(real), call_hash=call_hash(node, inner))

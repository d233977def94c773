"""The calls of Balances, signed and in blocks."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.support import ALICE, Node

DONE = ("Ok", ("Ok", ()))


NEW = Keypair.from_uri("//New")


def call(name: str, **args: Any) -> Any:
    return ("Balances", (name, args))


def to(who: Keypair) -> Any:
    return ("Id", who.public_key)


def sudo(inner: Any) -> Any:
    return ("Sudo", ("sudo", {"call": inner}))


def run(node: Node, inner: Any, signer: Keypair = ALICE) -> Any:
    (result,) = node.block(node.sign(signer, inner))
    return result


def sudid(node: Node) -> Any:
    return next(fields for _, name, fields in node.events() if name == "Sudid")["sudo_result"]

"""Calls of Sudo, and how they went."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.support import ALICE, Node

DONE = ("Ok", ("Ok", ()))


def call(name: str, **args: Any) -> Any:
    return ("Sudo", (name, args) if args else name)


def run(node: Node, inner: Any, signer: Keypair = ALICE) -> Any:
    (result,) = node.block(node.sign(signer, inner))
    return result

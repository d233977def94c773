"""Calls of Utility, and what they leave."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, TAO, Node

DONE = ("Ok", ("Ok", ()))


TOO_MUCH = ("Token", "FundsUnavailable")


REMARK = ("System", ("remark", {"remark": b""}))


FILTERED = ("Module", {"index": 0, "error": b"\x05\0\0\0"})


def call(name: str, **args: Any) -> Any:
    return ("Utility", (name, args))


def transfer(value: int, dest: Keypair = CHARLIE) -> Any:
    return ("Balances", ("transfer_keep_alive", {"dest": ("Id", dest.public_key), "value": value}))


def run(node: Node, inner: Any, signer: Keypair = BOB) -> Any:
    (result,) = node.block(node.sign(signer, inner))
    return result


def as_root(node: Node, inner: Any) -> Any:
    run(node, ("Sudo", ("sudo", {"call": inner})), ALICE)
    return next(fields for _, name, fields in node.events() if name == "Sudid")["sudo_result"]


def utility_events(node: Node) -> list[tuple[str, Any]]:
    return [(name, fields) for pallet, name, fields in node.events() if pallet == "Utility"]


GOOD, BAD = transfer(TAO), transfer(2_000_000 * TAO)

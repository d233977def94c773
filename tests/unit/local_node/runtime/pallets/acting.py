"""Calls as extrinsics of their own: how they went, and what they left behind."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.declare import Error
from chain_spec.pallets import system
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, Node

DONE = ("Ok", ("Ok", ()))
REMARK = ("System", ("remark", {"remark": b""}))


def transfer(value: int, dest: bytes = CHARLIE.public_key) -> Any:
    return ("Balances", ("transfer_keep_alive", {"dest": ("Id", dest), "value": value}))


def run(node: Node, call: Any, signer: Keypair = BOB) -> Any:
    """The call in a block of its own; how it went."""
    (result,) = node.block(node.sign(signer, call))
    return result


def as_root(node: Node, call: Any) -> Any:
    """The call as root; its outcome."""
    assert run(node, ("Sudo", ("sudo", {"call": call})), ALICE) == DONE
    sudid: Any = next(fields for _, name, fields in node.events() if name == "Sudid")
    return sudid["sudo_result"]


def module_error(error: Error) -> Any:
    return ("Module", {"index": error.pallet_index, "error": bytes((error.index, 0, 0, 0))})


def failed(error: Error | Any) -> Any:
    """The result of an extrinsic whose call failed so."""
    return ("Ok", ("Err", module_error(error) if isinstance(error, Error) else error))


def events_of(node: Node, *pallets: str) -> list[tuple[str, Any]]:
    return [(name, fields) for pallet, name, fields in node.events() if pallet in pallets]


def balance(node: Node, who: bytes) -> dict[str, int]:
    found: dict[str, int] = node.context().get(system.storage.Account, who)["data"]
    return found


def reserved(node: Node, who: Keypair) -> int:
    return balance(node, who.public_key)["reserved"]

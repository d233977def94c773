"""What the tests of this folder share."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.support import BOB, Node


def transfer(value: int, dest: Keypair = BOB) -> tuple[str, object]:
    return ("Balances", ("transfer_keep_alive", {"dest": ("Id", dest.public_key), "value": value}))


def fee_paid(node: Node) -> dict[str, int]:
    for pallet, name, fields in node.events():
        if (pallet, name) == ("TransactionPayment", "TransactionFeePaid"):
            paid: dict[str, int] = fields
            return paid
    raise AssertionError("nobody paid")

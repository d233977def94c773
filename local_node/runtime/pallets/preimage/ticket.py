"""The hold that pays for a stored preimage: a ticket is the amount, and its owner."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency

Ticket = tuple[bytes, int]
"""The owner, and what is held of its TAO, in rao."""

REASON = ("Preimage", "Preimage")

# Two items and 64 bytes, and then each byte: `deposit(2, 64)` and `deposit(0, 1)` of the runtime.
BASE = 104_000_000
EACH_BYTE = 1_000_000


def take(ctx: Context, who: bytes, length: int) -> Ticket:
    """Hold the deposit for so many bytes."""
    amount = BASE + EACH_BYTE * length
    currency.hold(ctx, REASON, who, amount)
    return (who, amount)


def give_back(ctx: Context, ticket: Ticket) -> None:
    """Release what is held for it."""
    owner, amount = ticket
    currency.release(ctx, REASON, owner, amount)

"""The ticket of a stored preimage: the owner, and the amount held for it."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency

Ticket = tuple[bytes, int]
"""The owner, and the amount held, in rao."""

REASON = ("Preimage", "Preimage")

# Two items and 64 bytes, plus the bytes: `deposit(2, 64)` and `deposit(0, 1)` of the runtime.
BASE = 104_000_000
EACH_BYTE = 1_000_000


def take(ctx: Context, who: bytes, length: int) -> Ticket:
    """Hold the deposit for this many bytes."""
    amount = BASE + EACH_BYTE * length
    currency.hold(ctx, REASON, who, amount)
    return (who, amount)


def give_back(ctx: Context, ticket: Ticket) -> None:
    """Release the hold."""
    owner, amount = ticket
    currency.release(ctx, REASON, owner, amount)

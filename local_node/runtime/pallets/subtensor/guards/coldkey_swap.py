"""The guard of announced coldkey swaps: only its own calls, and encrypted ones, pass."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure

_ALLOWED = frozenset(
    {
        ("SubtensorModule", "announce_coldkey_swap"),
        ("SubtensorModule", "swap_coldkey_announced"),
        ("SubtensorModule", "dispute_coldkey_swap"),
        ("SubtensorModule", "clear_coldkey_swap_announcement"),
        ("MevShield", "submit_encrypted"),
    }
)


def check(ctx: Context, who: bytes, pallet: str, name: str) -> None:
    if not ctx.contains(storage.ColdkeySwapAnnouncements, who):
        return
    disputed = ctx.contains(storage.ColdkeySwapDisputes, who)
    ensure(not disputed, errors.ColdkeySwapDisputed)
    ensure((pallet, name) in _ALLOWED, errors.ColdkeySwapAnnounced)

"""`Triumvirate.set_members`: root sets the council directly, without the member pallet."""

from __future__ import annotations

from chain_spec.pallets import triumvirate
from local_node.runtime.frame import Context, Origin, ensure, ensure_root
from local_node.runtime.pallets.triumvirate import motions


def set_members(
    ctx: Context, origin: Origin, new_members: list[bytes], prime: bytes | None, old_count: int
) -> None:
    """`old_count` only affects the weight."""
    ensure_root(origin)
    known = prime is None or prime in new_members
    ensure(known, triumvirate.errors.PrimeAccountNotMember)
    motions.change_members(ctx, sorted(new_members))
    motions.set_prime(ctx, prime)

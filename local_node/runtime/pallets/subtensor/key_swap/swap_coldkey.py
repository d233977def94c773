"""The coldkey swap: announced, delayed, executed; disputed or cleared in between.

The announcement contains only the hash of the new key, and costs TAO the first time. Until it is
executed or cleared the coldkey can do nothing else; a disputed one can do nothing until root resets
or swaps it.
"""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets.subtensor import constants, errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_root, ensure_signed, fail
from local_node.runtime.pallets.subtensor.key_swap.coldkey import charge_swap_cost, move_coldkey

_U32_MAX = (1 << 32) - 1


def announce_coldkey_swap(ctx: Context, origin: Origin, new_coldkey_hash: bytes) -> None:
    """Announce the blake2-256 hash of the new account, or after a further delay another one."""
    who = ensure_signed(origin)
    announced = ctx.get(storage.ColdkeySwapAnnouncements, who)
    if announced is None:
        charge_swap_cost(ctx, who, ctx.constant(constants.KeySwapCost))
    else:
        ensure(_is_past_delay(ctx, announced[0]), errors.ColdkeySwapReannouncedTooEarly)

    when = min(ctx.block_number + ctx.get(storage.ColdkeySwapAnnouncementDelay), _U32_MAX)
    ctx.put(storage.ColdkeySwapAnnouncements, who, (when, new_coldkey_hash))
    ctx.emit(events.ColdkeySwapAnnounced, who=who, new_coldkey_hash=new_coldkey_hash)


def swap_coldkey_announced(ctx: Context, origin: Origin, new_coldkey: bytes) -> None:
    """Execute an announced swap after its delay."""
    who = ensure_signed(origin)
    announced = ctx.take(storage.ColdkeySwapAnnouncements, who)
    if announced is None:
        raise fail(errors.ColdkeySwapAnnouncementNotFound)
    when, new_coldkey_hash = announced
    ensure(new_coldkey_hash == blake2_256(new_coldkey), errors.AnnouncedColdkeyHashDoesNotMatch)
    ensure(ctx.block_number >= when, errors.ColdkeySwapTooEarly)
    move_coldkey(ctx, who, new_coldkey)


def dispute_coldkey_swap(ctx: Context, origin: Origin) -> None:
    """Dispute the signer's own announced swap, because someone else has the key too."""
    coldkey = ensure_signed(origin)
    announced = ctx.contains(storage.ColdkeySwapAnnouncements, coldkey)
    ensure(announced, errors.ColdkeySwapAnnouncementNotFound)
    disputed = ctx.contains(storage.ColdkeySwapDisputes, coldkey)
    ensure(not disputed, errors.ColdkeySwapAlreadyDisputed)
    ctx.put(storage.ColdkeySwapDisputes, coldkey, ctx.block_number)
    ctx.emit(events.ColdkeySwapDisputed, coldkey=coldkey)


def clear_coldkey_swap_announcement(ctx: Context, origin: Origin) -> None:
    """Cancel the signer's announcement, some time after it became executable."""
    who = ensure_signed(origin)
    announced = ctx.get(storage.ColdkeySwapAnnouncements, who)
    if announced is None:
        raise fail(errors.ColdkeySwapAnnouncementNotFound)
    ensure(_is_past_delay(ctx, announced[0]), errors.ColdkeySwapClearTooEarly)
    ctx.remove(storage.ColdkeySwapAnnouncements, who)
    ctx.emit(events.ColdkeySwapCleared, who=who)


def reset_coldkey_swap(ctx: Context, origin: Origin, coldkey: bytes) -> None:
    """Remove announcement and dispute; root only."""
    ensure_root(origin)
    _forget(ctx, coldkey)
    ctx.emit(events.ColdkeySwapReset, who=coldkey)


def swap_coldkey(
    ctx: Context, origin: Origin, old_coldkey: bytes, new_coldkey: bytes, swap_cost: int
) -> None:
    """Swap at once, for a cost in rao; root only."""
    ensure_root(origin)
    if swap_cost:
        charge_swap_cost(ctx, old_coldkey, swap_cost)
    move_coldkey(ctx, old_coldkey, new_coldkey)
    _forget(ctx, old_coldkey)


def schedule_swap_coldkey(ctx: Context, origin: Origin, new_coldkey: bytes) -> None:
    """Always refused: announcements replaced it."""
    raise fail(errors.Deprecated)


def _is_past_delay(ctx: Context, when: int) -> bool:
    earliest = min(when + ctx.get(storage.ColdkeySwapReannouncementDelay), _U32_MAX)
    return ctx.block_number >= earliest


def _forget(ctx: Context, coldkey: bytes) -> None:
    ctx.remove(storage.ColdkeySwapAnnouncements, coldkey)
    ctx.remove(storage.ColdkeySwapDisputes, coldkey)

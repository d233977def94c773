"""Coldkeys swapped by announcement: said, waited for, carried out, disputed or called off."""

from __future__ import annotations

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets.subtensor import storage
from tests.simulation.actions.choices import SPARE_COLDKEYS, Choices, Signed, as_root
from tests.simulation.world import COLDKEYS, call

_SWAPPING = (*COLDKEYS[6:], *SPARE_COLDKEYS[:3])


def shorten_delays(on: Choices) -> Signed:
    """As root, so that an announcement can be carried out within a few blocks."""
    name = on.chance.choice(("announcement", "reannouncement"))
    return as_root(call("AdminUtils", f"sudo_set_coldkey_swap_{name}_delay", duration=3))


def announced_swap(on: Choices) -> Signed | None:
    """The next step of an announced swap, or an announcement."""
    waiting = [who for who, _ in on.ctx.iter(storage.ColdkeySwapAnnouncements)]
    drawn = on.chance.random()
    if not waiting or drawn < 0.3:
        who = on.chance.choice(_SWAPPING)
        new = blake2_256(_successor(who).public_key)
        return who, call("SubtensorModule", "announce_coldkey_swap", new_coldkey_hash=new)
    account = on.chance.choice(waiting)
    if on.ctx.contains(storage.ColdkeySwapDisputes, account):
        return as_root(call("SubtensorModule", "reset_coldkey_swap", coldkey=account))
    signer = on.signer(account)
    if signer is None:
        return None
    if drawn < 0.8:
        new = _successor(signer).public_key
        return signer, call("SubtensorModule", "swap_coldkey_announced", new_coldkey=new)
    name = "dispute_coldkey_swap" if drawn < 0.9 else "clear_coldkey_swap_announcement"
    return signer, call("SubtensorModule", name)


def _successor(who: Keypair) -> Keypair:
    """The next of those that are swapped."""
    keys = [each.public_key for each in _SWAPPING]
    return (
        _SWAPPING[(keys.index(who.public_key) + 1) % len(keys)] if who.public_key in keys else who
    )

"""A chain with one started subnet, keys to stake with, and what the tests ask of it."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.declare import Error
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import storage
from local_node.runtime.bundled import PALLETS
from local_node.runtime.frame import Context, DispatchFailure, Origin
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets import subtensor, swap
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, ONE, fresh_context

TAO = 10**9
NETUID = 1
COLDKEY = ALICE.public_key
OTHER = BOB.public_key
HOTKEY = b"\x11" * 32
HOTKEY_2 = b"\x22" * 32
AUTHOR = ONE.public_key
OWNER = CHARLIE.public_key

_MINE = (swap.PALLET, subtensor.PALLET)


def started_chain(*, with_author: bool = True) -> Context:
    """Subnet 1 with 10 TAO and 10 alpha in its pool, trading; root with its token enabled."""
    names = {pallet.name for pallet in _MINE}
    pallets = (*(pallet for pallet in PALLETS if pallet.name not in names), *_MINE)
    ctx = fresh_context("fast", pallets=pallets)
    ctx.put(storage.SubtokenEnabled, NETUID, True)
    ctx.put(storage.SubtokenEnabled, ROOT, True)
    currency.mint(ctx, account_id(NETUID), 10 * TAO)
    create_account_if_missing(ctx, COLDKEY, HOTKEY)
    create_account_if_missing(ctx, OWNER, HOTKEY_2)
    if with_author:
        slot = ("PreRuntime", (b"aura", (0).to_bytes(8, "little")))
        ctx.set(system.storage.Digest, {"logs": [slot]})
    return ctx


def at_block(ctx: Context, number: int) -> None:
    """Let time pass without a block step."""
    ctx.set(system.storage.Number, number)


def by(who: bytes) -> Origin:
    """The origin of a signed call."""
    return signed(who)


class fails:
    """The block inside fails with this error of a pallet."""

    def __init__(self, error: Error) -> None:
        self.error = error

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        if kind is None:
            pytest.fail(f"did not fail with {self.error.name}")
        if not isinstance(error, DispatchFailure):
            return False
        assert str(error) == self.error.full_name
        return True


def reserves(ctx: Context, netuid: int = NETUID) -> tuple[int, int, int]:
    """TAO and alpha in the pool, alpha outstanding."""
    return (
        ctx.get(storage.SubnetTAO, netuid),
        ctx.get(storage.SubnetAlphaIn, netuid),
        ctx.get(storage.SubnetAlphaOut, netuid),
    )

"""Block 0 of the local chains."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from chain_spec.features import Feature
from chain_spec.pallets import subtensor
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor import PALLET
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, dev_context
from tests.unit.local_node.runtime.support import fresh_context

ALICE, ALICE_HOTKEY = (Keypair.from_uri(uri).public_key for uri in ("//Alice", "//Alice_hk"))
NOBODY = bytes(32)


def test_every_declared_call_is_implemented_and_no_other() -> None:
    added = {"faucet", "pow_register", "vote"}
    assert PALLET.call_table().keys() == subtensor.pallet.calls.keys() | added
    assert {Feature.FAUCET.value, Feature.POW.value} == {"faucet", "pow"}


@pytest.mark.parametrize(
    ("chain", "owner", "hotkey"),
    [("fast", ALICE, ALICE_HOTKEY), ("local", NOBODY, NOBODY)],
)
def test_root_belongs_to_alice_in_the_fast_build_only(
    chain: str, owner: bytes, hotkey: bytes
) -> None:
    ctx = fresh_context(chain)
    assert ctx.get(storage.SubnetOwner, 0) == owner
    assert ctx.get(storage.SubnetOwnerHotkey, 0) == hotkey
    assert ctx.get(storage.MaxAllowedUids, 0) == 64
    assert ctx.get(storage.TokenSymbol, 0) == "Τ".encode()


def test_on_the_localnet_subnet_1_is_nobodys() -> None:
    ctx = fresh_context("fast")
    assert ctx.get(storage.SubnetTAO, 1) == ctx.get(storage.SubnetAlphaIn, 1) == 10 * TAO
    assert ctx.get(storage.SubnetAlphaOut, 1) == stake_of(ctx, NOBODY, NOBODY, 1) == TAO
    assert ctx.get(storage.Keys, (1, 0)) == ctx.get(storage.SubnetOwner, 1) == NOBODY
    assert not ctx.contains(storage.SubnetOwnerHotkey, 1)
    assert not ctx.contains(storage.OwnedHotkeys, NOBODY)
    assert ctx.get(storage.SubtokenEnabled, 1) is False
    assert currency.free(ctx, account_id(1)) == 0
    assert ctx.get(storage.TotalIssuance) == ctx.get(storage.TotalStake) == 0
    assert ctx.get(storage.TotalNetworks) == 2


def test_on_dev_alice_has_a_running_subnet() -> None:
    ctx = dev_context()
    assert ctx.get(storage.SubnetOwner, 1) == ALICE
    assert ctx.get(storage.SubnetOwnerHotkey, 1) == ctx.get(storage.Keys, (1, 0)) == ALICE_HOTKEY
    assert ctx.get(storage.OwnedHotkeys, ALICE) == [ALICE_HOTKEY]
    assert stake_of(ctx, ALICE_HOTKEY, ALICE, 1) == TAO
    assert ctx.get(storage.SubtokenEnabled, 1) is True
    assert ctx.get(storage.FirstEmissionBlockNumber, 1) == 1
    assert ctx.get(storage.Tempo, 1) == 10
    assert ctx.get(storage.Difficulty, 1) == ctx.get(storage.MinDifficulty, 1) == 250_000
    # All that can be sold to the pool can be paid out of it.
    assert currency.free(ctx, account_id(1)) == ctx.get(storage.SubnetTAO, 1)
    assert ctx.get(storage.NetworkRateLimit) == 0

"""Block 0 of the local chains."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from chain_spec.features import Feature
from chain_spec.pallets import subtensor
from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor import PALLET
from local_node.runtime.pallets.subtensor.coinbase.block_step import block_step
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import has_root_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from local_node.runtime.pallets.swap.pool import current_price
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    admin,
    call,
    dev_genesis_context,
    go_to,
)
from tests.unit.local_node.runtime.support import fresh_context

VALIDATOR, VALIDATOR_HOTKEY = (
    Keypair.from_uri(uri).public_key for uri in ("//Validator", "//Validator//hotkey")
)
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
    ctx = dev_genesis_context()
    assert ctx.get(storage.SubnetOwner, 1) == ALICE
    assert ctx.get(storage.SubnetOwnerHotkey, 1) == ctx.get(storage.Keys, (1, 0)) == ALICE_HOTKEY
    assert ctx.get(storage.OwnedHotkeys, ALICE) == [ALICE_HOTKEY]
    assert stake_of(ctx, ALICE_HOTKEY, ALICE, 1) == TAO
    assert ctx.get(storage.SubtokenEnabled, 1) is True
    assert ctx.get(storage.FirstEmissionBlockNumber, 1) == 1
    assert ctx.get(storage.Tempo, 1) == 10
    assert ctx.get(storage.Difficulty, 1) == ctx.get(storage.MinDifficulty, 1) == 250_000
    # All that can be sold to the pool can be paid out of it.
    assert currency.free(ctx, account_id(1)) == ctx.get(storage.SubnetTAO, 1) == 100_000 * TAO
    assert ctx.get(storage.SubnetAlphaIn, 1) == 100_000 * TAO
    assert ctx.get(storage.SubnetMovingPrice, 1) == current_price(ctx, 1) >> 32 == 1 << 32


def test_on_dev_a_validator_holds_root_stake() -> None:
    ctx, stake = dev_genesis_context(), 6_000_000 * TAO
    assert ctx.get(storage.Keys, (0, 0)) == VALIDATOR_HOTKEY
    assert ctx.get(storage.SubnetworkN, 0) == 1
    assert ctx.get(storage.Owner, VALIDATOR_HOTKEY) == VALIDATOR
    assert stake_of(ctx, VALIDATOR_HOTKEY, VALIDATOR, 0) == stake
    assert currency.free(ctx, account_id(0)) == ctx.get(storage.SubnetTAO, 0) == stake
    assert ctx.get(storage.SubnetAlphaOut, 0) == stake
    assert has_root_stake(ctx, VALIDATOR)
    assert ctx.get(storage.StakingColdkeysByIndex, 0) == VALIDATOR
    assert ctx.get(storage.StakingColdkeys, VALIDATOR) == 0
    assert ctx.get(storage.NumStakingColdkeys) == 1
    assert ctx.get(storage.TotalStake) == stake + ctx.get(storage.SubnetTAO, 1)
    assert ctx.get(storage.TotalIssuance) == currency.total_issuance(ctx)
    # A new subnet's owner does not inherit its weight, which would outvote everybody else there.
    assert ctx.get(storage.AutoParentDelegationEnabled, VALIDATOR_HOTKEY) is False


def test_on_dev_anybody_may_stake_on_root_and_take_it_back() -> None:
    ctx = dev_genesis_context()
    call(ctx, ALICE, "add_stake", hotkey=VALIDATOR_HOTKEY, netuid=0, amount_staked=7 * TAO)
    assert stake_of(ctx, VALIDATOR_HOTKEY, ALICE, 0) == 7 * TAO
    call(ctx, VALIDATOR, "remove_stake", hotkey=VALIDATOR_HOTKEY, netuid=0, amount_unstaked=TAO)
    assert currency.free(ctx, VALIDATOR) == TAO


def test_on_dev_an_owner_may_change_a_hyperparameter_in_every_block() -> None:
    ctx = dev_genesis_context()
    for block in range(1, 31):
        go_to(ctx, block)
        block_step(ctx)
        admin(ctx, ALICE, "sudo_set_immunity_period", netuid=1, immunity_period=block)
        assert ctx.get(storage.ImmunityPeriod, 1) == block

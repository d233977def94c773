"""A block's emission and an epoch's payments: every rao of alpha and TAO accounted for."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets import alpha_assets
from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.coinbase.block_step import block_step
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import all_shares
from local_node.runtime.pallets.subtensor.staking.stake import (
    decrease_stake,
    hotkey_stake,
    stake_of,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    OWNER,
    TAO,
    at_block,
    by,
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events

OWNER_CUT = Fraction(11796, 65535)


def emitting_chain(*, moving_price: float = 1.0, tempo: int = 10) -> Context:
    """Subnet 1 with a validator and a miner, a moving price, and an epoch each `tempo` blocks."""
    ctx = started_chain()
    ctx.put(storage.FirstEmissionBlockNumber, NETUID, 1)
    ctx.put(storage.SubnetMovingPrice, NETUID, I96F32.from_float(moving_price))
    ctx.put(storage.Tempo, NETUID, tempo)
    ctx.put(storage.SubnetOwner, NETUID, OWNER)
    ctx.put(storage.SubnetOwnerHotkey, NETUID, HOTKEY_2)
    # Genesis gave uid 0 and an alpha to the zero account; here it has no stake.
    decrease_stake(ctx, bytes(32), bytes(32), NETUID, TAO)
    append_neuron(ctx, NETUID, HOTKEY, 0)
    append_neuron(ctx, NETUID, HOTKEY_2, 0)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO)
    return ctx


def step(ctx: Context, number: int) -> None:
    at_block(ctx, number)
    block_step(ctx)


def pending(ctx: Context) -> list[int]:
    return [
        ctx.get(item, NETUID)
        for item in (
            storage.PendingServerEmission,
            storage.PendingValidatorEmission,
            storage.PendingRootAlphaDivs,
            storage.PendingOwnerCut,
        )
    ]


def test_a_block_emits_one_tao_and_one_alpha_for_participants() -> None:
    ctx = emitting_chain()
    issued, (tao, alpha_in, alpha_out) = currency.total_issuance(ctx), reserves(ctx)
    step(ctx, 2)
    # The only subnet gets the whole TAO (its share is cut to 64 places); without root stake no
    # alpha may be injected, so all of it buys alpha for the protocol.
    emitted = currency.total_issuance(ctx) - issued
    assert emitted == ctx.get(storage.TotalIssuance)
    assert TAO - 2 <= emitted <= TAO
    assert ctx.get(storage.SubnetExcessTao, NETUID) == emitted
    bought = ctx.get(storage.SubnetProtocolAlpha, NETUID)
    assert abs(bought - Fraction(alpha_in * emitted, tao + emitted)) <= 1
    assert reserves(ctx) == (tao + emitted, alpha_in - bought, alpha_out + bought + TAO)
    assert currency.free(ctx, account_id(NETUID)) == tao + emitted
    assert ctx.get(alpha_assets.storage.TotalAlphaIssuance, NETUID) == TAO


def test_participants_alpha_is_split_between_owner_miners_and_validators() -> None:
    ctx = emitting_chain()
    step(ctx, 2)
    owner = int(OWNER_CUT * TAO)
    half = (TAO - OWNER_CUT * TAO) / 2
    servers, validators, root, cut = pending(ctx)
    assert (servers, validators) == pytest.approx((half, half), abs=1)
    assert root == 0
    assert cut == pytest.approx(owner, abs=1)
    ctx.put(storage.OwnerCutEnabled, NETUID, False)
    step(ctx, 3)
    assert pending(ctx)[0] == pytest.approx(servers + TAO // 2, abs=1)
    assert pending(ctx)[3] == cut


def test_root_gets_its_proportion_where_it_sells_and_else_it_is_recycled() -> None:
    for price, sells in ((2.0, True), (1.0, False)):
        ctx = emitting_chain(moving_price=price)
        add_stake(ctx, by(OTHER), HOTKEY, ROOT, 100 * TAO)
        _, alpha_in, alpha_out = reserves(ctx)
        step(ctx, 2)
        weight = Fraction(ctx.get(storage.TaoWeight), 2**64 - 1) * 100 * TAO
        # The proportion is taken when the pool has had its alpha, before the participants have.
        injected = ctx.get(storage.SubnetAlphaInEmission, NETUID)
        proportion = weight / (weight + alpha_in + alpha_out + injected + TAO)
        expected = (TAO - OWNER_CUT * TAO) / 2 * proportion
        recycled = ctx.get(alpha_assets.storage.AlphaRecycled, NETUID)
        found = pending(ctx)[2] if sells else recycled
        assert found == pytest.approx(float(expected), rel=1e-6)
        assert (pending(ctx)[2] == 0) is not sells


def test_an_epoch_pays_what_is_pending() -> None:
    ctx = emitting_chain()
    for number in range(2, 10):
        step(ctx, number)
    due = sum(pending(ctx)) + TAO
    before = hotkey_stake(ctx, HOTKEY, NETUID) + hotkey_stake(ctx, HOTKEY_2, NETUID)
    step(ctx, 10)
    assert pending(ctx) == [0, 0, 0, 0]
    after = hotkey_stake(ctx, HOTKEY, NETUID) + hotkey_stake(ctx, HOTKEY_2, NETUID)
    # Nobody mines: validators get the miners' half too. Some rao are lost to rounding.
    assert due - 10 <= after - before <= due
    assert ctx.get(storage.LastEpochBlock, NETUID) == 10
    assert ctx.get(storage.SubnetEpochIndex, NETUID) == 1
    owner = stake_of(ctx, HOTKEY_2, OWNER, NETUID)
    assert owner == pytest.approx(float(9 * OWNER_CUT * TAO), abs=10)
    assert ctx.get(storage.Dividends, NETUID) == [0, 0, 0]  # without weights dividends are by stake
    # The hotkey with stake may validate from now on, and the subnet owner's always.
    assert ctx.get(storage.ValidatorPermit, NETUID) == [False, True, True]


def test_incentive_goes_to_the_miners_owner_and_the_subnet_owners_is_withheld() -> None:
    ctx = emitting_chain()
    miner = b"\x33" * 32
    ctx.put(storage.Owner, miner, OTHER)
    append_neuron(ctx, NETUID, miner, 0)
    ctx.put(storage.CommitRevealWeightsEnabled, NETUID, False)
    for number in range(2, 11):
        step(ctx, number)
    ctx.put(storage.Weights, (NETUID, 1), [(2, 65535), (3, 65535)])
    ctx.put(storage.LastUpdate, NETUID, [0, 10, 0, 0])
    for number in range(11, 21):
        step(ctx, number)
    earned = stake_of(ctx, miner, OTHER, NETUID)
    burned = ctx.get(alpha_assets.storage.AlphaBurned, NETUID)
    # Ten blocks' half of what the owner's cut leaves, halved again between the two servers.
    expected = float(10 * (TAO - OWNER_CUT * TAO) / 4)
    assert earned == pytest.approx(expected, rel=1e-4)
    assert burned == pytest.approx(expected, rel=1e-4)
    assert ctx.get(storage.MinerBurned, NETUID) == pytest.approx(2**31, rel=1e-4)


def test_a_nominator_shares_in_dividends_after_the_take() -> None:
    ctx = emitting_chain()
    add_stake(ctx, by(OTHER), HOTKEY, NETUID, 5 * TAO)
    mine, theirs = (stake_of(ctx, HOTKEY, who, NETUID) for who in (COLDKEY, OTHER))
    for number in range(2, 11):
        step(ctx, number)
    gained = stake_of(ctx, HOTKEY, OTHER, NETUID) - theirs
    pot = float(9 * (TAO - OWNER_CUT * TAO))
    take = 11796 / 65535
    # The take is staked first, for the owner; the rest is shared as the shares then stand.
    owner_share = mine + take * pot
    expected = (1 - take) * pot * theirs / (owner_share + theirs)
    assert gained == pytest.approx(expected, rel=1e-6)


def test_the_cap_of_a_block_defers_epochs() -> None:
    ctx = emitting_chain(tempo=3)
    ctx.set(storage.MaxEpochsPerBlock, 0)
    for number in (2, 3):
        step(ctx, number)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 0
    assert ctx.get(storage.PendingEpochAt, NETUID) == 4
    deferred = {"netuid": NETUID, "from_block": 3, "to_block": 4}
    assert ("SubtensorModule", "EpochDeferred", deferred) in decoded_events(ctx)
    ctx.set(storage.MaxEpochsPerBlock, 1)
    step(ctx, 4)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 4
    assert ctx.get(storage.PendingEpochAt, NETUID) == 0


def test_two_keys_of_one_hotkey_skip_the_epoch() -> None:
    ctx = emitting_chain(tempo=2)
    ctx.put(storage.Keys, (NETUID, 2), HOTKEY)
    step(ctx, 2)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 2
    assert pending(ctx)[0] > 0
    skipped = {"netuid": NETUID, "block": 2}
    assert ("SubtensorModule", "EpochSkipped", skipped) in decoded_events(ctx)


def test_a_tempo_of_zero_never_runs() -> None:
    ctx = emitting_chain(tempo=0)
    for number in range(2, 30):
        step(ctx, number)
    assert ctx.get(storage.LastEpochBlock, NETUID) == 0


def test_sixty_blocks_keep_the_books() -> None:
    ctx = emitting_chain()
    base = currency.total_issuance(ctx) - ctx.get(storage.TotalIssuance)
    start = reserves(ctx)[1] + reserves(ctx)[2]
    add_stake(ctx, by(OTHER), HOTKEY, ROOT, 50 * TAO)
    for number in range(2, 62):
        step(ctx, number)
        tao, alpha_in, alpha_out = reserves(ctx)
        assert currency.total_issuance(ctx) - base == ctx.get(storage.TotalIssuance)
        assert currency.free(ctx, account_id(NETUID)) == tao
        issued = ctx.get(alpha_assets.storage.TotalAlphaIssuance, NETUID)
        assert alpha_in + alpha_out == start + issued
    staked = sum(
        stake_of(ctx, hotkey, coldkey, on)
        for hotkey, coldkey, on in all_shares(ctx)
        if on == NETUID
    )
    assert staked + sum(pending(ctx)) <= reserves(ctx)[2]

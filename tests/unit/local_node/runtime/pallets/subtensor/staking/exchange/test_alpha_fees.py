"""Fees in alpha: which calls, how much, and only from one stake."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.exchange.alpha_fees import (
    ALPHA_FEES,
    alpha_sources,
)
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    AUTHOR,
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    reserves,
    started_chain,
)
from tests.unit.local_node.runtime.support import decoded_events

FEE = 1_000_000


def staked_chain() -> Context:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 10 * TAO)
    return ctx


def call(name: str, **args: Any) -> tuple[str, Any]:
    return ("SubtensorModule", (name, args))


REMOVE = call("remove_stake", hotkey=HOTKEY, netuid=NETUID, amount_unstaked=TAO)


def test_only_calls_that_take_alpha_are_paid_so() -> None:
    ctx = staked_chain()
    moved = call(
        "move_stake", origin_hotkey=HOTKEY, origin_netuid=NETUID, destination_hotkey=HOTKEY
    )
    assert alpha_sources(ctx, COLDKEY, REMOVE) == [(HOTKEY, NETUID)]
    assert alpha_sources(ctx, COLDKEY, moved) == [(HOTKEY, NETUID)]
    assert not ALPHA_FEES.applies(ctx, COLDKEY, call("add_stake", hotkey=HOTKEY, netuid=NETUID))
    assert not ALPHA_FEES.applies(ctx, COLDKEY, ("Balances", ("transfer_all", {})))
    assert not ALPHA_FEES.applies(ctx, COLDKEY, ("SubtensorModule", "dispute_coldkey_swap"))


def test_the_fees_worth_is_sold_for_the_author() -> None:
    ctx = staked_chain()
    tao, alpha_in, _ = reserves(ctx)
    held, author = stake_of(ctx, HOTKEY, COLDKEY, NETUID), currency.free(ctx, AUTHOR)
    assert ALPHA_FEES.can_pay(ctx, COLDKEY, REMOVE, FEE)
    receipt = ALPHA_FEES.pay(ctx, COLDKEY, REMOVE, FEE)
    assert abs(receipt.alpha - FEE * alpha_in / tao) <= 1
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held - receipt.alpha
    assert currency.free(ctx, AUTHOR) == author + receipt.tao
    assert FEE - 1_000 < receipt.tao <= FEE
    ALPHA_FEES.settle(ctx, COLDKEY, receipt)
    fields = {
        "who": COLDKEY,
        "netuid": NETUID,
        "alpha_fee": receipt.alpha,
        "tao_amount": receipt.tao,
    }
    assert ("SubtensorModule", "TransactionFeePaidWithAlpha", fields) in decoded_events(ctx)


def test_a_stake_worth_less_cannot_pay() -> None:
    ctx = staked_chain()
    assert not ALPHA_FEES.can_pay(ctx, COLDKEY, REMOVE, 100 * TAO)


def test_unstaking_everywhere_pays_from_one_subnet_only() -> None:
    ctx = staked_chain()
    everything = call("unstake_all", hotkey=HOTKEY)
    assert ALPHA_FEES.can_pay(ctx, COLDKEY, everything, FEE)
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, TAO)
    assert len(alpha_sources(ctx, COLDKEY, everything)) == 2
    assert not ALPHA_FEES.can_pay(ctx, COLDKEY, everything, FEE)
    assert ALPHA_FEES.pay(ctx, COLDKEY, everything, FEE) == (0, 0, ROOT)
    ctx.put(storage.SubtokenEnabled, ROOT, False)
    assert ALPHA_FEES.can_pay(ctx, COLDKEY, everything, FEE)

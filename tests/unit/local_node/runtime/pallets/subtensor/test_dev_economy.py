"""`dev` left alone, and traded on: prices stay near τ1, and what is held can be sold.

A block's TAO that the pool takes no new alpha for buys alpha: that is what moves the price of a
subnet that is alone. The part is small while weighted root stake is large beside the subnet's alpha
(`RootProp`), and a deep pool hardly feels it.
"""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.block_step import block_step
from local_node.runtime.pallets.subtensor.staking.stake import coldkey_value, stake_of
from local_node.runtime.pallets.swap.pool import current_price
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_genesis_context,
    go_to,
    key,
)

ALICE = Keypair.from_uri("//Alice").public_key
BOB = Keypair.from_uri("//Bob").public_key
HOTKEY = key(77)


def price(ctx: Context, netuid: int = 1) -> float:
    return current_price(ctx, netuid) / 2**64


def steps(ctx: Context, first: int, last: int) -> None:
    for block in range(first, last + 1):
        go_to(ctx, block)
        block_step(ctx)


def test_the_price_hardly_moves_while_nobody_trades() -> None:
    ctx = dev_genesis_context()
    steps(ctx, 1, 400)
    assert 1 <= price(ctx) < 1.005
    assert ctx.get(storage.RootProp, 1) / 2**32 > 0.9


def test_a_validator_s_stake_can_be_sold_near_its_price() -> None:
    ctx = dev_genesis_context()
    steps(ctx, 1, 5)
    call(ctx, BOB, "burned_register", netuid=1, hotkey=HOTKEY)
    call(ctx, BOB, "add_stake", hotkey=HOTKEY, netuid=1, amount_staked=5 * TAO)
    steps(ctx, 6, 200)
    spot = stake_of(ctx, HOTKEY, BOB, 1) * price(ctx)
    assert spot > 5 * TAO
    assert coldkey_value(ctx, BOB) > spot * 0.99


def test_a_new_subnet_is_born_at_the_price_of_the_others_and_keeps_it() -> None:
    ctx = dev_genesis_context()
    steps(ctx, 1, 50)
    call(ctx, BOB, "register_network", hotkey=HOTKEY)
    assert price(ctx, 2) == pytest.approx(price(ctx), rel=1e-6)
    assert ctx.get(storage.SubnetTAO, 2) == 250 * TAO
    # The owner's hotkey has its own weight: root's validator is not its parent.
    assert ctx.get(storage.ParentKeys, (HOTKEY, 2)) == []
    ctx.put(storage.SubtokenEnabled, 2, True)
    ctx.put(storage.FirstEmissionBlockNumber, 2, 51)
    ctx.put(storage.SubnetEmissionEnabled, 2, True)
    steps(ctx, 51, 300)
    assert price(ctx, 2) == pytest.approx(1, rel=0.01)
    before = price(ctx, 2)
    call(ctx, BOB, "add_stake", hotkey=HOTKEY, netuid=2, amount_staked=5 * TAO)
    # Within the 5 % that `btcli stake add` allows unless told otherwise.
    assert before < price(ctx, 2) < before * 1.05


@pytest.mark.slow
def test_the_price_stays_plausible_over_a_day_of_heartbeats() -> None:
    ctx = dev_genesis_context()
    steps(ctx, 1, 86_400)
    assert 1 <= price(ctx) < 1.2
    assert ctx.get(storage.SubnetTAO, 1) > 100_000 * TAO

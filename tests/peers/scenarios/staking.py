"""Stake and unstake in each form; every step says the pool before and after it."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from bittensor_wallet import Wallet
from stage import TAO, Stage, play

FIRST, SECOND = 2, 3


def _pool(stage: Stage, netuid: int, block: int) -> dict[str, Any]:
    """Reserves and the weight of TAO, at the end of a block."""
    balancer = stage.chain.query_module("Swap", "SwapBalancer", [netuid], block)
    return {
        "tao": stage.read("SubnetTAO", netuid, block=block),
        "alpha_in": stage.read("SubnetAlphaIn", netuid, block=block),
        "alpha_out": stage.read("SubnetAlphaOut", netuid, block=block),
        "quote": balancer.value["quote"],
        "fee_rate": stage.chain.query_module("Swap", "FeeRate", [netuid], block).value,
        "price": stage.chain.get_subnet_price(netuid, block=block),
    }


def _holdings(stage: Stage, block: int) -> dict[str, Any]:
    """What Bob has, free and staked with each hotkey, at the end of a block."""
    bob, charlie = stage.wallet("//Bob"), stage.wallet("//Charlie")
    stakes = stage.chain.get_stake_info_for_coldkeys(
        [bob.coldkeypub.ss58_address, charlie.coldkeypub.ss58_address], block=block
    )
    return {
        "bob": stage.free(bob, block),
        "charlie": stage.free(charlie, block),
        "stakes": [
            [info.coldkey_ss58, info.hotkey_ss58, info.netuid, info.stake.rao]
            for infos in stakes.values()
            for info in infos
        ],
    }


def _did(stage: Stage, response: Any, *netuids: int) -> dict[str, Any]:
    """An extrinsic with the holdings and the pools around it."""
    told = stage.told(response)
    block = told["block"]
    return {
        **told,
        "holdings": [_holdings(stage, number) for number in (block - 1, block)],
        "pools": {n: [_pool(stage, n, number) for number in (block - 1, block)] for n in netuids},
    }


def _bob(stage: Stage) -> tuple[Wallet, str]:
    wallet = stage.wallet("//Bob")
    return wallet, wallet.hotkey.ss58_address


def prepare(stage: Stage) -> dict[str, Any]:
    """Two running subnets; Bob has a place on the first, Charlie's hotkey on both."""
    netuids = [stage.found_subnet(stage.alice) for _ in range(2)]
    for netuid in netuids:
        # No epoch meanwhile, so that stake changes by what is done here alone.
        stage.must_sudo("sudo_set_tempo", netuid=netuid, tempo=5_000)
    bob, charlie = stage.wallet("//Bob"), stage.wallet("//Charlie")
    for wallet, netuid in ((bob, FIRST), (charlie, FIRST), (charlie, SECOND)):
        stage.must(stage.chain.burned_register(wallet, netuid))
    return {
        "netuids": netuids,
        "bob": [bob.coldkeypub.ss58_address, bob.hotkey.ss58_address],
        "charlie": [charlie.coldkeypub.ss58_address, charlie.hotkey.ss58_address],
    }


def add(stage: Stage) -> dict[str, Any]:
    bob, hotkey = _bob(stage)
    amount = Balance.from_tao(20)
    response = stage.must(stage.chain.add_stake(bob, FIRST, hotkey, amount))
    seen = _did(stage, response, FIRST)
    quote = stage.chain.sim_swap(0, FIRST, amount, block=seen["block"] - 1)
    return {
        **seen,
        "quoted": quote.alpha_amount,
        "quoted_fee": quote.tao_fee,
        "sdk_fee": stage.chain.get_stake_add_fee(amount, FIRST, block=seen["block"] - 1),
        "told_stake": [response.data["stake_before"], response.data["stake_after"]],
    }


def add_safe(stage: Stage) -> dict[str, Any]:
    """Within a tolerance of half."""
    bob, hotkey = _bob(stage)
    response = stage.chain.add_stake(
        bob, FIRST, hotkey, Balance.from_tao(5), safe_staking=True, rate_tolerance=0.5
    )
    return _did(stage, response, FIRST)


def add_too_dear(stage: Stage) -> dict[str, Any]:
    """Much more than half a percent allows: refused whole."""
    bob, hotkey = _bob(stage)
    response = stage.chain.add_stake(
        bob, FIRST, hotkey, Balance.from_tao(500), safe_staking=True, rate_tolerance=0.005
    )
    return _did(stage, response, FIRST)


def add_partially(stage: Stage) -> dict[str, Any]:
    """As far as five percent go."""
    bob, hotkey = _bob(stage)
    price = stage.chain.subnet(FIRST).price.rao
    response = stage.chain.add_stake(
        bob,
        FIRST,
        hotkey,
        Balance.from_tao(500),
        safe_staking=True,
        allow_partial_stake=True,
        rate_tolerance=0.05,
    )
    return {**_did(stage, response, FIRST), "price": price}


def remove(stage: Stage) -> dict[str, Any]:
    bob, hotkey = _bob(stage)
    amount = Balance.from_tao(4, FIRST)
    seen = _did(stage, stage.chain.unstake(bob, FIRST, hotkey, amount), FIRST)
    quote = stage.chain.sim_swap(FIRST, 0, amount, block=seen["block"] - 1)
    fee = stage.chain.get_unstake_fee(FIRST, amount, block=seen["block"] - 1)
    return {**seen, "quoted": quote.tao_amount, "quoted_fee": quote.alpha_fee, "sdk_fee": fee}


def remove_safe(stage: Stage) -> dict[str, Any]:
    bob, hotkey = _bob(stage)
    response = stage.chain.unstake(
        bob, FIRST, hotkey, Balance.from_tao(1, FIRST), safe_unstaking=True, rate_tolerance=0.2
    )
    return _did(stage, response, FIRST)


def move(stage: Stage) -> dict[str, Any]:
    """From Bob's hotkey to Charlie's, on the same subnet: no swap, so nothing is lost."""
    bob, hotkey = _bob(stage)
    to = stage.wallet("//Charlie").hotkey.ss58_address
    response = stage.chain.move_stake(
        bob, FIRST, hotkey, FIRST, to, amount=Balance.from_tao(2, FIRST)
    )
    return _did(stage, response, FIRST)


def transfer(stage: Stage) -> dict[str, Any]:
    """Bob's alpha becomes Charlie's, on the hotkey and the subnet where it is."""
    bob, hotkey = _bob(stage)
    to = stage.wallet("//Charlie").coldkeypub.ss58_address
    response = stage.chain.transfer_stake(bob, to, hotkey, FIRST, FIRST, Balance.from_tao(1, FIRST))
    return _did(stage, response, FIRST)


def swap(stage: Stage) -> dict[str, Any]:
    """From the first subnet to the second, through both pools."""
    bob, hotkey = _bob(stage)
    amount = Balance.from_tao(3, FIRST)
    response = stage.chain.swap_stake(bob, hotkey, FIRST, SECOND, amount)
    seen = _did(stage, response, FIRST, SECOND)
    quote = stage.chain.sim_swap(FIRST, SECOND, amount, block=seen["block"] - 1)
    return {**seen, "quoted": quote.alpha_amount}


def _swap_safe(stage: Stage, tolerance: float) -> dict[str, Any]:
    bob, hotkey = _bob(stage)
    response = stage.chain.swap_stake(
        bob,
        hotkey,
        FIRST,
        SECOND,
        Balance.from_tao(1, FIRST),
        safe_swapping=True,
        rate_tolerance=tolerance,
    )
    return _did(stage, response, FIRST, SECOND)


def swap_safe(stage: Stage) -> dict[str, Any]:
    return _swap_safe(stage, 100)


def swap_too_dear(stage: Stage) -> dict[str, Any]:
    """The SDK sends its ratio as a whole number of rao: 1, of which the chain makes no amount."""
    return _swap_safe(stage, 0.3)


def _swap_to(stage: Stage, *, partially: bool) -> dict[str, Any]:
    """Ten alpha, as far as the ratio of the prices falls by a thousandth; the call by itself,
    because the SDK's method cannot say such a limit."""
    bob, hotkey = _bob(stage)
    head = stage.chain.block
    ratio = _ratio(stage, head)
    response = stage.send(
        bob,
        "SubtensorModule",
        "swap_stake_limit",
        hotkey=hotkey,
        origin_netuid=FIRST,
        destination_netuid=SECOND,
        alpha_amount=10 * TAO,
        limit_price=ratio * 999 // 1_000,
        allow_partial=partially,
    )
    return {**_did(stage, response, FIRST, SECOND), "limit": ratio * 999 // 1_000}


def _ratio(stage: Stage, block: int) -> int:
    """Alpha of the second subnet for one of the first, in rao."""
    first, second = (_pool(stage, netuid, block) for netuid in (FIRST, SECOND))
    upper = first["tao"] * second["alpha_in"]
    return int(TAO * upper // (first["alpha_in"] * second["tao"]))


def swap_partially(stage: Stage) -> dict[str, Any]:
    return _swap_to(stage, partially=True)


def swap_whole_or_not(stage: Stage) -> dict[str, Any]:
    return _swap_to(stage, partially=False)


def add_multiple(stage: Stage) -> dict[str, Any]:
    """Two in one go; the SDK sends an extrinsic for each."""
    bob, hotkey = _bob(stage)
    before = stage.free(bob), stage.staked(bob, FIRST), stage.staked(bob, SECOND)
    response = stage.chain.add_stake_multiple(
        bob, [FIRST, SECOND], [hotkey, hotkey], [Balance.from_tao(2), Balance.from_tao(3)]
    )
    return {
        "success": response.success,
        "message": response.message,
        "paid": before[0] - stage.free(bob),
        "gained": [stage.staked(bob, FIRST) - before[1], stage.staked(bob, SECOND) - before[2]],
    }


def remove_all(stage: Stage) -> dict[str, Any]:
    """All that Bob has on the first subnet with his hotkey, at any price that is near."""
    bob, hotkey = _bob(stage)
    response = stage.chain.unstake_all(bob, FIRST, hotkey, rate_tolerance=0.5)
    return _did(stage, response, FIRST)


def remove_from_all(stage: Stage) -> dict[str, Any]:
    """What is left anywhere with his hotkey, in one call that the SDK has no method for."""
    bob, hotkey = _bob(stage)
    return _did(stage, stage.send(bob, "SubtensorModule", "unstake_all", hotkey=hotkey), SECOND)


def refusals(stage: Stage) -> dict[str, Any]:
    bob, hotkey = _bob(stage)
    chain = stage.chain
    answers = {
        "too_little": chain.add_stake(bob, FIRST, hotkey, Balance.from_rao(1_000)),
        "no_subnet": chain.add_stake(bob, 77, hotkey, Balance.from_tao(1)),
        "not_started": chain.add_stake(bob, 1, hotkey, Balance.from_tao(1)),
        "no_hotkey": chain.add_stake(
            bob, FIRST, stage.wallet("//Nobody").hotkey.ss58_address, Balance.from_tao(1)
        ),
        "not_enough": chain.unstake(bob, FIRST, hotkey, Balance.from_tao(10**6, FIRST)),
    }
    return {name: [answer.success, answer.message] for name, answer in answers.items()}


play(
    prepare,
    add,
    add_safe,
    add_too_dear,
    add_partially,
    remove,
    remove_safe,
    move,
    transfer,
    swap,
    swap_safe,
    swap_too_dear,
    swap_partially,
    swap_whole_or_not,
    add_multiple,
    remove_all,
    remove_from_all,
    refusals,
)

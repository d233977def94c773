"""`AsyncSubtensor`: transfer, stake and unstake, and reads that are asked for at once.

usage: SCRIPT ENDPOINT WALLETS_PATH
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from bittensor import AsyncSubtensor, Balance
from bittensor.core.extrinsics.asyncex.utils import sudo_call_extrinsic
from stage import plain, wallet_of

NETUID = 1
DEST = "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY"


class Scene:
    """A client on the node, and Bob's wallet."""

    def __init__(self, chain: AsyncSubtensor, wallets: Path) -> None:
        self.chain = chain
        self.wallets = wallets
        self.bob = wallet_of(wallets, "//Bob")
        self.coldkey = self.bob.coldkeypub.ss58_address
        self.hotkey = self.bob.hotkey.ss58_address

    async def told(self, response: Any) -> dict[str, Any]:
        """What the SDK says of an extrinsic, with Bob's holdings around its block."""
        assert response.success, response.message
        receipt = response.extrinsic_receipt
        block = await self.chain.substrate.get_block_number(receipt.block_hash)
        return {
            "fee": int(await receipt.total_fee_amount),
            "block": block,
            "before": await self.holdings(block - 1),
            "after": await self.holdings(block),
            "events": [
                [event["event"]["event_id"], plain(event["attributes"])]
                for event in await receipt.triggered_events
            ],
        }

    async def holdings(self, block: int) -> dict[str, int]:
        """TAO of Bob and of the receiver, and Bob's alpha; asked for at once."""
        own, other, alpha = await asyncio.gather(
            self.chain.get_balance(self.coldkey, block=block),
            self.chain.get_balance(DEST, block=block),
            self.chain.get_stake(self.coldkey, self.hotkey, NETUID, block=block),
        )
        return {"own": own.rao, "other": other.rao, "alpha": alpha.rao}


async def calm(scene: Scene) -> None:
    """No epoch meanwhile, so that stake changes by what is done here alone."""
    alice = wallet_of(scene.wallets, "//Alice")
    for call, params in (
        ("sudo_set_admin_freeze_window", {"window": 0}),
        ("sudo_set_tempo", {"netuid": NETUID, "tempo": 5_000}),
    ):
        response = await sudo_call_extrinsic(scene.chain, alice, call, params)
        assert response.success, response.message


async def transfer(scene: Scene) -> dict[str, Any]:
    amount = Balance.from_tao(2)
    return await scene.told(await scene.chain.transfer(scene.bob, DEST, amount))


async def register(scene: Scene) -> dict[str, Any]:
    return await scene.told(await scene.chain.burned_register(scene.bob, NETUID))


async def stake(scene: Scene) -> dict[str, Any]:
    amount = Balance.from_tao(3)
    response = await scene.chain.add_stake(scene.bob, NETUID, scene.hotkey, amount)
    return await scene.told(response)


async def unstake(scene: Scene) -> dict[str, Any]:
    amount = Balance.from_tao(1, NETUID)
    response = await scene.chain.unstake(scene.bob, NETUID, scene.hotkey, amount)
    return await scene.told(response)


async def reads(scene: Scene) -> dict[str, Any]:
    """Many questions at once, about one block, so that they agree."""
    chain, block = scene.chain, await scene.chain.get_current_block()
    subnets, graph, neurons, info, uid, price, exists, cost = await asyncio.gather(
        chain.all_subnets(block=block),
        chain.metagraph(NETUID, block=block),
        chain.neurons_lite(NETUID, block=block),
        chain.get_stake_info_for_coldkey(scene.coldkey, block=block),
        chain.get_uid_for_hotkey_on_subnet(scene.hotkey, NETUID, block=block),
        chain.get_subnet_price(NETUID, block=block),
        chain.subnet_exists(NETUID, block=block),
        chain.get_subnet_burn_cost(block=block),
    )
    return {
        "netuids": [subnet.netuid for subnet in subnets],
        "price": [price.rao, subnets[NETUID].price.rao],
        "hotkeys": [graph.hotkeys, [neuron.hotkey for neuron in neurons]],
        "stakes": [[one.hotkey_ss58, one.netuid, one.stake.rao] for one in info],
        "held": (await scene.holdings(block))["alpha"],
        "hotkey": scene.hotkey,
        "uid": uid,
        "exists": exists,
        "cost": cost.rao,
    }


async def main() -> None:
    seen = {}
    async with AsyncSubtensor(network=sys.argv[1]) as chain:
        scene = Scene(chain, Path(sys.argv[2]))
        await calm(scene)
        for step in (transfer, register, stake, unstake, reads):
            seen[step.__name__] = await step(scene)
    # In one write: a thread of the library logs to this stream as well.
    sys.stdout.write(json.dumps(plain(seen)) + "\n")


asyncio.run(main())

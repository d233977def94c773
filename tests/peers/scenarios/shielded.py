"""What the SDK does with `BT_MEV_PROTECTION` on: every transaction is sent sealed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bittensor import Balance
from stage import TAO, Stage, play

NETUID = 1
DEST = "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY"
ATTEMPTS = 5


def _sealed(stage: Stage, send: Callable[[], Any]) -> dict[str, Any]:
    """Sent, and again where a busy machine let the key's block pass."""
    for _ in range(ATTEMPTS):
        response = send()
        if response.success or response.mev_extrinsic is not None:
            break
    inner = response.mev_extrinsic
    return {
        "success": response.success,
        "message": response.message,
        "opened": inner is not None,
        "envelope": {
            "fee": int(response.extrinsic_receipt.total_fee_amount),
            "block": stage.chain.substrate.get_block_number(response.extrinsic_receipt.block_hash),
            "index": response.extrinsic_receipt.extrinsic_idx,
        },
        "inner": inner
        and {
            "fee": int(inner.total_fee_amount),
            "block": inner.block_number,
            "index": inner.extrinsic_idx,
            "hash": inner.extrinsic_hash,
        },
    }


def prepare(stage: Stage) -> dict[str, Any]:
    """The chain's first key comes two blocks after its genesis."""
    bob = stage.wallet("//Bob")
    stage.must(stage.chain.burned_register(bob, NETUID, mev_protection=False))
    while stage.chain.get_mev_shield_next_key() is None:
        stage.chain.wait_for_block()
    return {"key": stage.chain.get_mev_shield_next_key()}


def transfer(stage: Stage) -> dict[str, Any]:
    bob = stage.wallet("//Bob")
    before = stage.free(bob)
    told = _sealed(stage, lambda: stage.chain.transfer(bob, DEST, Balance.from_tao(2)))
    return {**told, "received": stage.free(DEST), "paid": before - stage.free(bob)}


def stake(stage: Stage) -> dict[str, Any]:
    bob = stage.wallet("//Bob")
    hotkey = bob.hotkey.ss58_address
    told = _sealed(stage, lambda: stage.chain.add_stake(bob, NETUID, hotkey, Balance.from_tao(3)))
    return {**told, "staked": stage.staked(bob, NETUID)}


def too_much(stage: Stage) -> dict[str, Any]:
    """The envelope is good, and what it carries fails in its block."""
    bob = stage.wallet("//Bob")
    hotkey = bob.hotkey.ss58_address
    return _sealed(
        stage,
        lambda: stage.chain.move_stake(
            bob, NETUID, hotkey, 77, hotkey, amount=Balance.from_rao(TAO // 2, NETUID)
        ),
    )


play(prepare, transfer, stake, too_much)

"""Runs in the environment of `async-substrate-interface`: uses a node as that library does.

usage: async_substrate_interface_script.py ENDPOINT
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from async_substrate_interface import AsyncSubstrateInterface
from async_substrate_interface.errors import SubstrateRequestException
from bittensor_wallet import Keypair

TAO = 1_000_000_000
ALICE = Keypair.create_from_uri("//Alice")
BOB = Keypair.create_from_uri("//Bob")
NOBODY = Keypair.create_from_uri("//Nobody//of//them")


def plain(value: Any) -> Any:
    """The library's answer without its wrapper."""
    return getattr(value, "value", value)


async def free(chain: AsyncSubstrateInterface, keypair: Keypair) -> int:
    account = plain(await chain.query("System", "Account", [keypair.ss58_address]))
    return int(account["data"]["free"])


async def say(chain: AsyncSubstrateInterface) -> dict[str, Any]:
    """What the library learns on connecting."""
    return {
        "name": await chain.name,
        "properties": await chain.properties,
        "genesis": await chain.get_block_hash(0),
        "existential_deposit": plain(await chain.get_constant("Balances", "ExistentialDeposit")),
    }


async def read_maps(chain: AsyncSubstrateInterface) -> dict[str, Any]:
    """A whole map in pages of four, a map of small integers, and several items at once."""
    accounts = await chain.query_map("System", "Account", page_size=4)
    paged = {key: plain(info)["data"]["free"] async for key, info in accounts}
    tempo = await chain.query_map("SubtensorModule", "Tempo", fully_exhaust=True)
    keys = [
        await chain.create_storage_key("System", "Account", [who.ss58_address])
        for who in (ALICE, NOBODY)
    ]
    several = await chain.query_multi(keys)
    return {
        "accounts": paged,
        "tempo": {key: plain(value) for key, value in tempo.records},
        "several": [plain(value)["data"]["free"] for _, value in several],
    }


async def transfer(chain: AsyncSubstrateInterface) -> dict[str, Any]:
    """One TAO from Alice to Bob, with the library's own way to find fee and events."""
    before = await free(chain, ALICE), await free(chain, BOB)
    call = await chain.compose_call(
        "Balances", "transfer_keep_alive", {"dest": BOB.ss58_address, "value": TAO}
    )
    info = await chain.get_payment_info(call, ALICE)
    extrinsic = await chain.create_signed_extrinsic(call, ALICE, era={"period": 64})
    receipt = await chain.submit_extrinsic(extrinsic, wait_for_finalization=True)
    after = await free(chain, ALICE), await free(chain, BOB)
    events = await receipt.triggered_events
    return {
        "partial_fee": info["partial_fee"] if "partial_fee" in info else info["partialFee"],
        "is_success": await receipt.is_success,
        "fee": await receipt.total_fee_amount,
        "index": await receipt.extrinsic_idx,
        "events": [[event["event"]["module_id"], event["event"]["event_id"]] for event in events],
        "paid": before[0] - after[0],
        "received": after[1] - before[1],
        "nonce": await chain.get_account_nonce(ALICE.ss58_address),
    }


async def fail(chain: AsyncSubstrateInterface) -> dict[str, Any]:
    """An extrinsic that fails in its block, and one that gets into none."""
    before = await free(chain, ALICE)
    call = await chain.compose_call("SubtensorModule", "start_call", {"netuid": 77})
    receipt = await chain.submit_extrinsic(
        await chain.create_signed_extrinsic(call, ALICE), wait_for_inclusion=True
    )
    refused: Any = None
    try:
        await chain.submit_extrinsic(
            await chain.create_signed_extrinsic(call, NOBODY), wait_for_inclusion=True
        )
    except SubstrateRequestException as error:
        refused = str(error)
    return {
        "is_success": await receipt.is_success,
        "error": await receipt.error_message,
        "fee": await receipt.total_fee_amount,
        "paid": before - await free(chain, ALICE),
        "refused": refused,
    }


async def watch(chain: AsyncSubstrateInterface) -> dict[str, Any]:
    """New and finalized heads as they come, and the wait for a height."""

    async def heads(count: int, **options: bool) -> list[int]:
        numbers: list[int] = []

        async def head(block: dict[str, Any]) -> Any:
            numbers.append(block["header"]["number"])
            return numbers if len(numbers) == count else None

        await chain.subscribe_block_headers(head, **options)
        return numbers

    answer = {"heads": await heads(3), "finalized": await heads(2, finalized_only=True)}

    async def reached(block: dict[str, Any]) -> Any:
        return block["header"]["number"] >= now + 2 or None

    now = await chain.get_block_number(None)
    await chain.wait_for_block(now + 2, reached, task_return=False)
    return {**answer, "waited": await chain.get_block_number(None) - now}


async def runtime(chain: AsyncSubstrateInterface) -> dict[str, Any]:
    """Runtime calls by the types in metadata 15."""
    nonce = await chain.runtime_call("AccountNonceApi", "account_nonce", [ALICE.ss58_address])
    info = await chain.runtime_call("SubnetInfoRuntimeApi", "get_subnet_hyperparams", [1])
    price = await chain.runtime_call("SwapRuntimeApi", "current_alpha_price", [1])
    return {"nonce": plain(nonce), "tempo": plain(info)["tempo"], "price": plain(price)}


async def main() -> None:
    async with AsyncSubstrateInterface(sys.argv[1], ss58_format=42) as chain:
        steps = (say, read_maps, transfer, fail, watch, runtime)
        print(json.dumps({step.__name__: await step(chain) for step in steps}))


asyncio.run(main())

"""Runs in the environment of `substrate-interface`: uses a node as that library does.

usage: substrate_interface_script.py ENDPOINT
"""

from __future__ import annotations

import json
import sys
from typing import Any

from substrateinterface import Keypair, SubstrateInterface
from substrateinterface.exceptions import SubstrateRequestException

TAO = 1_000_000_000
ALICE = Keypair.create_from_uri("//Alice")
BOB = Keypair.create_from_uri("//Bob")
NOBODY = Keypair.create_from_uri("//Nobody//of//them")


def free(chain: SubstrateInterface, keypair: Keypair) -> int:
    return int(chain.query("System", "Account", [keypair.ss58_address]).value["data"]["free"])


def say(chain: SubstrateInterface) -> dict[str, Any]:
    """What the library learns on connecting."""
    return {
        "chain": chain.chain,
        "name": chain.name,
        "properties": chain.properties,
        "genesis": chain.get_block_hash(0),
        "methods": chain.rpc_request("rpc_methods", [])["result"]["methods"],
        "token": [chain.token_symbol, chain.token_decimals, chain.ss58_format],
        "existential_deposit": chain.get_constant("Balances", "ExistentialDeposit").value,
    }


def read_maps(chain: SubstrateInterface) -> dict[str, Any]:
    """A whole map in pages of four, and a double map by its first key."""
    accounts = chain.query_map("System", "Account", page_size=4)
    first = accounts.records[:4]
    paged = {account.value: info.value["data"]["free"] for account, info in accounts}
    hyper = chain.query_map("SubtensorModule", "Tempo", page_size=1)
    keys = chain.query_map("SubtensorModule", "Keys", [0])
    multi = chain.query_multi(
        [
            chain.create_storage_key("System", "Account", [ALICE.ss58_address]),
            chain.create_storage_key("System", "Account", [NOBODY.ss58_address]),
            chain.create_storage_key("System", "Number"),
        ]
    )
    return {
        "first_page": len(first),
        "accounts": paged,
        "tempo": {key.value: value.value for key, value in hyper},
        "keys_of_root": [(key.value, value.value) for key, value in keys],
        "multi": [value.value for _, value in multi],
    }


def transfer(chain: SubstrateInterface) -> dict[str, Any]:
    """One TAO from Alice to Bob, with the library's own way to find fee and events."""
    before = free(chain, ALICE), free(chain, BOB)
    call = chain.compose_call(
        "Balances", "transfer_keep_alive", {"dest": BOB.ss58_address, "value": TAO}
    )
    info = chain.get_payment_info(call, ALICE)
    extrinsic = chain.create_signed_extrinsic(call, ALICE, era={"period": 64})
    receipt = chain.submit_extrinsic(extrinsic, wait_for_finalization=True)
    after = free(chain, ALICE), free(chain, BOB)
    block = chain.get_block(receipt.block_hash)
    return {
        "payment_info": info,
        "is_success": receipt.is_success,
        "finalized": receipt.finalized,
        "fee": receipt.total_fee_amount,
        "index": receipt.extrinsic_idx,
        "events": [
            [event.value["module_id"], event.value["event_id"], event.value["attributes"]]
            for event in receipt.triggered_events
        ],
        "paid": before[0] - after[0],
        "received": after[1] - before[1],
        "calls": [
            [
                item.value["call"]["call_module"],
                item.value["call"]["call_function"],
                item.value.get("nonce"),
            ]
            for item in block["extrinsics"]
        ],
        "number": block["header"]["number"],
        "nonce": chain.get_account_nonce(ALICE.ss58_address),
        "length": len(extrinsic.data.data),
    }


def fail(chain: SubstrateInterface) -> dict[str, Any]:
    """An extrinsic that fails in its block, and one that gets into none."""
    args = {"delegate": BOB.ss58_address, "proxy_type": "Any", "delay": 0}
    call = chain.compose_call("Proxy", "remove_proxy", args)
    before = free(chain, ALICE)
    receipt = chain.submit_extrinsic(
        chain.create_signed_extrinsic(call, ALICE), wait_for_inclusion=True
    )
    paid = before - free(chain, ALICE)
    refused: Any = None
    try:
        chain.submit_extrinsic(chain.create_signed_extrinsic(call, NOBODY), wait_for_inclusion=True)
    except SubstrateRequestException as error:
        refused = error.args[0]
    return {
        "is_success": receipt.is_success,
        "error": receipt.error_message,
        "fee": receipt.total_fee_amount,
        "paid": paid,
        "refused": refused,
    }


def watch(chain: SubstrateInterface) -> dict[str, Any]:
    """Three new heads, and one change of a balance, as they come."""

    def head(obj: dict[str, Any], count: int, subscription: str) -> Any:
        numbers.append(obj["header"]["number"])
        return numbers if count == 3 else None

    numbers: list[int] = []
    chain.subscribe_block_headers(head)
    finalized: list[int] = []

    def finalized_head(obj: dict[str, Any], count: int, subscription: str) -> Any:
        finalized.append(obj["header"]["number"])
        return finalized if count == 2 else None

    chain.subscribe_block_headers(finalized_head, finalized_only=True)
    seen: list[int] = []

    def number(obj: Any, count: int, subscription: str) -> Any:
        seen.append(obj.value)
        return seen if count == 3 else None

    chain.query("System", "Number", subscription_handler=number)
    return {"heads": numbers, "finalized": finalized, "numbers": seen}


def runtime(chain: SubstrateInterface) -> dict[str, Any]:
    """Runtime calls, by the types that this library knows of."""
    nonce = chain.runtime_call("AccountNonceApi", "account_nonce", [ALICE.ss58_address])
    version = chain.runtime_call("Core", "version")
    return {
        "nonce": nonce.value,
        "version": version.value["spec_version"],
        "rpc_version": chain.rpc_request("state_getRuntimeVersion", [])["result"]["specVersion"],
        "raw": chain.rpc_request("state_call", ["AuraApi_slot_duration", "0x"])["result"],
    }


def main() -> None:
    with SubstrateInterface(url=sys.argv[1], type_registry={"types": {"Balance": "u64"}}) as chain:
        steps = (say, read_maps, transfer, fail, watch, runtime)
        print(json.dumps({step.__name__: step(chain) for step in steps}))


main()

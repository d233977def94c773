"""Runs in the environment of `substrate-interface`: waits for finality over a reorganisation.

usage: finality_script.py ENDPOINT
"""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import Any

from substrateinterface import Keypair, SubstrateInterface

ALICE = Keypair.create_from_uri("//Alice")
BOB = Keypair.create_from_uri("//Bob")


def ask(chain: SubstrateInterface, method: str, *params: Any) -> Any:
    return chain.rpc_request(method, list(params))["result"]


def make_blocks(endpoint: str, blocks: list[str]) -> None:
    """Once the transfer is in the pool: a block with it, another in its place, and three more."""
    with SubstrateInterface(endpoint) as chain:
        while ask(chain, "system_accountNextIndex", ALICE.ss58_address) == 0:
            time.sleep(0.02)
        blocks.append(ask(chain, "dev_newBlock"))
        ask(chain, "dev_setHead", -1)
        blocks.append(ask(chain, "dev_newBlock"))
        ask(chain, "dev_newBlock", 3)


def main(endpoint: str) -> dict[str, Any]:
    blocks: list[str] = []
    with SubstrateInterface(endpoint) as chain:
        ask(chain, "dev_setBlockBuildMode", "Manual")
        ask(chain, "dev_setFinalityLag", 3)
        ask(chain, "dev_newBlock", 4)
        call = chain.compose_call(
            "Balances", "transfer_keep_alive", {"dest": BOB.ss58_address, "value": 1_000_000_000}
        )
        extrinsic = chain.create_signed_extrinsic(call, ALICE)
        maker = threading.Thread(target=make_blocks, args=(endpoint, blocks))
        maker.start()
        receipt = chain.submit_extrinsic(extrinsic, wait_for_finalization=True)
        maker.join()
        return {
            "blocks": blocks,
            "block": receipt.block_hash,
            "success": receipt.is_success,
            "number": chain.get_block_number(receipt.block_hash),
            "finalized": chain.get_block_number(chain.get_chain_finalised_head()),
            "best": chain.get_block_number(chain.get_chain_head()),
        }


print(json.dumps(main(sys.argv[1])))

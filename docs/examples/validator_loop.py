"""Set weights once an epoch: python validator_loop.py NETWORK NETUID WALLET HOTKEY

Where the subnet requires commitments, the weights are sealed, and the chain reveals them itself.
"""

from __future__ import annotations

import argparse

from btsdk import Client, Keypair, SetWeights, TransactionError, Wallet
from btsdk.reads.metagraph import Metagraph


def scores(graph: Metagraph) -> dict[int, float]:
    """Your judgement of the miners, by uid; here, all that do not validate count the same."""
    miners = graph.uids[~graph.validator_permit].tolist()
    return dict.fromkeys(miners, 1.0)


def validate(client: Client, netuid: int, hotkey: Keypair) -> int:
    """Set weights once; returns the block with which the next epoch begins."""
    view = client.head()
    graph = view.metagraph(netuid, fields=["uids", "hotkeys", "validator_permit"])
    if hotkey.ss58_address not in graph.hotkeys:
        raise SystemExit(f"{hotkey.ss58_address} is not registered on subnet {netuid}")
    weights = scores(graph)
    if weights:
        try:
            plan = client.prepare(SetWeights(netuid, list(weights), list(weights.values())), hotkey)
            receipt = client.submit(plan)
            print(f"block {receipt.block_number}: {'; '.join(plan.preview.effects)}", flush=True)
        except TransactionError as error:  # such as a rate limit: the next epoch is another chance
            print(f"block {view.number}: {error}", flush=True)
    schedule = client.head().epoch_schedule(netuid)
    return schedule.next_epoch or schedule.block + 360


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("netuid", type=int)
    parser.add_argument("wallet")
    parser.add_argument("hotkey")
    parser.add_argument("--epochs", type=int, help="end after so many")
    given = parser.parse_args()
    hotkey = Wallet(given.wallet, given.hotkey).hotkey_signer()
    done = 0
    with Client(given.network) as client:
        due = 0
        for header in client.blocks():
            if header.number >= due:
                due = validate(client, given.netuid, hotkey)
                done += 1
            if done == given.epochs:
                break


if __name__ == "__main__":
    main()
